import { ConfirmDialog } from '../../../components/confirm-dialog';
import { Sheet } from '../../../components/sheet';
import { ActForm } from '../../../features/act/act-form';
import { actLabels, confirmedActs, isConfirmed, specOf, type Act, type Target } from './acts';
import type { DoAwardAct } from './use-award-act';

export interface Chosen {
  act: Act;
  target: Target;
}

interface Props {
  chosen: Chosen | null;
  onClose: () => void;
  act: DoAwardAct;
}

/** What needs no words is only confirmed; the rest is a form. */
export function ActSheet({ chosen, onClose, act }: Props) {
  if (chosen === null) return null;
  const { act: what, target } = chosen;
  if (isConfirmed(what)) {
    const { text, send } = confirmedActs[what];
    return (
      <ConfirmDialog
        open
        title={`${actLabels[what]}？`}
        text={text(target)}
        confirmText={actLabels[what]}
        onConfirm={async () => {
          onClose();
          await act(what, () => send(target), false);
        }}
        onCancel={onClose}
      />
    );
  }
  const spec = specOf(what, target);
  const about = target.objectionId ?? target.representativeId ?? 'all';
  return (
    <Sheet open title={actLabels[what]} onClose={onClose}>
      <ActForm
        spec={spec}
        draftKey={`award.${what}.${target.id}.${about}`}
        send={(filled, photos) => act(what, () => spec.send(target.id, filled, photos), true)}
        onDone={onClose}
      />
    </Sheet>
  );
}
