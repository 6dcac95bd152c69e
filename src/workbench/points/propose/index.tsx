import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Me } from '../../../../contract/account';
import type { ProposalView } from '../../../../contract/points-proposals';
import { hasRole } from '../../../../domain/caller';
import { EmptyState, ErrorState, LoadingSkeleton } from '../../../components/states';
import { ForOffice } from '../../../features/account/for-office';
import { call } from '../../../platform/call';
import { Page } from '../../../platform/page';
import { useLoad } from '../../../platform/use-load';
import { ProposeForm } from './propose-form';
import { Proposed } from './proposed';

/** 提出记分: one's own record of a visit, or what one proposes for somebody else. `?rule=` chooses the rule. */
export default function ProposePage() {
  return (
    <ForOffice
      mayUse={(me) => hasRole(me, 'representative', 'liaison', 'presidium')}
      title="这里是提出记分的地方"
      text="代表登记自己的走访和履职，组长、联络员和镇人大主席团为代表提出记分。"
    >
      {(me) => <Propose me={me} />}
    </ForOffice>
  );
}

function Propose({ me }: { me: Me }) {
  const { rule } = useRouter().params;
  const { data, error, reload } = useLoad(() => call('points.proposalOptions', {}), 'options');
  const [proposed, setProposed] = useState<ProposalView | null>(null);
  if (proposed) {
    return (
      <Page>
        <Proposed proposal={proposed} onAnother={() => setProposed(null)} />
      </Page>
    );
  }
  if (!data) {
    return <Page>{error ? <ErrorState message={error.message} onRetry={reload} /> : <LoadingSkeleton />}</Page>;
  }
  if (data.items.length === 0) {
    return (
      <Page>
        <EmptyState title="现在没有可以手工提出的项目" text="其他积分由系统按办理情况自动记。" />
      </Page>
    );
  }
  return <ProposeForm me={me} options={data.items} rule={rule} onProposed={setProposed} />;
}
