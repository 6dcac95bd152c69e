import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { readScene } from '../../../../domain/duty';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { decoded } from '../../../platform/address';
import { call } from '../../../platform/call';
import { openTab, replace } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useLoad } from '../../../platform/use-load';
import { DutyPageView } from './duty-page';

/** Which duty the page was opened for: a link says its id, a code that was scanned has the six digits behind it. */
function useAsked(): { id: string; code: string } {
  const { id, scene } = useRouter().params;
  return id === undefined ? readScene(decoded(scene)) : { id: decoded(id), code: '' };
}

export default function DutyPage() {
  const { id, code } = useAsked();
  const { state, data, error, reload, set } = useLoad(() => call('duty.get', { id }), id);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (data) {
    return <DutyPageView duty={data.duty} code={code} onChanged={(duty) => set({ duty })} onReload={reload} />;
  }
  const isRefused = error?.code === 'FORBIDDEN' || error?.code === 'UNAUTHENTICATED';
  const content = () => {
    if (state === 'loading') return <LoadingSkeleton />;
    if (error?.code === 'NOT_FOUND') {
      return (
        <EmptyState
          title="没有找到这次活动"
          text="可以到活动列表里找。"
          action={{ text: '看履职活动', onPress: () => replace(routes.duties) }}
        />
      );
    }
    if (isRefused) {
      return (
        <EmptyState
          title="履职活动供人大代表使用"
          text="您是代表的，请先在“我的”里用邀请码绑定身份，再来签到。"
          action={{ text: '去“我的”', onPress: () => openTab(routes.mine) }}
        />
      );
    }
    return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
  };
  return <Page>{content()}</Page>;
}
