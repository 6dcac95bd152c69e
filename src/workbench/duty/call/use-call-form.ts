import { call } from '../../../platform/call';
import { fieldErrors, formMessageOf } from '../../../platform/call-error';
import { useDraft } from '../../../platform/draft';
import { replace } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import { LOOK_ABOVE, useRefusals } from '../../../platform/use-refusals';
import { missingIn, toSave, type Filled } from './filled';

interface Options {
  id: string;
  rev: number | undefined;
  initial: Filled;
}

/** The form's values stay on this device until they are saved. */
export function useCallForm({ id, rev, initial }: Options) {
  const draft = useDraft(id === '' ? 'duty.call' : `duty.call.${id}.${rev}`, initial);
  const { errors, failure, refuse, forget } = useRefusals();
  const save = async () => {
    const filled = draft.current();
    const missing = missingIn(filled);
    if (Object.keys(missing).length > 0) return refuse(missing, LOOK_ABOVE);
    refuse({}, '');
    const which = id === '' ? { clientToken: draft.clientToken() } : { id, ...(rev === undefined ? {} : { rev }) };
    try {
      const { duty } = await call('duty.save', { ...toSave(filled), ...which });
      draft.clear();
      replace(routes.duty, { id: duty.id });
    } catch (error) {
      refuse(fieldErrors(error), formMessageOf(error));
    }
  };
  const set = (change: Partial<Filled>) => {
    draft.set(change);
    forget(Object.keys(change));
  };
  return { filled: draft.values, set, errors, failure, save };
}
