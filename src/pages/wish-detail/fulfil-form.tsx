import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { TextArea } from '../../components/text-field';
import { toOutcomes, type OutcomeDraft } from '../../features/outcome/outcome-draft';
import { OutcomeFields } from '../../features/outcome/outcome-fields';
import { PhotosField } from '../../features/wish/photos-field';
import { call } from '../../platform/call';
import { fieldErrors, formMessageOf } from '../../platform/call-error';
import { useDraft } from '../../platform/draft';
import { photosProblem, usePhotos, type KeptPhoto } from '../../platform/use-photos';
import type { DoAct } from './use-act';

interface Values {
  note: string;
  outcomes: OutcomeDraft[];
  photos: KeptPhoto[];
}

const empty: Values = { note: '', outcomes: [], photos: [] };

/** 办结: what was done, what it brought, photos. */
export function FulfilForm({ id, act, onDone }: { id: string; act: DoAct; onDone: () => void }) {
  const draft = useDraft(`fulfil.${id}`, empty);
  const photos = usePhotos(draft.values.photos, (kept) => draft.set({ photos: kept }));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState('');

  const submit = async () => {
    setErrors({});
    const problem = photosProblem(photos);
    setFailure(problem);
    if (problem) return;
    const { note, outcomes } = draft.current();
    const refusal = await act('fulfil', () =>
      call('wish.fulfil', { id, note, outcomes: toOutcomes(outcomes), photos: photos.mediaIds() }),
    );
    if (refusal === null) {
      photos.clear();
      draft.clear();
      return onDone();
    }
    setErrors(fieldErrors(refusal));
    setFailure(formMessageOf(refusal));
  };

  return (
    <View>
      <TextArea
        id="note"
        label="办结情况"
        required
        defaultValue={draft.values.note}
        placeholder="例如：换了新路灯，当晚已亮。"
        maxLength={500}
        error={errors.note}
        onInput={(note) => draft.set({ note })}
      />
      <OutcomeFields
        outcomes={draft.values.outcomes}
        onChange={(outcomes) => draft.set({ outcomes })}
        errors={errors}
        hint="点一下类型，再填数字；没有就不填。"
      />
      <PhotosField id="act-photos" photos={photos} error={errors.photos} />
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button id="sheet-submit" kind="primary" size="big" text="确认办结" onPress={submit} />
    </View>
  );
}
