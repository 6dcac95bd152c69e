import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Me } from '../../../../contract/account';
import type { AbsenceView } from '../../../../contract/points-proposals';
import { hasRole } from '../../../../domain/caller';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { Sheet } from '../../../components/sheet';
import { EmptyState, ErrorState, ListFooter, LoadingSkeleton } from '../../../components/states';
import { Tabs } from '../../../components/tabs';
import { ForOffice } from '../../../features/account/for-office';
import { call } from '../../../platform/call';
import { Page } from '../../../platform/page';
import { useList } from '../../../platform/use-list';
import { Bar } from '../bar';
import { CardActSheet } from '../card-act-sheet';
import { useCardAct } from '../use-card-act';
import { AbsenceCard } from './absence-card';
import { AbsenceForm } from './absence-form';
import { absenceActs, type AbsenceAct } from './absence-acts';
import '../points.scss';

/** 不在岗时段: days on which nobody is measured, proposed by one and confirmed by another. */
export default function AbsencesPage() {
  return (
    <ForOffice
      mayUse={(me) => hasRole(me, 'representative', 'liaison', 'presidium', 'admin')}
      title="这里是代表的不在岗时段"
      text="代表登记病假、产假、外派等，由组长或镇人大办确认。"
      wide
    >
      {(me) => <Absences me={me} />}
    </ForOffice>
  );
}

const statuses = [
  { value: 'proposed', label: '待确认' },
  { value: 'confirmed', label: '已确认' },
  { value: 'dropped', label: '不予确认' },
] as const;
type Status = (typeof statuses)[number]['value'];

const PAGE_SIZE = 20;

function Absences({ me }: { me: Me }) {
  const leads = hasRole(me, 'liaison', 'presidium', 'admin');
  const [status, setStatus] = useState<Status>('proposed');
  const [isAdding, setAdding] = useState(false);
  const asked = leads ? { status } : {};
  const list = useList((page) => call('points.listAbsences', { ...asked, ...page, limit: PAGE_SIZE }), status);
  const acting = useCardAct(absenceActs, { onChanged: list.replace, onLate: list.refresh });
  const mayAdd = hasRole(me, 'representative', 'liaison', 'presidium');
  const bar = (
    <Bar>
      <Button id="add-absence" kind="primary" text="登记不在岗时段" onPress={() => setAdding(true)} />
    </Bar>
  );
  const handleAdded = async () => {
    setAdding(false);
    acting.say({ tone: 'good', text: '已登记，另一人确认后生效。' });
    setStatus('proposed');
    await list.refresh();
  };
  return (
    <Page wide bar={mayAdd ? bar : null}>
      {acting.notice ? <Notice {...acting.notice} /> : null}
      <View className="points-hint">
        病假、产假、外派等不在岗的日子，不按缺勤看待，积分上限也按在岗天数折算。登记后由组长或镇人大办确认，自己的不能自己确认。
      </View>
      {leads ? (
        <View className="points-top">
          <Tabs label="办到哪一步" options={statuses} value={status} onChange={setStatus} />
        </View>
      ) : null}
      {list.state === 'loading' ? <LoadingSkeleton /> : null}
      {list.state === 'failed' ? <ErrorState message={list.error?.message ?? ''} onRetry={list.reload} /> : null}
      {list.state === 'ready' ? <Cards items={list.items} onChoose={acting.choose} /> : null}
      {list.items.length > 0 ? (
        <ListFooter more={list.more} message={list.error?.message} onMore={list.loadMore} />
      ) : null}
      <CardActSheet acts={absenceActs} acting={acting} />
      <Sheet open={isAdding} title="登记不在岗时段" onClose={() => setAdding(false)}>
        <AbsenceForm me={me} leads={leads} onDone={handleAdded} />
      </Sheet>
    </Page>
  );
}

interface CardsProps {
  items: readonly AbsenceView[];
  onChoose: (act: AbsenceAct, absence: AbsenceView) => void;
}

/** What a notice is about stands first. */
function Cards({ items, onChoose }: CardsProps) {
  const { id: wanted } = useRouter().params;
  if (items.length === 0) {
    return <EmptyState title="没有不在岗时段" text="生病、外派等需要离岗的，请及时登记。" />;
  }
  const sorted = [...items.filter(({ id }) => id === wanted), ...items.filter(({ id }) => id !== wanted)];
  return (
    <View id="absences" className="points-cards">
      {sorted.map((absence) => (
        <AbsenceCard key={absence.id} absence={absence} onChoose={onChoose} />
      ))}
    </View>
  );
}
