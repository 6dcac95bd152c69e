import type { WishView } from '../../../contract/wish';
import { Sheet } from '../../components/sheet';
import { labelOf, type Act } from '../../features/wish/wish-acts';
import { FulfilForm } from './fulfil-form';
import { NoteForm } from './note-form';
import { notes } from './notes';
import { RateForm } from './rate-form';
import type { DoAct } from './use-act';

/** The acts that need a word or two first. */
export type SheetAct = Exclude<Act, 'claim' | 'review' | 'post'>;

interface Props {
  wish: WishView;
  open: SheetAct | null;
  onClose: () => void;
  act: DoAct;
}

export function ActSheets({ wish, open, onClose, act }: Props) {
  return (
    <Sheet open={open !== null} title={open ? labelOf(open, wish) : ''} onClose={onClose}>
      {open ? <Form wish={wish} which={open} onDone={onClose} act={act} /> : null}
    </Sheet>
  );
}

interface FormProps {
  wish: WishView;
  which: SheetAct;
  onDone: () => void;
  act: DoAct;
}

function Form({ wish: { id, claimer, mine }, which, onDone, act }: FormProps) {
  if (which === 'fulfil') return <FulfilForm id={id} act={act} onDone={onDone} />;
  if (which === 'rate')
    return <RateForm id={id} claimer={claimer?.name} isCallBack={!mine} act={act} onDone={onDone} />;
  const note = notes[which];
  return (
    <NoteForm
      note={note}
      draftKey={`${which}.${id}`}
      send={(text, photos) => act(which, () => note.send(id, text, photos))}
      onDone={onDone}
    />
  );
}
