import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { TextArea } from '../../components/text-field';
import { PhotosField } from '../../features/wish/photos-field';
import { fieldErrors, formMessageOf } from '../../platform/call-error';
import { useDraft } from '../../platform/draft';
import { photosProblem, usePhotos, type KeptPhoto } from '../../platform/use-photos';
import type { Note } from './notes';

interface Props {
  note: Note;
  draftKey: string;
  /** Answers the refusal to show, or null. */
  send: (text: string, photos: string[]) => Promise<unknown>;
  onDone: () => void;
}

const empty: { text: string; photos: KeptPhoto[] } = { text: '', photos: [] };

/** A few words, perhaps with photos: progress, release, supply, withdraw. */
export function NoteForm({ note, draftKey, send, onDone }: Props) {
  const { field, label, hint, placeholder, maxLength, withPhotos, submitText, danger } = note;
  const draft = useDraft(draftKey, empty);
  const photos = usePhotos(draft.values.photos, (kept) => draft.set({ photos: kept }));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState('');

  const submit = async () => {
    setErrors({});
    const problem = photosProblem(photos);
    setFailure(problem);
    if (problem) return;
    const refusal = await send(draft.current().text, photos.mediaIds());
    if (refusal === null) {
      photos.clear();
      draft.clear();
      return onDone();
    }
    const found = fieldErrors(refusal);
    setErrors(found);
    if (found[field] === undefined) setFailure(formMessageOf(refusal));
  };

  return (
    <View>
      <TextArea
        id={field}
        label={label}
        required
        hint={hint}
        defaultValue={draft.values.text}
        placeholder={placeholder}
        maxLength={maxLength}
        error={errors[field]}
        onInput={(text) => draft.set({ text })}
      />
      {withPhotos ? <PhotosField id="act-photos" photos={photos} error={errors.photos} /> : null}
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button id="sheet-submit" kind={danger ? 'danger' : 'primary'} size="big" text={submitText} onPress={submit} />
    </View>
  );
}
