import { Sheet } from '../../../components/sheet';
import { ActForm } from '../../../features/act/act-form';
import { actSpec } from '../../../features/act/act-spec';
import type { Entry } from '../../../features/points/entry-marks';
import { signedPoints } from '../../../features/points/points-text';
import { call } from '../../../platform/call';
import { refusalOf } from '../refusal';

interface Props {
  /** What is appealed against; null while the sheet is closed. */
  entry: Entry | null;
  onClose: () => void;
  onDone: () => void;
}

const specOf = ({ ruleName, delta, ref }: Entry) =>
  actSpec({
    about: `${ruleName} ${signedPoints(delta)}（${ref.label}）。每条积分只能申诉一次，请写清楚、带上证据。`,
    fields: {
      reason: {
        kind: 'words',
        label: '为什么不对',
        placeholder: '例：当天我到场签到了，签到表上有我的名字。',
        maxLength: 500,
      },
    },
    withPhotos: true,
    submitText: '提交申诉',
    send: (entryId, { reason }, photos) =>
      call('points.appeal', { entryId, reason, ...(photos.length > 0 ? { photos } : {}) }),
  });

export function AppealSheet({ entry, onClose, onDone }: Props) {
  if (!entry) return null;
  const spec = specOf(entry);
  return (
    <Sheet open title="申诉" onClose={onClose}>
      <ActForm
        spec={spec}
        draftKey={`points.appeal.${entry.id}`}
        send={(filled, photos) => refusalOf(spec.send(entry.id, filled, photos))}
        onDone={onDone}
      />
    </Sheet>
  );
}
