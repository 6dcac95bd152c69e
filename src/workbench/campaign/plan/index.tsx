import { useRouter } from '@tarojs/taro';
import { hasRole } from '../../../../domain/caller';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { ForOffice } from '../../../features/account/for-office';
import { decoded } from '../../../platform/address';
import { call } from '../../../platform/call';
import { Page } from '../../../platform/page';
import { useLoad } from '../../../platform/use-load';
import { CopyForm } from './copy-form';
import { PlanForm } from './plan-form';
import './plan.scss';

/** A new campaign, changes to one (`?id=`), or next year’s from this one’s (`?copy=`). */
export default function PlanPage() {
  return (
    <ForOffice
      mayUse={(me) => hasRole(me, 'presidium')}
      title="这里是制定主题实践活动方案的地方"
      text="由镇人大主席团办理，您当前的身份不能使用。"
      wide
    >
      {() => <Plan />}
    </ForOffice>
  );
}

function Plan() {
  const { params } = useRouter();
  const copied = decoded(params.copy);
  const id = copied === '' ? decoded(params.id) : copied;
  if (id === '') return <PlanForm campaign={null} onReload={null} />;
  return <Loaded id={id} isCopy={copied !== ''} />;
}

function Loaded({ id, isCopy }: { id: string; isCopy: boolean }) {
  const { state, data, error, reload } = useLoad(async () => (await call('campaign.get', { id })).campaign, id);
  if (!data) {
    return (
      <Page wide>
        {state === 'loading' ? <LoadingSkeleton /> : <ErrorState message={error?.message ?? ''} onRetry={reload} />}
      </Page>
    );
  }
  if (isCopy) return <CopyForm campaign={data} />;
  return <PlanForm key={data.rev} campaign={data} onReload={reload} />;
}
