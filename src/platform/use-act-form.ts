import { useState } from 'react';
import { fieldErrors, formMessageOf } from './call-error';
import { useDraft } from './draft';
import { photosProblem, usePhotos, type KeptPhoto, type Photos } from './use-photos';
import { LOOK_ABOVE } from './use-refusals';

type Errors = Record<string, string>;

interface Options<Values> {
  draftKey: string;
  empty: Values;
  /** What is missing, by field; while something is, nothing is sent. */
  check?: (values: Values) => Errors;
  /** Answers the refusal that the form must show, null when the act is settled. */
  send: (values: Values, photos: string[]) => Promise<unknown>;
  onDone: () => void;
}

export interface ActForm<Values> {
  values: Values;
  /** The newest values, for reading in a handler. */
  current: () => Values;
  set: (change: Partial<Values>) => void;
  photos: Photos;
  /** By field; empty while nothing is wrong. */
  errors: Errors;
  failure: string;
  submit: () => Promise<void>;
}

/** What was missing and has been filled in is no longer complained of; what the function refused stays until it is asked again. */
const withoutMended = (shown: Errors, before: Errors, after: Errors): Errors => {
  const left = Object.entries(shown).filter(([field]) => !(field in before) || field in after);
  return left.length === Object.keys(shown).length ? shown : Object.fromEntries(left);
};

/** A form in a sheet: kept while it is written, its photos sent on the way, gone once its act has been done. */
export function useActForm<Values extends { photos: KeptPhoto[] }>(options: Options<Values>): ActForm<Values> {
  const { draftKey, empty, check, send, onDone } = options;
  const draft = useDraft(draftKey, empty);
  const { values, current, clear } = draft;
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState('');

  const set = (change: Partial<Values>) => {
    const before = check?.(current()) ?? {};
    draft.set(change);
    const after = check?.(current()) ?? {};
    setErrors((shown) => withoutMended(shown, before, after));
    if (Object.keys(after).length === 0) setFailure((shown) => (shown === LOOK_ABOVE ? '' : shown));
  };
  // A form's photos are one of its values; nothing else of it is touched here.
  const photos = usePhotos(values.photos, (kept) => set({ photos: kept } as Partial<Values>));

  const submit = async () => {
    const missing = check?.(current()) ?? {};
    const problem = photosProblem(photos);
    setErrors(missing);
    const isIncomplete = Object.keys(missing).length > 0;
    setFailure(problem || (isIncomplete ? LOOK_ABOVE : ''));
    if (problem || isIncomplete) return;
    const refusal = await send(current(), photos.mediaIds());
    if (refusal === null) {
      photos.clear();
      clear();
      return onDone();
    }
    setErrors(fieldErrors(refusal));
    setFailure(formMessageOf(refusal));
  };

  return { values, current, set, photos, errors, failure, submit };
}
