import type { AttendanceView } from '../../../../contract/duty-views';
import type { AttendanceStatus } from '../../../../domain/duty';
import { attendanceLabels } from '../../../../domain/labels';
import { Sheet } from '../../../components/sheet';
import { ActForm } from '../../../features/act/act-form';
import { actSpec } from '../../../features/act/act-spec';
import type { DoAnswer, DoMark } from './use-marking';

/** What needs a reason: leave, changing what a code has said, and turning leave down. */
export interface Marking {
  row: AttendanceView;
  to: AttendanceStatus | 'refuse';
}

interface Props {
  asked: Marking | null;
  onClose: () => void;
  mark: DoMark;
  answer: DoAnswer;
}

function wordsOf({ row, to }: Marking): { title: string; label: string; placeholder: string } {
  if (to === 'refuse') {
    return { title: `不准${row.name}的假`, label: '为什么不准', placeholder: '例如：选举会议，请到会。' };
  }
  if (to === 'leave') return { title: `${row.name}：请假`, label: '请假事由', placeholder: '例如：住院，打过电话。' };
  return {
    title: `${row.name}：改为${attendanceLabels[to]}`,
    label: '为什么改',
    placeholder: '例如：本人没有到会，是别人代签的。',
  };
}

export function MarkSheet({ asked, onClose, mark, answer }: Props) {
  if (asked === null) return null;
  const { row, to } = asked;
  const { title, label, placeholder } = wordsOf(asked);
  const spec = actSpec({
    fields: { reason: { kind: 'words', label, placeholder, maxLength: 200 } },
    submitText: '确定',
    send: (_id, { reason }) => (to === 'refuse' ? answer(row, false, reason) : mark(row, to, reason)),
  });
  return (
    <Sheet open title={title} onClose={onClose}>
      <ActForm
        spec={spec}
        draftKey={`duty.mark.${row.id}.${to}`}
        send={(filled) => spec.send(row.id, filled, [])}
        onDone={onClose}
      />
    </Sheet>
  );
}
