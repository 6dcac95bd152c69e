import { useState } from 'react';
import { errorsWithout, type Errors } from './field-errors';
import { scrollToField } from './scroll-to';

/** On a small phone the field itself may lie above what is seen. */
export const LOOK_ABOVE = '还有没填好的地方，请看上面红色的字。';

/** What is wrong with a page's form: by field, and in one sentence beside its button. */
export function useRefusals() {
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState('');
  const refuse = (wrong: Errors, message: string) => {
    setErrors(wrong);
    setFailure(message);
    const [first] = Object.keys(wrong);
    if (first !== undefined) scrollToField(first);
  };
  /** These fields are being filled in anew. */
  const forget = (fields: readonly string[]) => {
    setErrors((shown) => errorsWithout(shown, fields));
    setFailure('');
  };
  return { errors, failure, refuse, forget };
}
