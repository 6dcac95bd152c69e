import { View } from '@tarojs/components';
import type { AttendanceView } from '../../../../contract/duty-views';
import type { AttendanceStatus } from '../../../../domain/duty';
import { attendanceLabels, attendanceWayLabels } from '../../../../domain/labels';
import { Button } from '../../../components/button';
import { Pressable } from '../../../components/pressable';
import { Tag } from '../../../components/tag';
import { clockText } from '../../../platform/dates';
import { attendanceTones } from '../duty-words';
import type { Marking } from './mark-sheet';
import type { DoAnswer, DoMark } from './use-marking';

interface Props {
  row: AttendanceView;
  onMark: DoMark;
  onAsk: (marking: Marking) => void;
  onAnswer: DoAnswer;
}

const marks = [
  { status: 'present', text: '到会' },
  { status: 'leave', text: '请假' },
  { status: 'absent', text: '缺席' },
] as const;

function howText({ by, signedAt, marked, away, leave }: AttendanceView): string {
  const parts = [
    away ? '不在岗' : '',
    signedAt ? `${clockText(signedAt)} 签到` : '',
    marked ? `${marked.who}登记` : by && !signedAt ? attendanceWayLabels[by] : '',
    marked?.reason ?? '',
    leave && !away ? `请假：${leave.reason}${leave.agreed === false ? '（没有准）' : ''}` : '',
  ];
  return [...new Set(parts)].filter((part) => part !== '').join(' · ');
}

/** One person of the list. The same mark pressed again takes it back. */
export function AttendanceRow({ row, onMark, onAsk, onAnswer }: Props) {
  const { name, groupName, status, extra, by, mayMark, mayAgreeLeave } = row;
  const press = (to: AttendanceStatus) => {
    const next = to === status ? 'expected' : to;
    const isOverruling = by === 'code' && status === 'present';
    if (next === 'leave' || isOverruling) return onAsk({ row, to: next });
    void onMark(row, next);
  };
  const how = howText(row);
  return (
    <View id={`row-${row.id}`} className="attendance-row">
      <View className="attendance-row__top">
        <View className="attendance-row__name">{name}</View>
        <Tag text={extra && status === 'present' ? '列席' : attendanceLabels[status]} tone={attendanceTones[status]} />
        <View className="attendance-row__group">{groupName}</View>
      </View>
      {how ? <View className="attendance-row__how">{how}</View> : null}
      {mayAgreeLeave ? (
        <View className="attendance-row__marks">
          <Button kind="primary" text="准假" label={`准${name}的假`} onPress={() => onAnswer(row, true)} />
          <Button text="不准" label={`不准${name}的假`} onPress={() => onAsk({ row, to: 'refuse' })} />
        </View>
      ) : null}
      {mayMark ? (
        <View className="attendance-row__marks">
          {marks.map((one) => (
            <Pressable
              key={one.status}
              className={`attendance-row__mark${one.status === status ? ` attendance-row__mark--${status}` : ''}`}
              role="radio"
              checked={one.status === status}
              label={`${name}：${one.text}`}
              onPress={() => press(one.status)}
            >
              {one.status === status ? `✓ ${one.text}` : one.text}
            </Pressable>
          ))}
        </View>
      ) : null}
    </View>
  );
}
