import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Me } from '../../../../contract/account';
import type { Input } from '../../../../contract/contract';
import type { ProposalView } from '../../../../contract/points-proposals';
import { hasRole } from '../../../../domain/caller';
import { Button } from '../../../components/button';
import type { Option } from '../../../components/chips';
import { Notice } from '../../../components/notice';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { Tabs } from '../../../components/tabs';
import { call } from '../../../platform/call';
import { open } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useList, type Listed } from '../../../platform/use-list';
import { Bar } from '../bar';
import { CardActSheet } from '../card-act-sheet';
import { useCardAct } from '../use-card-act';
import { ProposalCard } from './proposal-card';
import { proposalActs, type ProposalAct } from './proposal-acts';
import '../points.scss';

type Asked = Input<'points.listProposals'>;
type Scope = Asked['scope'];

const statuses = [
  { value: 'waiting', label: '待确认' },
  { value: 'booked', label: '已记分' },
  { value: 'dropped', label: '不予记分' },
] as const;
type Status = (typeof statuses)[number]['value'];

function scopesOf(me: Me): Option<Scope>[] {
  const leading: Option<Scope>[] = hasRole(me, 'presidium', 'admin')
    ? [{ value: 'town', label: '全镇' }]
    : hasRole(me, 'liaison')
      ? [{ value: 'group', label: '本组' }]
      : [];
  return [...leading, ...(me.representativeId === undefined ? [] : [{ value: 'mine' as const, label: '关于我的' }])];
}

const PAGE_SIZE = 20;

export function ProposalList({ me }: { me: Me }) {
  const scopes = scopesOf(me);
  const [scope, setScope] = useState<Scope>(scopes[0]?.value ?? 'mine');
  const [status, setStatus] = useState<Status>('waiting');
  const asked: Asked = { scope, status, limit: PAGE_SIZE };
  const list = useList((page) => call('points.listProposals', { ...asked, ...page }), JSON.stringify(asked));
  const acting = useCardAct(proposalActs, { onChanged: list.replace, onLate: list.refresh });
  return (
    <Page wide bar={hasRole(me, 'representative', 'liaison', 'presidium') ? <ProposeButton /> : null}>
      {acting.notice ? <Notice {...acting.notice} /> : null}
      <View className="points-top">
        {scopes.length > 1 ? <Tabs label="看谁的" options={scopes} value={scope} onChange={setScope} /> : null}
        <Tabs label="办到哪一步" options={statuses} value={status} onChange={setStatus} />
      </View>
      <View className="points-hint">
        手工记分要两个人：一人提出，另一人确认。扣分先公示 24 小时，本人可以说明情况；自己的事自己不能确认。
      </View>
      <Proposals me={me} list={list} onChoose={acting.choose} scope={scope} status={status} />
      <CardActSheet acts={proposalActs} acting={acting} />
    </Page>
  );
}

const ProposeButton = () => (
  <Bar>
    <Button id="open-propose" kind="primary" text="提出记分" onPress={() => open(routes.propose)} />
  </Bar>
);

interface Props {
  me: Me;
  list: Listed<ProposalView>;
  onChoose: (act: ProposalAct, proposal: ProposalView) => void;
  scope: Scope;
  status: Status;
}

const emptyTexts = {
  waiting: '没有待确认的提议',
  booked: '还没有确认记分的提议',
  dropped: '没有不予记分的提议',
} as const satisfies Record<Status, string>;

function Proposals({ me, list, onChoose, scope, status }: Props) {
  if (list.state === 'loading') return <LoadingSkeleton />;
  if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
  if (list.items.length === 0) {
    return (
      <EmptyState
        title={emptyTexts[status]}
        text={
          scope === 'mine' ? '关于您的记分和扣分提议会列在这里，也会发通知。' : '有新的提议会列在这里，下拉可以刷新。'
        }
      />
    );
  }
  return (
    <View id="proposals">
      <View className="points-cards">
        {list.items.map((proposal) => (
          <ProposalCard key={proposal.id} me={me} proposal={proposal} onChoose={onChoose} />
        ))}
      </View>
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
    </View>
  );
}
