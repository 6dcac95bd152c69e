import { useRouter } from '@tarojs/taro';
import { ErrorState, LoadingSkeleton } from '../../components/states';
import { statusLabels } from '../../../domain/labels';
import { call } from '../../platform/call';
import { Page } from '../../platform/page';
import { routes } from '../../platform/routes';
import { useShare } from '../../platform/share';
import { useLoad } from '../../platform/use-load';
import { WishPage } from './wish-page';

export default function WishDetailPage() {
  const { params } = useRouter();
  const id = params.id ?? '';
  const loaded = useLoad(async () => (await call('wish.get', { id })).wish, id);
  const wish = loaded.data;
  const share = useShare({
    title: wish ? `【${statusLabels[wish.status]}】${wish.content.slice(0, 40)}` : '微心愿',
    path: `${routes.wishDetail}?id=${encodeURIComponent(id)}`,
    image: wish?.photos[0]?.medium ?? wish?.cover,
  });

  if (wish) return <WishPage wish={wish} onChanged={loaded.set} onReload={loaded.reload} onShare={share} />;
  return (
    <Page>
      {loaded.error ? (
        <ErrorState
          message={loaded.error.message}
          onRetry={loaded.error.code === 'NOT_FOUND' ? undefined : loaded.reload}
        />
      ) : (
        <LoadingSkeleton rows={2} />
      )}
    </Page>
  );
}
