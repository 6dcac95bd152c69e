import { View } from '@tarojs/components';
import type { Me } from '../../../../contract/account';
import type { ProposalView } from '../../../../contract/points-proposals';
import { shanghaiDay } from '../../../../domain/time';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/chips';
import { DateField } from '../../../components/date-field';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { SelectField } from '../../../components/select-field';
import { TextArea, TextField } from '../../../components/text-field';
import { PhotosField } from '../../../features/act/photos-field';
import { call } from '../../../platform/call';
import { Page } from '../../../platform/page';
import { useActForm, type ActForm } from '../../../platform/use-act-form';
import { useLoad } from '../../../platform/use-load';
import { PersonChoice } from '../person-choice';
import { hidingText } from '../proposal-texts';
import { ThingChoice } from './thing-choice';
import {
  emptyValues,
  optionsFor,
  previewText,
  toInput,
  whatIsWrong,
  type ProposalOption,
  type ProposeValues,
} from './propose-values';
import '../points.scss';

interface Props {
  me: Me;
  options: readonly ProposalOption[];
  /** Chosen already where one comes from its own door. */
  rule: string | undefined;
  onProposed: (proposal: ProposalView) => void;
}

type Form = ActForm<ProposeValues>;

export function ProposeForm({ me, options, rule, onProposed }: Props) {
  const mayForSelf = me.representativeId !== undefined && optionsFor(options, 'self').length > 0;
  const mayForOthers = optionsFor(options, 'other').length > 0;
  const asked = options.find((one) => one.rule === rule);
  const today = shanghaiDay(new Date());
  const optionOf = (code: ProposeValues['rule']) => options.find((one) => one.rule === code);
  const form = useActForm<ProposeValues>({
    draftKey: `points.propose.${asked?.rule ?? ''}`,
    empty: emptyValues(mayForSelf ? 'self' : 'other', asked?.rule ?? null, today),
    check: (values) => whatIsWrong(values, optionOf(values.rule)),
    async send(values, photos) {
      const option = optionOf(values.rule);
      if (!option) return null;
      try {
        onProposed((await call('points.propose', toInput(values, option, me, photos))).proposal);
        return null;
      } catch (error) {
        return error;
      }
    },
    onDone: () => undefined,
  });
  const { values, errors, failure, submit } = form;
  const option = optionOf(values.rule);
  return (
    <Page bar={<Button id="propose-send" kind="primary" size="big" text="提交" onPress={submit} />}>
      <View className="points-hint">手工记分要两个人：提交以后，由另一人确认才记分。扣分先留 24 小时给本人说明。</View>
      {mayForSelf && mayForOthers ? (
        <Field id="for-whom" label="给谁记" required group>
          <Chips
            id="for-whom"
            label="给谁记"
            options={[
              { value: 'self', label: '给自己记' },
              { value: 'other', label: '给其他代表记' },
            ]}
            value={values.forWhom}
            onChange={(forWhom) => form.set({ forWhom, rule: null, grade: '', thing: null })}
          />
        </Field>
      ) : null}
      {values.forWhom === 'other' ? (
        <PersonChoice
          me={me}
          except={me.representativeId}
          value={values.person?.id ?? null}
          error={errors.representativeId}
          onChange={(person) => form.set({ person })}
        />
      ) : null}
      <RuleField form={form} options={optionsFor(options, values.forWhom)} option={option} />
      {option ? <Rest form={form} option={option} me={me} today={today} /> : null}
      {failure ? <Notice tone="bad" text={failure} /> : null}
    </Page>
  );
}

interface RuleProps {
  form: Form;
  options: readonly ProposalOption[];
  option: ProposalOption | undefined;
}

