import type { ModelView } from '../../../../contract/honour';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { Sheet } from '../../../components/sheet';
import { ActForm } from '../../../features/act/act-form';
import { confirmedActs, isConfirmed, modelActLabels, specOf, type ModelAct } from './model-acts';
import type { DoModelAct } from './use-model-act';

interface Props {
  id: string;
  chosen: ModelAct | null;
  onClose: () => void;
  act: DoModelAct;
  /** The model once what was written is saved; null: it cannot be, and the form shows why. */
  saved: () => Promise<ModelView | null>;
}

/** What needs no words is only confirmed; the rest is a form. */
export function ActSheet({ id, chosen, onClose, act, saved }: Props) {
  if (chosen === null) return null;
  if (isConfirmed(chosen)) {
    const { text, send } = confirmedActs[chosen];
    return (
      <ConfirmDialog
        open
        title={`${modelActLabels[chosen]}？`}
        text={text}
        confirmText={modelActLabels[chosen]}
        onConfirm={async () => {
          onClose();
          await act(chosen, async () => {
            const model = await saved();
            return model && send(id, model.rev);
          });
        }}
        onCancel={onClose}
      />
    );
  }
  const spec = specOf(chosen);
  return (
    <Sheet open title={modelActLabels[chosen]} onClose={onClose}>
      <ActForm
        spec={spec}
        draftKey={`honour.${chosen}.${id}`}
        send={(filled) => act(chosen, () => spec.send(id, filled, []), true)}
        onDone={onClose}
      />
    </Sheet>
  );
}
