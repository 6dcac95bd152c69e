import { useState } from 'react';
import { call } from '../../../platform/call';
import { fieldErrors, formMessageOf } from '../../../platform/call-error';
import { useDraft } from '../../../platform/draft';
import { errorsWithout, type Errors } from '../../../platform/field-errors';
import { replace } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import { scrollToField } from '../../../platform/scroll-to';
import { missingIn, toSave, type Filled } from './filled';

interface Options {
  id: string;
  rev: number | undefined;
  initial: Filled;
}

const LOOK_ABOVE = '还有没填好的地方，请看上面红色的字。';

/** The form's values stay on this device until they are saved. */
export function useCallForm({ id, rev, initial }: Options) {
  const draft = useDraft(id === '' ? 'duty.call' : `duty.call.${id}.${rev}`, initial);
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState('');

  const refuse = (wrong: Errors, message: string) => {
    setErrors(wrong);
    setFailure(message);
    const [first] = Object.keys(wrong);
    if (first !== undefined) scrollToField(first);
  };
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
    setErrors((shown) => errorsWithout(shown, Object.keys(change)));
    setFailure('');
  };
  return { filled: draft.values, set, errors, failure, save };
}
