import { View } from '@tarojs/components';
import type { Input } from '../../../../contract/contract';
import type { WishView } from '../../../../contract/wish-views';
import { contactWayLabels, ratingLabels, resolutionLabels } from '../../../../domain/labels';
import {
  contactWays,
  ratings,
  resolutions,
  type ContactWay,
  type Rating,
  type Resolution,
} from '../../../../domain/wish';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/chips';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { TextArea } from '../../../components/text-field';
import { isOwnWish } from '../../../features/wish/wish-acts';
import { call } from '../../../platform/call';
import { useActForm } from '../../../platform/use-act-form';
import type { KeptPhoto } from '../../../platform/use-photos';
import type { DoAct } from '../use-act';
import { optionsOf } from '../../../features/act/act-spec';

interface Values {
  rating: Rating | null;
  resolved: Resolution | null;
  way: ContactWay | null;
  comment: string;
  photos: KeptPhoto[];
}

const empty: Values = { rating: null, resolved: null, way: null, comment: '', photos: [] };
const resolutionOptions = optionsOf(resolutions, resolutionLabels);
const ratingOptions = optionsOf(ratings, ratingLabels);
const wayOptions = optionsOf(contactWays, contactWayLabels);

const missingOf = ({ rating, resolved, way }: Values, isCallBack: boolean): Record<string, string> => ({
  ...(isCallBack && way === null ? { way: '请选择怎样回访的' } : {}),
  ...(resolved === null ? { resolved: '请选择是否解决' } : {}),
  ...(rating === null ? { rating: '请选择满意度' } : {}),
});

/** Null while something is missing. */
function toInput(
  id: string,
  { rating, resolved, way, comment }: Values,
  isCallBack: boolean,
): Input<'wish.rate'> | null {
  if (rating === null || resolved === null) return null;
  const words = comment.trim();
  return {
    id,
    rating,
    resolved,
    ...(words === '' ? {} : { comment: words }),
    ...(isCallBack && way !== null ? { way } : {}),
  };
}

interface Props {
  wish: WishView;
  act: DoAct;
  onDone: () => void;
}

/** Two questions, because closing is not solving. Not one's own wish: written down after a call or a visit (回访). */
export function RateForm({ wish, act, onDone }: Props) {
  const { id, claimer } = wish;
  const isCallBack = !isOwnWish(wish);
  const form = useActForm<Values>({
    draftKey: `rate.${id}`,
    empty,
    check: (values) => missingOf(values, isCallBack),
    send: async (filled) => {
      const input = toInput(id, filled, isCallBack);
      return input && act('rate', () => call('wish.rate', input));
    },
    onDone,
  });
  const { values, set, errors, failure, submit } = form;
  const { rating, resolved, way } = values;
  return (
    <View>
      {isCallBack ? <Notice tone="plain" text="请先打电话或上门问过心愿人，再照原话登记。" /> : null}
      {isCallBack ? (
        <Field id="way" label="怎样回访的" required error={errors.way} group>
          <Chips label="回访方式" options={wayOptions} value={way} onChange={(next) => set({ way: next })} />
        </Field>
      ) : null}
      <Field id="resolved" label="事情解决了吗" required error={errors.resolved} group>
        <Chips
          label="是否解决"
          options={resolutionOptions}
          value={resolved}
          onChange={(next) => set({ resolved: next })}
        />
      </Field>
      <Field id="rating" label={satisfactionQuestion(claimer?.name, isCallBack)} required error={errors.rating} group>
        <Chips label="满意度" options={ratingOptions} value={rating} onChange={(next) => set({ rating: next })} />
      </Field>
      <TextArea
        id="comment"
        label={isCallBack ? '心愿人说的话' : '想说的话'}
        defaultValue={values.comment}
        maxLength={200}
        error={errors.comment}
        onInput={(next) => set({ comment: next })}
      />
      {wish.status === 'fulfilled' && (rating === 'unsatisfied' || resolved === 'no') ? (
        <Notice tone="plain" text="选“不满意”或“未解决”，心愿会退给代表接着办，时间是原来的一半。" />
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
