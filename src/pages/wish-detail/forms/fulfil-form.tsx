import { View } from '@tarojs/components';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { TextArea } from '../../../components/text-field';
import { toOutcomes, type OutcomeDraft } from '../../../features/outcome/outcome-draft';
import { OutcomeFields } from '../../../features/outcome/outcome-fields';
import { PhotosField } from '../../../features/act/photos-field';
import { call } from '../../../platform/call';
import { useActForm } from '../../../platform/use-act-form';
import type { KeptPhoto } from '../../../platform/use-photos';
import type { DoAct } from '../use-act';

interface Values {
  note: string;
  outcomes: OutcomeDraft[];
  photos: KeptPhoto[];
}

const empty: Values = { note: '', outcomes: [], photos: [] };

/** 办结: what was done, what it brought, photos. */
export function FulfilForm({ id, act, onDone }: { id: string; act: DoAct; onDone: () => void }) {
  const { values, set, photos, errors, failure, submit } = useActForm<Values>({
    draftKey: `fulfil.${id}`,
    empty,
    check: ({ note }) => (note.trim() === '' ? { note: '请填写办结情况' } : {}),
    send: ({ note, outcomes }, mediaIds) =>
      act('fulfil', () => call('wish.fulfil', { id, note, outcomes: toOutcomes(outcomes), photos: mediaIds })),
    onDone,
  });
  return (
    <View>
      <TextArea
        id="note"
        label="办结情况"
        required
        defaultValue={values.note}
        placeholder="例如：换了新路灯，当晚已亮。"
        maxLength={500}
        error={errors.note}
        onInput={(note) => set({ note })}
      />
      <OutcomeFields
        outcomes={values.outcomes}
        onChange={(outcomes) => set({ outcomes })}
        errors={errors}
        hint="点一下类型，再填数字；没有就不填。"
      />
      <PhotosField id="act-photos" photos={photos} error={errors.photos} />
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button id="sheet-submit" kind="primary" size="big" text="确认办结" onPress={submit} />
    </View>
  );
}
