import { View } from '@tarojs/components';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/chips';
import { DateField } from '../../../components/date-field';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { SwitchRow } from '../../../components/switch-row';
import { TextArea, TextField } from '../../../components/text-field';
import { useActForm, type ActForm } from '../../../platform/use-act-form';
import type { KeptPhoto } from '../../../platform/use-photos';
import { ExcludedField } from './excluded-field';
import { planToSend, type PlanDraft, type PlanToSend } from './plan-draft';
import './plan.scss';

interface Props {
  draftKey: string;
  initial: PlanDraft;
  /** 修改方案: the name and the year stay, and why is asked. */
  isRevision?: boolean;
  /** Answers the refusal to show, or null. */
  send: (plan: PlanToSend) => Promise<unknown>;
  onDone: () => void;
}

type Values = PlanDraft & { photos: KeptPhoto[] };

function missingOf({ name, year, nominateUntil, reason }: PlanDraft, isRevision: boolean): Record<string, string> {
  return {
    ...(name.trim().length < 4 ? { name: '请填写评选名称' } : {}),
    ...(/^20\d{2}$/.test(year) ? {} : { year: '年度应如 2026' }),
    ...(nominateUntil === '' ? { nominateUntil: '请选择推荐截止日' } : {}),
    ...(isRevision && reason.trim().length < 4 ? { reason: '请写明为什么修改' } : {}),
  };
}

/** The rules of an award as a clerk fills them in; the usual ones stand there already. */
export function PlanForm({ draftKey, initial, isRevision = false, send, onDone }: Props) {
  const form = useActForm<Values>({
    draftKey,
    empty: { ...initial, photos: [] },
    check: (values) => missingOf(values, isRevision),
    send: (values) => send(planToSend(values)),
    onDone,
  });
  const { values, errors, failure, set, submit } = form;
  return (
    <View id="plan-form">
      {isRevision ? null : <NameFields form={form} />}
      <QuotaFields form={form} />
      <CandidateFields form={form} />
      <ExcludedField excluded={values.excluded} error={errors.excluded} onChange={(excluded) => set({ excluded })} />
      <SwitchRow
        id="withoutCity"
        text="市级代表不参评"
        isOn={values.withoutCity}
        onChange={(withoutCity) => set({ withoutCity })}
      />
      <SwitchRow
        id="needsHearing"
        text="当年没有述职的不能表彰"
        isOn={values.needsHearing}
        onChange={(needsHearing) => set({ needsHearing })}
      />
      {isRevision ? (
        <TextArea
          id="reason"
          label="为什么修改"
          required
          defaultValue={values.reason}
          maxLength={200}
          error={errors.reason}
          onInput={(reason) => set({ reason })}
        />
      ) : null}
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <View className="plan-submit">
        <Button
          id="sheet-submit"
          kind="primary"
          size="big"
          text={isRevision ? '修改方案' : '公布方案'}
          onPress={submit}
        />
      </View>
    </View>
  );
}

interface FieldsProps {
  form: ActForm<Values>;
}

function NameFields({ form: { values, errors, set } }: FieldsProps) {
  return (
    <>
      <TextField
        id="name"
        label="评选名称"
        required
        maxLength={40}
        defaultValue={values.name}
        error={errors.name}
        onInput={(name) => set({ name })}
      />
      <TextField
        id="year"
        label="年度"
        type="number"
        required
        maxLength={4}
        defaultValue={values.year}
        error={errors.year}
        onInput={(year) => set({ year })}
      />
    </>
  );
}

type NumberName = 'quotaValue' | 'byPoints' | 'byNomination' | 'minPresentDays';

function NumberField({ form, name, label, hint }: FieldsProps & { name: NumberName; label: string; hint?: string }) {
  return (
    <TextField
      id={name}
      label={label}
      hint={hint}
      type="number"
      required
      maxLength={4}
      defaultValue={form.values[name]}
      error={form.errors[name]}
      onInput={(value) => form.set({ [name]: value })}
    />
  );
}

function QuotaFields({ form }: FieldsProps) {
  const { values, errors, set } = form;
  return (
    <>
      <Field id="quotaKind" label="名额怎么算" required group error={errors.quotaKind}>
        <Chips
          id="quotaKind"
          label="名额怎么算"
          options={[
            { value: 'percent', label: '按在册人数的百分比' },
            { value: 'count', label: '直接定人数' },
          ]}
          value={values.quotaKind}
          onChange={(quotaKind) => set({ quotaKind })}
        />
      </Field>
      <NumberField
        form={form}
        name="quotaValue"
        label={values.quotaKind === 'percent' ? '百分之几' : '多少名'}
        {...(values.quotaKind === 'percent' ? { hint: '不足一名的舍去。' } : {})}
      />
    </>
  );
}

function CandidateFields({ form }: FieldsProps) {
  const { values, errors, set } = form;
  return (
    <>
      <NumberField form={form} name="byPoints" label="每组按积分产生几名候选人" />
      <Field id="ties" label="折算分并列时" required group error={errors.ties}>
        <Chips
          id="ties"
          label="折算分并列时"
          options={[
            { value: 'deeds', label: '看实事件数' },
            { value: 'all', label: '并列的都入选' },
          ]}
          value={values.ties}
          onChange={(ties) => set({ ties })}
        />
      </Field>
      <NumberField form={form} name="byNomination" label="每组可以再推荐几名" hint="0 表示不设小组推荐。" />
      <DateField
        id="nominateUntil"
        label="小组推荐截止日"
        value={values.nominateUntil}
        error={errors.nominateUntil}
        onChange={(nominateUntil) => set({ nominateUntil })}
      />
      <NumberField form={form} name="minPresentDays" label="全年至少在岗多少天" hint="病假、产假、外派等不算在岗。" />
    </>
  );
}
