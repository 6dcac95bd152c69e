import { useRouter } from '@tarojs/taro';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../components/states';
import { wishShare } from '../../features/wish/wish-share';
import { call } from '../../platform/call';
import type { CallError } from '../../platform/call-error';
import { openTab } from '../../platform/navigate';
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
  const share = useShare(wish ? wishShare(wish) : { title: '微心愿', path: routes.wishes });

  if (wish) return <WishPage wish={wish} onChanged={loaded.set} onReload={loaded.reload} onShare={share} />;
  return (
    <Page>
      <Missing error={loaded.error} onRetry={loaded.reload} />
    </Page>
  );
}

const gone = '可能还在审核、已被撤回，或链接不完整。是您自己的心愿，可以到“我的”里看。';

function Missing({ error, onRetry }: { error: CallError | null; onRetry: () => Promise<void> }) {
  if (!error) return <LoadingSkeleton rows={2} />;
  if (error.code !== 'NOT_FOUND') return <ErrorState message={error.message} onRetry={onRetry} />;
  return (
    <EmptyState
      title="没有找到这个心愿"
      text={gone}
      action={{ text: '去心愿墙', onPress: () => openTab(routes.wishes) }}
    />
  );
}
