import type { OrderView } from '../../../contract/order';
import type { WishView } from '../../../contract/wish-views';
import { Sheet } from '../../components/sheet';
import { FilingForm } from '../../features/campaign/filing-form';
import { IssueForm } from '../../features/order/issue-form';
import { labelOf, type Act } from '../../features/wish/wish-acts';
import { ActForm } from '../../features/act/act-form';
import { call } from '../../platform/call';
import { isSpecAct, specOf, type SpecAct, type Viewer } from './forms/act-specs';
import { AssignForm } from './forms/assign-form';
import { CallBackForm } from './forms/call-back-form';
import { FulfilForm } from './forms/fulfil-form';
import { RateForm } from './forms/rate-form';
import type { DoAct } from './use-act';

const ownForms = ['assign', 'issue', 'fulfil', 'rate', 'callBack', 'file'] as const satisfies Act[];

/** The acts that need a word or two first. */
export type SheetAct = SpecAct | (typeof ownForms)[number];

export const isSheetAct = (act: Act): act is SheetAct => isSpecAct(act) || ownForms.some((own) => own === act);

async function seenAfter(file: () => Promise<unknown>, id: string): Promise<{ wish: WishView }> {
  await file();
  return call('wish.get', { id });
}

interface Props {
  wish: WishView;
  viewer: Viewer;
  open: SheetAct | null;
  /** Whom to assign it to, where somebody was pressed. */
  chosen: string | null;
  onClose: () => void;
  act: DoAct;
  onIssued: (order: OrderView) => void;
}

export function ActSheets({ open, ...form }: Props) {
  const { wish, viewer, onClose } = form;
  return (
    <Sheet open={open !== null} title={open ? labelOf(open, wish, viewer.representativeId) : ''} onClose={onClose}>
      {open ? <Form {...form} which={open} /> : null}
    </Sheet>
  );
}

function Form({ wish, viewer, which, chosen, onClose, act, onIssued }: Omit<Props, 'open'> & { which: SheetAct }) {
  const { id } = wish;
  switch (which) {
    case 'assign':
      return (
        <AssignForm
          wish={wish}
          chosen={chosen}
          scope={viewer.isPresidium ? 'town' : 'group'}
          act={act}
          onDone={onClose}
        />
      );
    case 'issue':
      return <IssueForm wishId={id} onIssued={onIssued} />;
    case 'fulfil':
      return <FulfilForm id={id} act={act} onDone={onClose} />;
    case 'rate':
      return <RateForm wish={wish} act={act} onDone={onClose} />;
    case 'callBack':
      return <CallBackForm id={id} act={act} onDone={onClose} />;
    case 'file':
      return (
        <FilingForm kind="wish" id={id} send={(file) => act('file', () => seenAfter(file, id))} onDone={onClose} />
      );
    default: {
      const spec = specOf(which, wish, viewer);
      return (
        <ActForm
          spec={spec}
          draftKey={`${which}.${id}`}
          send={(filled, photos) => act(which, () => spec.send(id, filled, photos))}
          onDone={onClose}
        />
      );
    }
  }
}
