import { View } from '@tarojs/components';
import { useState } from 'react';
import { ratingLabels, resolutionLabels } from '../../../domain/labels';
import { ratings, resolutions, type Rating, type Resolution } from '../../../domain/wish';
import { Button } from '../../components/button';
import { Chips } from '../../components/chips';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { TextArea } from '../../components/text-field';
import { call } from '../../platform/call';
import { fieldErrors, formMessageOf } from '../../platform/call-error';
import { useDraft } from '../../platform/draft';
import type { DoAct } from './use-act';

interface Values {
  rating: Rating | null;
  resolved: Resolution | null;
  comment: string;
}

const empty: Values = { rating: null, resolved: null, comment: '' };
const resolutionOptions = resolutions.map((value) => ({ value, label: resolutionLabels[value] }));
const ratingOptions = ratings.map((value) => ({ value, label: ratingLabels[value] }));

interface Props {
  id: string;
  claimer: string | undefined;
  /** Written down for the wisher, after a call or a visit. */
  isCallBack: boolean;
  act: DoAct;
  onDone: () => void;
}

/** Two questions, because closing is not solving. */
export function RateForm({ id, claimer, isCallBack, act, onDone }: Props) {
  const draft = useDraft(`rate.${id}`, empty);
  const { rating, resolved, comment } = draft.values;
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState('');

  const submit = async () => {
    setFailure('');
    setErrors({
      ...(resolved === null ? { resolved: '请选择是否解决' } : {}),
      ...(rating === null ? { rating: '请选择满意度' } : {}),
    });
    if (resolved === null || rating === null) return;
    const words = draft.current().comment.trim();
    const refusal = await act('rate', () =>
      call('wish.rate', { id, rating, resolved, ...(words === '' ? {} : { comment: words }) }),
    );
    if (refusal === null) {
      draft.clear();
      return onDone();
    }
    setErrors(fieldErrors(refusal));
    setFailure(formMessageOf(refusal));
  };

  return (
    <View>
      {isCallBack ? <Notice tone="plain" text="请先打电话或上门问过心愿人，再照原话登记。" /> : null}
      <Field id="resolved" label="事情解决了吗" required error={errors.resolved} group>
        <Chips
          label="是否解决"
          options={resolutionOptions}
          value={resolved}
          onChange={(next) => draft.set({ resolved: next })}
        />
      </Field>
      <Field id="rating" label={satisfactionQuestion(claimer, isCallBack)} required error={errors.rating} group>
        <Chips label="满意度" options={ratingOptions} value={rating} onChange={(next) => draft.set({ rating: next })} />
      </Field>
      <TextArea
        id="comment"
        label={isCallBack ? '心愿人说的话' : '想说的话'}
        defaultValue={comment}
        maxLength={200}
        error={errors.comment}
        onInput={(next) => draft.set({ comment: next })}
      />
      {rating === 'unsatisfied' || resolved === 'no' ? (
        <Notice tone="plain" text="选“不满意”或“未解决”，心愿会退给代表接着办。" />
      ) : null}
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button
        id="sheet-submit"
        kind="primary"
        size="big"
        text={isCallBack ? '登记回访' : '提交评价'}
        onPress={submit}
      />
    </View>
  );
}

function satisfactionQuestion(claimer: string | undefined, isCallBack: boolean): string {
  if (isCallBack) return '心愿人满意吗';
  return claimer ? `对${claimer}代表满意吗` : '您满意吗';
}