function RuleField({ form, options, option }: RuleProps) {
  return (
    <>
      <SelectField
        id="rule"
        label="记哪一项"
        required
        placeholder="请选择"
        options={options.map(({ rule, name, kind }) => ({
          value: rule,
          label: kind === 'deduction' ? `扣分：${name}` : name,
        }))}
        value={option?.rule ?? null}
        error={form.errors.rule}
        onChange={(code) =>
          form.set({ rule: options.find(({ rule }) => rule === code)?.rule ?? null, grade: '', thing: null })
        }
      />
      {option ? <View className="points-hint">按规则：{option.formula}</View> : null}
    </>
  );
}

interface RestProps {
  form: Form;
  option: ProposalOption;
  me: Me;
  today: string;
}

function Rest({ form, option, me, today }: RestProps) {
  const { values, errors } = form;
  return (
    <>
      <AmountField form={form} option={option} />
      <DateField
        id="at"
        label="哪一天的事"
        value={values.at}
        to={today}
        error={errors.at}
        onChange={(at) => form.set({ at })}
      />
      <Preview form={form} option={option} />
      <AboutField form={form} option={option} me={me} />
      <TextField
        id="label"
        label="事项"
        required
        placeholder={option.kind === 'deduction' ? '例：11 月 20 日小组会' : '例：走访刘胜村三组选民'}
        defaultValue={values.label}
        maxLength={60}
        error={errors.label}
        onInput={(label) => form.set({ label })}
      />
      <TextArea
        id="reason"
        label="说明"
        required
        placeholder="到哪里、见了谁、做了什么，写清楚就行。"
        defaultValue={values.reason}
        maxLength={300}
        error={errors.reason}
        onInput={(reason) => form.set({ reason })}
      />
      <TextArea
        id="evidence"
        label="证明"
        required
        hint={`需要：${option.evidence}。写明或拍照，有一样就行。`}
        placeholder="例：走访记录本第 12 页；地点：刘胜村三组"
        defaultValue={values.evidence}
        maxLength={500}
        error={errors.evidence}
        onInput={(evidence) => form.set({ evidence })}
      />
      <PhotosField id="propose-photos" photos={form.photos} error={errors.photos} />
    </>
  );
}

/** The wish or the post that it is about, and what becomes of that. */
function AboutField({ form, option, me }: Pick<RestProps, 'form' | 'option' | 'me'>) {
  if (!option.about) return null;
  const { values, errors } = form;
  const { thing, person } = values;
  const hiding = hidingText({ rule: option.rule, postId: thing?.kind === 'post' ? thing.id : undefined });
  return (
    <>
      <ThingChoice
        me={me}
        about={option.about}
        personId={person?.id}
        value={thing}
        error={errors.thing ?? errors.wishId ?? errors.postId}
        onChange={(chosen) => form.set({ thing: chosen })}
      />
      {hiding ? (
        <View id="hiding" className="points-hint">
          {hiding}
        </View>
      ) : null}
    </>
  );
}

function AmountField({ form, option }: Pick<RestProps, 'form' | 'option'>) {
  const { values, errors } = form;
  const { grades, unit } = option;
  if (grades) {
    return (
      <Field id="grade" label="档次" required group error={errors.grade ?? errors.amount}>
        <Chips
          id="grade"
          label="档次"
          options={grades.map(({ name, points }) => ({ value: name, label: `${name} ${points} 分` }))}
          value={values.grade}
          onChange={(grade) => form.set({ grade })}
        />
      </Field>
    );
  }
  return (
    <TextField
      key={option.rule}
      id="units"
      label={`数量（${unit}）`}
      required
      type="digit"
      defaultValue={values.units}
      maxLength={4}
      error={errors.units ?? errors.amount ?? errors['amount.units']}
      onInput={(units) => form.set({ units })}
    />
  );
}

/** By the rules of the day on which it was done. */
function Preview({ form, option }: Pick<RestProps, 'form' | 'option'>) {
  const { at } = form.values;
  const rules = useLoad(() => call('points.rules', { day: at }), at === '' ? null : at);
  const points = rules.data?.items.find(({ code }) => code === option.rule)?.points;
  const text = previewText(form.values, option, points);
  return text ? <Notice tone="plain" text={`${text}。超过上限的部分不计。`} /> : null;
}
