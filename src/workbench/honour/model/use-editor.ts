import { useState } from 'react';
import type { ModelView } from '../../../../contract/honour';
import { call } from '../../../platform/call';
import { fieldErrors, toCallError, type CallError } from '../../../platform/call-error';
import { useDraft } from '../../../platform/draft';
import { scrollToField } from '../../../platform/scroll-to';

export interface Written {
  title: string;
  text: string;
  photos: string[];
}

const asStored = ({ title, text, photos }: ModelView): Written => ({ title, text, photos: photos.map(({ id }) => id) });

const isSame = (a: Written, b: Written): boolean =>
  a.title === b.title && a.text === b.text && a.photos.join() === b.photos.join();

/** By field: bad input, and what the check for private words has found. */
function reasonsOf(error: CallError): Record<string, string> {
  if (error.code === 'CONTENT_REJECTED') {
    const field = error.details.field === 'title' ? 'title' : 'text';
    return { [field]: error.message };
  }
  return fieldErrors(error);
}

export interface Editor {
  written: Written;
  errors: Record<string, string>;
  isChanged: boolean;
  set: (change: Partial<Written>) => void;
  /** The model as it is once everything is saved; throws what the form does not show itself, null where it does. */
  save: () => Promise<ModelView | null>;
}

/** What is written stays on the phone until it is saved; what another has saved meanwhile begins anew. */
export function useEditor(model: ModelView): Editor {
  const draft = useDraft(`article.${model.id}.${model.rev}`, asStored(model));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const isChanged = !isSame(draft.values, asStored(model));
  const save = async (): Promise<ModelView | null> => {
    const { title, text, photos } = draft.current();
    setErrors({});
    if (isSame(draft.current(), asStored(model))) return model;
    try {
      const { id, rev } = model;
      const saved = await call('honour.save', { id, rev, title, text, photos });
      draft.clear();
      return saved.model;
    } catch (thrown) {
      const reasons = reasonsOf(toCallError(thrown));
      const [first] = Object.keys(reasons);
      if (first === undefined) throw thrown;
      setErrors(reasons);
      scrollToField(`article-${first}`);
      return null;
    }
  };
  const set = (change: Partial<Written>) => {
    draft.set(change);
    setErrors((shown) => Object.fromEntries(Object.entries(shown).filter(([field]) => !(field in change))));
  };
  return { written: draft.values, errors, isChanged, set, save };
}
