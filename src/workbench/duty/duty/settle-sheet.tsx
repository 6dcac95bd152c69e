import { View } from '@tarojs/components';
import type { Output } from '../../../../contract/contract';
import { attendanceLabels } from '../../../../domain/labels';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { Sheet } from '../../../components/sheet';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { signedPoints } from '../../../features/points/points-text';
import { call } from '../../../platform/call';
import { useLoad } from '../../../platform/use-load';
import type { DoDutyAct } from './duty-acts';

interface Props {
  id: string;
  act: DoDutyAct;
  onClose: () => void;
}

type Preview = Output<'duty.preview'>;
type Line = Preview['lines'][number];

/** What follows, before it is done: who earns, who is proposed for a deduction. */
export function SettleSheet({ id, act, onClose }: Props) {
  const { state, data, error, reload } = useLoad(() => call('duty.preview', { id }), id);
  return (
    <Sheet open title="确认考勤" onClose={onClose}>
      {state === 'loading' ? <LoadingSkeleton rows={2} /> : null}
      {error ? <ErrorState message={error.message} onRetry={reload} /> : null}
      {data ? (
        <>
          <Summary preview={data} />
          <Button
            id="settle-now"
            kind="primary"
            size="big"
            text="确认考勤，记入履职档案"
            busyText="正在记分…"
            disabled={data.problem !== undefined}
            onPress={async () => {
              await act('考勤已确认，积分已记。', () => call('duty.settle', { id, rev: data.rev }));
              onClose();
            }}
          />
        </>
      ) : null}
    </Sheet>
  );
}

function pointsText({ ruleName, points, units, unit, people, isProposed }: Line): string {
  if (ruleName === undefined || points === undefined) return '不计分';
  const much = units === people ? '' : `，共 ${units} ${unit ?? ''}`;
  const each = `${ruleName}，每${unit ?? '次'} ${signedPoints(points)}${much}`;
  return isProposed ? `${each}。先通知本人，24 小时内可以说明` : each;
}

function Summary({ preview: { lines, unmarked, problem } }: { preview: Preview }) {
  return (
    <View id="settle-summary">
      {problem ? <Notice tone="bad" text={problem} /> : null}
      {unmarked.length > 0 ? (
        <Notice tone="plain" text={`${unmarked.length} 人没有签到也没有登记，将记为缺席：${unmarked.join('、')}`} />
      ) : null}
      {lines.map((line) => (
        <View key={`${line.status}-${line.rule ?? ''}`} className="settle-line">
          <View className="settle-line__people">
            {line.rule === undefined && line.status === 'leave' ? '请假、不在岗' : attendanceLabels[line.status]}{' '}
            {line.people} 人
          </View>
          <View className="settle-line__points">{pointsText(line)}</View>
          {line.names.length > 0 ? <View className="settle-line__names">{line.names.join('、')}</View> : null}
        </View>
      ))}
    </View>
  );
}
