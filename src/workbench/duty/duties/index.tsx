import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Me } from '../../../../contract/account';
import { hasRole } from '../../../../domain/caller';
import { Button } from '../../../components/button';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { Tabs } from '../../../components/tabs';
import { ForOffice } from '../../../features/account/for-office';
import { call } from '../../../platform/call';
import { open } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useList } from '../../../platform/use-list';
import { DutyRow } from './duty-row';
import { TemplateButton } from './template-button';
import './duties.scss';

type Scope = 'mine' | 'group' | 'town';
type Which = 'upcoming' | 'past' | 'waiting';

const scopeLabels = { mine: '我的', group: '本组', town: '全镇' } as const satisfies Record<Scope, string>;
const listLabels = { upcoming: '即将进行', past: '已结束', waiting: '待确认考勤' } as const satisfies Record<
  Which,
  string
>;

const emptyTexts = {
  upcoming: '有新的会议、视察、培训，会发通知给您。',
  past: '参加过的活动会列在这里。',
  waiting: '活动结束后没有确认考勤的会列在这里。',
} as const satisfies Record<Which, string>;

/** One's own first: who stands in the hall looks for the button to sign in. */
function scopesOf(me: Me): Scope[] {
  return [
    ...(me.representativeId === undefined ? [] : (['mine'] as const)),
    ...(me.groupId === undefined ? [] : (['group'] as const)),
    ...(hasRole(me, 'presidium', 'admin') ? (['town'] as const) : []),
  ];
}

export default function DutiesPage() {
  return (
    <ForOffice
      mayUse={(me) => hasRole(me, 'representative', 'liaison', 'presidium', 'admin')}
      title="这里是履职活动"
      text="会议、视察、培训和小组活动的通知、签到和请假都在这里，供人大代表和镇人大使用。"
    >
      {(me) => <Duties me={me} />}
    </ForOffice>
  );
}

function Duties({ me }: { me: Me }) {
  const scopes = scopesOf(me);
  const [scope, setScope] = useState<Scope>(scopes[0] ?? 'mine');
  const [which, setWhich] = useState<Which>('upcoming');
  const isKeeper = hasRole(me, 'liaison', 'presidium');
  const lists: Which[] =
    scope === 'mine' || !(isKeeper || hasRole(me, 'presidium', 'admin'))
      ? ['upcoming', 'past']
      : ['upcoming', 'past', 'waiting'];
  const list = lists.includes(which) ? which : 'upcoming';
  return (
    <Page
      bar={isKeeper ? <Button id="call" kind="primary" text="召集活动" onPress={() => open(routes.dutyCall)} /> : null}
    >
      {scopes.length > 1 ? (
        <Tabs
          label="看谁的活动"
          options={scopes.map((value) => ({ value, label: scopeLabels[value] }))}
          value={scope}
          onChange={setScope}
        />
      ) : null}
      <Tabs
        label="看哪些活动"
        options={lists.map((value) => ({ value, label: listLabels[value] }))}
        value={list}
        onChange={setWhich}
      />
      <DutyList scope={scope} which={list} />
      {hasRole(me, 'presidium', 'admin') ? <TemplateButton /> : null}
    </Page>
  );
}

function DutyList({ scope, which }: { scope: Scope; which: Which }) {
  const list = useList((page) => call('duty.list', { scope, list: which, ...page }), `${scope}.${which}`);
  const { state, items, error, more, loadMore, reload } = list;
  if (state === 'loading') return <LoadingSkeleton />;
  if (state === 'failed') return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
  if (items.length === 0) return <EmptyState title={`没有${listLabels[which]}的活动`} text={emptyTexts[which]} />;
  return (
    <View id="duties">
      {error && more !== 'failed' ? <ErrorState message={error.message} onRetry={reload} /> : null}
      {items.map((duty) => (
        <DutyRow key={duty.id} duty={duty} />
      ))}
      <ListFooter more={more} message={error?.message} onMore={loadMore} />
    </View>
  );
}
