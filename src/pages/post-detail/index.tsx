import { useRouter } from '@tarojs/taro';
import type { PostView } from '../../../contract/post';
import { outcomeText } from '../../features/outcome/outcome-draft';
import { PostCard } from '../../features/post/post-card';
import { feedShare, postShare } from '../../features/post/post-share';
import { RemovalDialog, useRemoval } from '../../features/post/remove-post';
import { useThanks } from '../../features/post/use-thanks';
import { Button } from '../../components/button';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../components/states';
import { call } from '../../platform/call';
import { openTab } from '../../platform/navigate';
import { Page } from '../../platform/page';
import { routes } from '../../platform/routes';
import { useShareOfMany } from '../../platform/share';
import { useLoad } from '../../platform/use-load';

const seeOthers = { text: '看看别的晒单', onPress: () => openTab(routes.feed) };

export default function PostDetailPage() {
  const { id = '' } = useRouter().params;
  const { state, data, error, reload, set } = useLoad(async () => (await call('post.get', { id })).post, id);
  const share = useShareOfMany(() => (data ? postShare(data) : feedShare));
  const thank = useThanks(set);
  const removal = useRemoval((post) => set({ ...post, status: 'removed' }));

  const content = () => {
    if (error?.code === 'NOT_FOUND') return <EmptyState title={error.message} text={gone} action={seeOthers} />;
    if (state === 'loading') return <LoadingSkeleton rows={1} />;
    if (!data) return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
    if (data.status === 'removed') return <Removed post={data} />;
    return (
      <>
        <PostCard
          post={data}
          outcomeText={outcomeText}
          onThank={(post) => void thank(post)}
          onShare={(post) => share(postShare(post))}
          onRemove={removal.ask}
        />
        <Button {...seeOthers} />
      </>
    );
  };

  return (
    <Page>
      {content()}
      <RemovalDialog removal={removal} />
    </Page>
  );
}

const gone = '可能是代表自己收回了照片或文字，也可能是链接不完整。';

const Removed = ({ post }: { post: PostView }) => (
  <EmptyState
    title={post.mine ? '这条晒单您已经撤回了' : '这条晒单已被发布人撤回'}
    text={post.mine ? '别人已经看不到它了。需要的话可以再晒一单。' : gone}
    action={seeOthers}
  />
);
