import { useRouter } from '@tarojs/taro';
import type { Me } from '../../../../contract/account';
import { hasRole } from '../../../../domain/caller';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { ForOffice } from '../../../features/account/for-office';
import { call } from '../../../platform/call';
import { replace } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useLoad } from '../../../platform/use-load';
import { CardActSheet } from '../card-act-sheet';
import { useCardAct } from '../use-card-act';
import { ProposalCard } from './proposal-card';
import { ProposalList } from './proposal-list';
import { proposalActs } from './proposal-acts';

/** 记分提议: what is proposed about oneself, and for those who lead what waits for a second person. */
export default function ProposalsPage() {
  const { id } = useRouter().params;
  return (
    <ForOffice
      mayUse={(me) => hasRole(me, 'representative', 'liaison', 'presidium', 'admin')}
      title="这里是记分提议"
      text="代表看关于自己的提议，组长、联络员和镇人大主席团确认提议。"
      wide
    >
      {(me) => (id === undefined ? <ProposalList me={me} /> : <OneProposal me={me} id={id} />)}
    </ForOffice>
  );
}

/** The one that a notice is about. */
function OneProposal({ me, id }: { me: Me; id: string }) {
  const { data, error, reload, set } = useLoad(async () => (await call('points.getProposal', { id })).proposal, id);
  const acting = useCardAct(proposalActs, { onChanged: set, onLate: reload });
  const isHopeless = error?.code === 'NOT_FOUND' || error?.code === 'FORBIDDEN';
  return (
    <Page>
      {acting.notice ? <Notice {...acting.notice} /> : null}
      {data ? <ProposalCard me={me} proposal={data} onChoose={acting.choose} /> : null}
      {!data && !error ? <LoadingSkeleton rows={1} /> : null}
      {!data && error ? <ErrorState message={error.message} onRetry={isHopeless ? undefined : reload} /> : null}
      <Button id="all-proposals" text="看全部提议" onPress={() => replace(routes.proposals)} />
      <CardActSheet acts={proposalActs} acting={acting} />
    </Page>
  );
}
