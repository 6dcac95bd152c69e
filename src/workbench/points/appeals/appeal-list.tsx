import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import type { Me } from '../../../../contract/account';
import type { AppealView } from '../../../../contract/points-appeals';
import { hasRole } from '../../../../domain/caller';
import { Card } from '../../../components/card';
import type { Option } from '../../../components/chips';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { Tabs } from '../../../components/tabs';
import { Tag } from '../../../components/tag';
import { signedPoints } from '../../../features/points/points-text';
import { call } from '../../../platform/call';
import { dayText } from '../../../platform/dates';
import { open } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { useList, type Listed } from '../../../platform/use-list';
import { appealMark, waitText } from './appeal-texts';
import '../points.scss';

type Side = AppealView['status'] | 'mine';

const officeSides: readonly Option<Side>[] = [
  { value: 'open', label: '待答复' },
  { value: 'answered', label: '待决定' },
  { value: 'decided', label: '已决定' },
];
const mySide: Option<Side> = { value: 'mine', label: '我的申诉' };

const PAGE_SIZE = 20;

export function AppealList({ me }: { me: Me }) {
  const { mine } = useRouter().params;
  const isOffice = hasRole(me, 'presidium', 'admin');
  const sides = isOffice ? [...officeSides, ...(me.representativeId === undefined ? [] : [mySide])] : [mySide];
  const [side, setSide] = useState<Side>(isOffice && mine === undefined ? 'open' : 'mine');
  const asked = side === 'mine' ? { mine: true } : { status: side };
  const list = useList((page) => call('points.listAppeals', { ...asked, ...page, limit: PAGE_SIZE }), side);
  return (
    <Page wide>
      {sides.length > 1 ? (
        <View className="points-top">
          <Tabs label="看哪些申诉" options={sides} value={side} onChange={setSide} />
        </View>
      ) : null}
      <Appeals list={list} side={side} />
    </Page>
  );
}

const emptyTexts = {
  open: { title: '没有待答复的申诉', text: '代表提出申诉后会列在这里，5 个工作日内答复。' },
  answered: { title: '没有待决定的申诉', text: '镇人大办答复后，由主席团在这里决定。' },
  decided: { title: '还没有决定过的申诉', text: '决定了的申诉会列在这里。' },
  mine: { title: '您没有提过申诉', text: '对某笔积分有异议，到“积分明细”里找到那一笔，点“申诉”。' },
} as const satisfies Record<Side, { title: string; text: string }>;

function Appeals({ list, side }: { list: Listed<AppealView>; side: Side }) {
  if (list.state === 'loading') return <LoadingSkeleton />;
  if (list.state === 'failed') return <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} />;
  if (list.items.length === 0) {
    const action = { text: '看积分明细', onPress: () => open(routes.entries) };
    return <EmptyState {...emptyTexts[side]} action={side === 'mine' ? action : undefined} />;
  }
  return (
    <View id="appeals">
      <View className="points-cards">
        {list.items.map((appeal) => (
          <AppealCard key={appeal.id} appeal={appeal} isMine={side === 'mine'} />
        ))}
      </View>
      <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
    </View>
  );
}

function AppealCard({ appeal, isMine }: { appeal: AppealView; isMine: boolean }) {
  const { id, entry, representative, groupName, at, reason, overdue } = appeal;
  const mark = appealMark(appeal);
  const wait = waitText(appeal);
  return (
    <Card
      id={`appeal-${id}`}
      label={`${representative}对${entry.ruleName}的申诉，${mark.text}`}
      onPress={() => open(routes.appeals, { id })}
    >
      <View className="points-head">
        <View className="points-head__name">{isMine ? entry.ruleName : `${representative}：${entry.ruleName}`}</View>
        <View className={`points-head__points${entry.delta < 0 ? ' points-head__points--less' : ''}`}>
          {signedPoints(entry.delta)}
        </View>
      </View>
      <View className="points-tags">
        <Tag {...mark} />
        {overdue ? <Tag text="已超期" tone="red" /> : null}
        {isMine ? null : <Tag text={groupName} />}
      </View>
      <View>
        {dayText(at)}提出：{reason}
      </View>
      {wait ? <View className="points-hint">{wait}</View> : null}
    </Card>
  );
}
