import { useRouter } from '@tarojs/taro';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { decoded } from '../../../platform/address';
import { call } from '../../../platform/call';
import { Page } from '../../../platform/page';
import { useLoad } from '../../../platform/use-load';
import { CampaignPageView } from './campaign-page';

export default function CampaignPage() {
  const id = decoded(useRouter().params.id);
  const { state, data, error, reload, set } = useLoad(() => call('campaign.get', { id }), id);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (data) {
    return <CampaignPageView campaign={data.campaign} onChanged={(campaign) => set({ campaign })} onReload={reload} />;
  }
  return (
    <Page>
      {state === 'loading' ? <LoadingSkeleton /> : <ErrorState message={error?.message ?? ''} onRetry={reload} />}
    </Page>
  );
}
