import { View } from '@tarojs/components';
import type { AppealView } from '../../../../contract/points-appeals';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/chips';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Sheet } from '../../../components/sheet';
import { TextArea, TextField } from '../../../components/text-field';
import { signedPoints } from '../../../features/points/points-text';
import { call } from '../../../platform/call';
import { useActForm, type ActForm } from '../../../platform/use-act-form';
import type { KeptPhoto } from '../../../platform/use-photos';
import { decidedPoints, isDeduction, usualText } from './decided-points';

export type AppealAct = AppealView['allowed'][number];

export const actTexts = { answerAppeal: '答复', decide: '作出决定' } as const satisfies Record<AppealAct, string>;

const submitTexts = { answerAppeal: '提交答复', decide: '作出决定' } as const satisfies Record<AppealAct, string>;

export const doneTexts = {
  answerAppeal: '已答复，主席团和本人会收到通知。',
  decide: '已决定，本人会收到通知。',
} as const satisfies Record<AppealAct, string>;

interface Props {
  chosen: AppealAct | null;
  appeal: AppealView;
  onClose: () => void;
  /** Answers the refusal to show in the form, null when the act is settled. */
  send: (work: Promise<{ appeal: AppealView }>) => Promise<unknown>;
}

export function AppealActSheet({ chosen, appeal, onClose, send }: Props) {
  if (!chosen) return null;
  return (
    <Sheet open title={actTexts[chosen]} onClose={onClose}>
      <AppealForm act={chosen} appeal={appeal} onDone={onClose} send={send} />
    </Sheet>
  );
}

interface Values {
  accept: '' | 'yes' | 'no';
  points: string;
  reason: string;
  photos: KeptPhoto[];
}

const sides = [
  { value: 'yes', label: '支持申诉' },
  { value: 'no', label: '不支持申诉' },
] as const;

interface FormProps {
  act: AppealAct;
  appeal: AppealView;
  onDone: () => void;
  send: Props['send'];
}

function callFor({ act, appeal, values }: { act: AppealAct; appeal: AppealView; values: Values }) {
  const { accept, reason, points } = values;
  const opinion = { appealId: appeal.id, accept: accept === 'yes', reason: reason.trim() };
  if (act === 'answerAppeal') return call('points.answerAppeal', opinion);
  const decided = decidedPoints(appeal, points);
  return call('points.decide', { ...opinion, ...(opinion.accept && decided !== null ? { points: decided } : {}) });
}

const asksPoints = (act: AppealAct, { accept }: Values): boolean => act === 'decide' && accept === 'yes';

function check(values: Values, act: AppealAct, appeal: AppealView): Record<string, string> {
  const isUnclear = asksPoints(act, values) && decidedPoints(appeal, values.points) === null;
  return {
    ...(values.accept === '' ? { accept: '请选择' } : {}),
    ...(isUnclear ? { points: '请填写分值，最多一位小数' } : {}),
    ...(values.reason.trim().length < 2 ? { reason: '请写明理由' } : {}),
  };
}

const consequences = {
  answerAppeal: '答复后由主席团决定。',
  decide: '主席团的决定是最终结果，定了不能再改。',
} as const satisfies Record<AppealAct, string>;

function AppealForm({ act, appeal, onDone, send }: FormProps) {
  const form = useActForm<Values>({
    draftKey: `points.${act}.${appeal.id}`,
    empty: { accept: '', points: usualText(appeal), reason: '', photos: [] },
    check: (values) => check(values, act, appeal),
    send: (values) => send(callFor({ act, appeal, values })),
    onDone,
  });
  const { values, errors, failure, submit } = form;
  const { ruleName, delta } = appeal.entry;
  const what = `${appeal.representative}：${ruleName} ${signedPoints(delta)}。`;
  return (
    <View>
      <Notice tone="plain" text={`${what}${consequences[act]}`} />
      <Field id="accept" label={act === 'decide' ? '决定' : '意见'} required group error={errors.accept}>
        <Chips
          id="accept"
          label="支持还是不支持"
          options={sides}
          value={values.accept === '' ? null : values.accept}
          onChange={(accept) => form.set({ accept })}
        />
      </Field>
      {asksPoints(act, values) ? <PointsField form={form} appeal={appeal} /> : null}
      <TextArea
        id="reason"
        label="理由"
        required
        placeholder="例：已核对签到表，本人当天到场。"
        defaultValue={values.reason}
        maxLength={500}
        error={errors.reason}
        onInput={(reason) => form.set({ reason })}
      />
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button id="sheet-submit" kind="primary" size="big" text={submitTexts[act]} onPress={submit} />
    </View>
  );
}

function PointsField({ form, appeal }: { form: ActForm<Values>; appeal: AppealView }) {
  const costs = isDeduction(appeal);
  const { undone } = appeal;
  const more = undone === undefined ? '' : `${undone}。填其他数，原来的认定仍然成立，这些都不恢复。`;
  return (
    <TextField
      id="points"
      label={costs ? '改为扣多少分' : '改为得多少分'}
      hint={costs ? `填 0 就是不扣分${more === '' ? '。' : `，${more}`}` : '填 0 就是不得分。'}
      required
      type="digit"
      defaultValue={form.values.points}
      maxLength={6}
      error={form.errors.points}
      onInput={(points) => form.set({ points })}
    />
  );
}
