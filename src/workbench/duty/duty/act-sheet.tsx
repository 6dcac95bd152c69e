import { Sheet } from '../../../components/sheet';
import { ActForm } from '../../../features/act/act-form';
import { formActs, specOf, type DoDutyAct, type FormAct } from './duty-acts';

interface Props {
  id: string;
  chosen: FormAct | null;
  onClose: () => void;
  act: DoDutyAct;
}

export function ActSheet({ id, chosen, onClose, act }: Props) {
  if (chosen === null) return null;
  const spec = specOf(chosen);
  const { title, done } = formActs[chosen];
  return (
    <Sheet open title={title} onClose={onClose}>
      <ActForm
        spec={spec}
        draftKey={`duty.${chosen}.${id}`}
        send={(filled, photos) => act(done, () => spec.send(id, filled, photos), true)}
        onDone={onClose}
      />
    </Sheet>
  );
}
