import { View } from '@tarojs/components';
import type { AbsenceView } from '../../../../contract/points-proposals';
import { absenceLabels } from '../../../../domain/absence';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Tag, type Tone } from '../../../components/tag';
import { dayText, timeText } from '../../../platform/dates';
import { Fact } from '../fact';
import { Said } from '../said';
import { absenceActsOf, absenceActTexts, type AbsenceAct } from './absence-acts';
import '../points.scss';

const marks = {
  proposed: { text: '待确认', tone: 'amber' },
  confirmed: { text: '已确认', tone: 'green' },
  dropped: { text: '不予确认', tone: 'plain' },
} as const satisfies Record<AbsenceView['status'], { text: string; tone: Tone }>;

const ofDay = (day: string): string => dayText(`${day}T12:00:00+08:00`);

const spanText = ({ from, until }: AbsenceView): string =>
  until === undefined ? `${ofDay(from)}起，还没有定结束日期` : `${ofDay(from)}到${ofDay(until)}`;

interface Props {
  absence: AbsenceView;
  onChoose: (act: AbsenceAct, absence: AbsenceView) => void;
}

export function AbsenceCard({ absence, onChoose }: Props) {
  const { id, representative, groupName, kind, reason, status, proposed, settled } = absence;
  const acts = absenceActsOf(absence);
  return (
    <Card id={`absence-${id}`} title={`${representative}：${absenceLabels[kind]}`}>
      <View className="points-tags">
        <Tag {...marks[status]} />
        <Tag text={groupName} />
      </View>
      <View>{spanText(absence)}</View>
      <Fact name="说明" text={reason} />
      <Fact name="登记" text={`${proposed.who}，${timeText(proposed.at)}`} />
      {settled ? (
        <Said
          head={`${settled.who} ${status === 'confirmed' ? '确认' : '不予确认'}（${timeText(settled.at)}）`}
          text={settled.reason ?? ''}
        />
      ) : null}
      {acts.length > 0 ? (
        <View className="points-acts">
          {acts.map((act) => (
            <View key={act} className="points-acts__act">
              <Button
                id={`${act}-${id}`}
                kind={act === 'confirm' ? 'primary' : act === 'refuse' ? 'danger' : 'plain'}
                text={absenceActTexts[act]}
                label={`${absenceActTexts[act]}：${representative}`}
                onPress={() => onChoose(act, absence)}
              />
            </View>
          ))}
        </View>
      ) : null}
    </Card>
  );
}
