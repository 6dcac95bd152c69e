import { View } from '@tarojs/components';
import type { Overview } from '../../../../contract/report';
import { ratingLabels, statusLabels } from '../../../../domain/labels';
import { Card } from '../../../components/card';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { rates } from '../../../features/wish/wish-status';
import { grouped } from '../../../platform/numbers';
import type { Loaded } from '../../../platform/use-load';

interface Props {
  overview: Loaded<Overview>;
}

export function OverviewPanel({ overview: { state, data, error, reload } }: Props) {
  if (state === 'loading') return <LoadingSkeleton rows={2} />;
  if (!data) return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
  return (
    <Card title="全镇概况" id="overview">
      <Wishes overview={data} />
      <Outcomes overview={data} />
    </Card>
  );
}

function Wishes({ overview }: { overview: Overview }) {
  const { wishes } = overview;
  const { done, solved } = rates(overview);
  const going = (['submitted', 'needInfo', 'open', 'claimed', 'coordinating', 'paused', 'answered'] as const).filter(
    (status) => wishes[status] > 0,
  );
  return (
    <View className="desk__part">
      <View className="desk__figures">
        <Figure name="登记心愿" value={grouped(wishes.registered)} unit="条" />
        <Figure name="办结" value={grouped(wishes.fulfilled)} unit="条" />
        <Figure name="办结率" value={done} />
        <Figure name="实际解决率" value={solved} />
      </View>
      <View className="desk__line">
        {going.map((status) => `${statusLabels[status]} ${wishes[status]}`).join('，')}
        {wishes.overdue > 0 ? `；其中超过时限 ${wishes.overdue}` : ''}
      </View>
    </View>
  );
}

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
}

function Figure({ name, value, unit, note }: FigureProps) {
  return (
    <View className="desk__figure">
      <View className="desk__figure-name">{name}</View>
      <View className="desk__figure-value">
        {value}
        {unit ? <View className="desk__figure-unit">{unit}</View> : null}
      </View>
      {note ? <View className="desk__figure-name">{note}</View> : null}
    </View>
  );
}
