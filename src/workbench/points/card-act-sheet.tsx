import { Sheet } from '../../components/sheet';
import { ActForm } from '../../features/act/act-form';
import type { CardActing, CardActs } from './use-card-act';

interface Props<Act extends string, Thing> {
  acts: CardActs<Act, Thing>;
  acting: CardActing<Act, Thing>;
}

/** The form of the act that was chosen on a card. */
export function CardActSheet<Act extends string, Thing extends { id: string }>({ acts, acting }: Props<Act, Thing>) {
  const { chosen, close, send } = acting;
  if (!chosen) return null;
  const { act, thing } = chosen;
  return (
    <Sheet open title={acts.titles[act]} onClose={close}>
      <ActForm
        spec={acts.specOf(act, thing)}
        draftKey={`points.${acts.name}.${act}.${thing.id}`}
        send={send}
        onDone={close}
      />
    </Sheet>
  );
}
