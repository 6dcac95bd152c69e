import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useModelId } from '../../../features/honour/use-model-id';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { call } from '../../../platform/call';
import { replace } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useShare } from '../../../platform/share';
import { useLoad } from '../../../platform/use-load';
import { ArticleView, titleOf } from './article-view';

const FRAME = '月度典型代表';

/** One published article, as everybody reads it. */
export default function ArticlePage() {
  const id = useModelId();
  const { state, data, error, reload } = useLoad(async () => (await call('honour.get', { id })).model, id);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  const share = useShare({
    title: data ? titleOf(data) : FRAME,
    path: `${routes.article}?id=${encodeURIComponent(id)}`,
    image: data?.photos[0]?.medium,
  });
  const seeOthers = { text: '看看其他典型代表', onPress: () => replace(routes.articles) };
  const content = () => {
    if (state === 'loading') return <LoadingSkeleton rows={1} />;
    if (error?.code === 'NOT_FOUND' || (data && data.status === 'none')) {
      return <EmptyState title="这篇事迹还没有发布" text="可能正在修改，过些时候再来看看。" action={seeOthers} />;
    }
    if (!data) return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
    return <ArticleView model={data} onShare={share} />;
  };
  return <Page>{content()}</Page>;
}
