import Taro, { useRouter, usePullDownRefresh } from '@tarojs/taro';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { call } from '../../../platform/call';
import { Page } from '../../../platform/page';
import { useLoad } from '../../../platform/use-load';
import { AwardPageView } from './award-page';

/** One year's award: its steps, and the work of the present one. */
export default function AwardPage() {
  const { id = '' } = useRouter().params;
  const { state, data, error, reload, set } = useLoad(() => call('award.get', { id }), id);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (data) return <AwardPageView award={data.award} onChanged={(award) => set({ award })} onReload={reload} />;
  return (
    <Page>
      {state === 'loading' ? (
        <LoadingSkeleton />
      ) : (
        <ErrorState message={error?.message ?? ''} onRetry={error?.code === 'NOT_FOUND' ? undefined : reload} />
      )}
    </Page>
  );
}
