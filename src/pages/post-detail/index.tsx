import { View } from '@tarojs/components';
import { useState } from 'react';
import type { PostView } from '../../../contract/post';
import { CommentSheet } from '../../features/post/comment-sheet';
import { GroupEntryLine, useGroupEntry } from '../../features/post/group-entry';
import { feedShare, postShare } from '../../features/post/post-share';
import { useCommentMenu } from '../../features/post/use-comment-menu';
import { useComments } from '../../features/post/use-comments';
import { usePostId } from '../../features/post/use-post-id';
import { usePostMenu } from '../../features/post/use-post-menu';
import { useThanks } from '../../features/post/use-thanks';
import { Button } from '../../components/button';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../components/states';
import { call } from '../../platform/call';
import { open, openTab } from '../../platform/navigate';
import { Page } from '../../platform/page';
import { routes } from '../../platform/routes';
import { useShareOfMany } from '../../platform/share';
import { useLoad } from '../../platform/use-load';
import { PostActions } from './post-actions';
import { PostContent } from './post-content';
import { useFiling } from './use-filing';
import './index.scss';

const seeOthers = { text: '看看别的晒单', onPress: () => openTab(routes.feed) };

/** Opened from a share card it is read at once: nothing here needs a sign-in before somebody writes. */
export default function PostDetailPage() {
  const id = usePostId();
  const { state, data, error, reload, set } = useLoad(async () => (await call('post.get', { id })).post, id);
  const [isWriting, setWriting] = useState(false);
  const comments = useComments(id);
  const groupEntry = useGroupEntry(id);
  const share = useShareOfMany(() => (data ? postShare(data) : feedShare));
  const thank = useThanks(set);
  const filing = useFiling(set);
  const menu = usePostMenu(set, filing.open);
  const countAnew = (change: number) => {
    if (data) set({ ...data, comments: Math.max(0, data.comments + change) });
  };
  const commentMenu = useCommentMenu({
    onChanged: comments.replace,
    onRemoved: (commentId) => {
      comments.drop(commentId);
      countAnew(-1);
    },
  });

  const content = () => {
    if (error?.code === 'NOT_FOUND') return <EmptyState title={error.message} text={gone} action={seeOthers} />;
    if (state === 'loading') return <LoadingSkeleton rows={1} />;
    if (!data) return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
    if (data.status === 'removed') return <Removed post={data} />;
    return (
      <>
        <GroupEntryLine entry={groupEntry} />
        <PostContent post={data} comments={comments} onMenu={menu.open} onCommentMenu={commentMenu.open} />
        <View className="post-detail__next">
          <Button id="make-poster" text="做成海报" onPress={() => open(routes.poster, { id })} />
          <Button {...seeOthers} />
        </View>
      </>
    );
  };
  const actions = data?.status === 'published' && (
    <PostActions
      post={data}
      onThank={(post) => void thank(post)}
      onShare={(post) => share(postShare(post))}
      onComment={() => setWriting(true)}
    />
  );
  const handleWritten = (comment: Parameters<typeof comments.add>[0]) => {
    comments.add(comment);
    countAnew(1);
  };

  return (
    <Page bar={actions}>
      {content()}
      {menu.sheets}
      {filing.sheet}
      {commentMenu.sheets}
      <CommentSheet open={isWriting} postId={id} onClose={() => setWriting(false)} onWritten={handleWritten} />
    </Page>
  );
}

const gone = '可能是代表自己收回了，可能正在核实内容，也可能是链接不完整。';

const Removed = ({ post }: { post: PostView }) => (
  <EmptyState
    title={post.mine ? '这条晒单您已经撤回了' : '这条晒单已被发布人撤回'}
    text={post.mine ? '别人已经看不到它了。需要的话可以再晒一单。' : gone}
    action={seeOthers}
  />
);
