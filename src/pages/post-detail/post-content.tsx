import { View } from '@tarojs/components';
import type { CommentView, PostView } from '../../../contract/post';
import { outcomeText } from '../../features/outcome/outcome-draft';
import { CommentList } from '../../features/post/comment-list';
import { HiddenNotice } from '../../features/post/hidden-notice';
import { PostFacts, PostHead } from '../../features/post/post-parts';
import { PostPhotos } from '../../features/post/post-photos';
import { startPost } from '../../features/post/start-post';
import type { Comments } from '../../features/post/use-comments';
import { Button } from '../../components/button';
import { Card } from '../../components/card';

interface Props {
  post: PostView;
  comments: Comments;
  onMenu: (post: PostView) => void;
  onCommentMenu: (comment: CommentView) => void;
}

/** The whole of a post: every photo, what it brought, what was said below it. */
export function PostContent({ post, comments, onMenu, onCommentMenu }: Props) {
  const reached = post.groupsReached ?? 0;
  return (
    <>
      <Hidden post={post} />
      <Card>
        <PostHead post={post} onMenu={onMenu} />
        <View className="post-card__text">{post.text}</View>
        <PostPhotos post={post} />
        <PostFacts post={post} outcomeText={outcomeText} />
        {post.campaign ? <View className="post-detail__reached">主题活动：{post.campaign.name}</View> : null}
        {reached > 0 ? <View className="post-detail__reached">这条晒单已在 {reached} 个微信群里打开过</View> : null}
      </Card>
      <CommentList comments={comments} total={post.comments} onMenu={onCommentMenu} />
    </>
  );
}

function Hidden({ post: { hiddenBecause, mine } }: { post: PostView }) {
  if (!hiddenBecause) return null;
  return (
    <View className="post-detail__hidden">
      <HiddenNotice what="晒单" because={hiddenBecause} mine={mine} />
      {mine ? <Button id="post-again" text="重新晒一单" onPress={() => startPost()} /> : null}
    </View>
  );
}
