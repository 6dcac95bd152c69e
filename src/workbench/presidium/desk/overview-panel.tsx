import { View } from '@tarojs/components';
import type { Overview } from '../../../../contract/report';
import { ratingLabels, statusLabels } from '../../../../domain/labels';
import type { WishStatus } from '../../../../domain/wish';
import { Card } from '../../../components/card';
import { Pressable } from '../../../components/pressable';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { rates } from '../../../features/wish/wish-status';
import { grouped } from '../../../platform/numbers';
import type { Loaded } from '../../../platform/use-load';
import type { LedgerFilters } from './ledger-filters';

interface Props {
  overview: Loaded<Overview>;
  /** Shows the rows behind a figure, where they can be shown. */
  onRows?: ((filters: Partial<LedgerFilters>) => void) | undefined;
}

export function OverviewPanel({ overview: { state, data, error, reload }, onRows }: Props) {
  if (state === 'loading') return <LoadingSkeleton rows={2} />;
  if (!data) return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
  return (
    <Card title="全镇概况" id="overview">
      <Wishes overview={data} onRows={onRows} />
      <Outcomes overview={data} />
    </Card>
  );
}

const doing = ['claimed', 'coordinating', 'paused'] as const;
const waiting = ['submitted', 'needInfo', 'coordinating', 'paused', 'fulfilled'] as const;

function Wishes({ overview, onRows }: { overview: Overview; onRows: Props['onRows'] }) {
  const { wishes } = overview;
  const { done, solved } = rates(overview);
  const rows = (status: readonly WishStatus[]) => (onRows ? () => onRows({ status }) : undefined);
  const going = waiting.map((status) => [status, inStatus(wishes, status)] as const).filter(([, count]) => count > 0);
  return (
    <View className="desk__part">
      <View className="desk__figures">
        <Figure name="登记心愿" value={grouped(wishes.registered)} unit="条" onPress={rows([])} />
        <Figure name="待认领" value={grouped(wishes.open)} unit="条" onPress={rows(['open'])} />
        <Figure name="办理中" value={grouped(sumOf(wishes, doing))} unit="条" onPress={rows(doing)} />
        <Figure name="办结" value={grouped(wishes.fulfilled)} unit="条" onPress={rows(['fulfilled', 'closed'])} />
        <Figure name="已解决" value={grouped(wishes.resolved)} unit="条" />
        <Figure name="暂难解决" value={grouped(wishes.answered)} unit="条" onPress={rows(['answered'])} />
        <Figure name="办结率" value={done} />
        <Figure name="实际解决率" value={solved} />
      </View>
      <View className="desk__line">
        {[
          ...going.map(([status, count]) => `${statusLabels[status]} ${count}`),
          ...(wishes.overdue > 0 ? [`已超期 ${wishes.overdue}`] : []),
        ].join('，')}
      </View>
    </View>
  );
}

type Counts = Overview['wishes'];

/** The overview's own `fulfilled` holds the closed as well. */
const inStatus = (wishes: Counts, status: (typeof waiting)[number]): number =>
  status === 'fulfilled' ? wishes.fulfilled - wishes.closed : wishes[status];

const sumOf = (wishes: Counts, statuses: typeof doing): number =>
  statuses.reduce((sum, status) => sum + wishes[status], 0);

function Outcomes({ overview: { outcomes, satisfaction } }: { overview: Overview }) {
  const { amountYuan, lectures, clinics, employed } = outcomes;
  return (
    <View className="desk__part">
      <View className="desk__figures">
        <Figure name="慰问金和物资" value={grouped(amountYuan)} unit="元" />
        <Figure name="宣讲" value={grouped(lectures.people)} unit="人" note={`${grouped(lectures.sessions)} 场`} />
        <Figure name="义诊" value={grouped(clinics.people)} unit="人" note={`${grouped(clinics.sessions)} 场`} />
        <Figure name="帮助就业" value={grouped(employed)} unit="人" />
      </View>
      <View className="desk__line">
        评价：
        {(['satisfied', 'fair', 'unsatisfied'] as const)
          .map((rating) => `${ratingLabels[rating]} ${satisfaction[rating]}`)
          .join('，')}
      </View>
    </View>
  );
}

interface FigureProps {
  name: string;
  value: string;
  unit?: string;
  /** A second figure, below. */
  note?: string;
  onPress?: (() => void) | undefined;
}

function Figure({ name, value, unit, note, onPress }: FigureProps) {
  const content = (
    <>
      <View className="desk__figure-name">{name}</View>
      <View className="desk__figure-value">
        {value}
        {unit ? <View className="desk__figure-unit">{unit}</View> : null}
      </View>
      {note ? <View className="desk__figure-name">{note}</View> : null}
    </>
  );
  if (!onPress) return <View className="desk__figure">{content}</View>;
  return (
    <Pressable
      className="desk__figure desk__figure--link"
      role="link"
      label={`${name} ${value}${unit ?? ''}，看这些心愿`}
      onPress={onPress}
    >
      {content}
    </Pressable>
  );
}
