import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RuleChange, RuleVersion } from '../../../../contract/points-rules';
import { difficultyLabels, ratingLabels } from '../../../../domain/labels';
import { Button } from '../../../components/button';
import { DateField } from '../../../components/date-field';
import { Notice } from '../../../components/notice';
import { Sheet } from '../../../components/sheet';
import { SwitchRow } from '../../../components/switch-row';
import { TextField } from '../../../components/text-field';
import { scrollToField } from '../../../platform/scroll-to';
import { GradesField } from './grades-field';
import { difficulties, ratings, readValues, spans, valuesOf, type RuleValues } from './rule-values';
import { asChange } from './versions';

interface Props {
  rule: RuleVersion | null;
  /** What has been gathered of it. */
  change: RuleChange | undefined;
  from: string;
  onClose: () => void;
  onDone: (rule: RuleVersion, change: RuleChange) => void;
}

/** All terms of one rule. */
export function RuleForm({ rule, change, from, onClose, onDone }: Props) {
  return (
    <Sheet open={rule !== null} title={`修改“${rule?.name ?? ''}”`} onClose={onClose}>
      {rule ? <Fields rule={rule} change={change ?? asChange(rule)} from={from} onDone={onDone} /> : null}
    </Sheet>
  );
}

const spanLabels = { day: '每日最多', month: '每月最多', year: '每年最多', thing: '每件最多' } as const;
const factorLabels = { ...ratingLabels, unrated: '未评价' } as const;

interface FieldsProps extends Pick<Props, 'from' | 'onDone'> {
  rule: RuleVersion;
  change: RuleChange;
}

function Fields({ rule, change, from, onDone }: FieldsProps) {
  const [values, setValues] = useState(() => valuesOf(change));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const set = (next: Partial<RuleValues>) => {
    setValues((now) => ({ ...now, ...next }));
    setErrors({});
  };
  const submit = () => {
    const read = readValues(rule, change, values);
    setErrors(read.reasons);
    const [first] = Object.keys(read.reasons);
    if (first === undefined) onDone(rule, read.change);
    else scrollToField(`rule-${first}`);
  };
  return (
    <View>
      <SwitchRow
        id="rule-ends"
        text="从生效日起停用这条规则"
        hint="已经记下的积分不变"
        isOn={values.ends}
        onChange={(ends) => set({ ends })}
      />
      {values.ends ? null : <Terms rule={rule} values={values} errors={errors} from={from} set={set} />}
      {Object.keys(errors).length > 0 ? <Notice tone="bad" text="有几处没有填对，请看标红的地方。" /> : null}
      <Button id="sheet-submit" kind="primary" size="big" text="改好了" onPress={submit} />
      <View className="rule-form__after">先记在这次修改里，全部改好后再试算、保存。</View>
    </View>
  );
}

interface TermsProps {
  rule: RuleVersion;
  values: RuleValues;
  errors: Record<string, string>;
  from: string;
  set: (next: Partial<RuleValues>) => void;
}

function Terms({ rule, values, errors, from, set }: TermsProps) {
  return (
    <View>
      <TextField
        id="rule-name"
        label="名称"
        maxLength={30}
        required
        defaultValue={values.name}
        error={errors.name}
        onInput={(name) => set({ name })}
      />
      <Amounts rule={rule} values={values} errors={errors} set={set} />
      <View className="rule-form__hint">上限单位是分，不填就是不设上限。</View>
      <View className="rule-form__pairs">
        {spans.map((span) => (
          <PointsField
            key={span}
            id={`cap-${span}`}
            label={`${spanLabels[span]}${rule.part === 'deduction' ? '扣' : ''}`}
            value={values.caps[span]}
            errors={errors}
            onInput={(text) => set({ caps: { ...values.caps, [span]: text } })}
          />
        ))}
      </View>
      <TextField
        id="rule-evidence"
        label="所需证明"
        maxLength={60}
        required
        defaultValue={values.evidence}
        error={errors.evidence}
        onInput={(evidence) => set({ evidence })}
      />
      <DateField
        id="rule-until"
        label="执行到哪一天"
        hint="长期执行就不填"
        required={false}
        from={from}
        value={values.until}
        onChange={(until) => set({ until })}
      />
    </View>
  );
}

interface PointsFieldProps {
  id: string;
  label: string;
  value: string;
  errors: Record<string, string>;
  required?: boolean;
  onInput: (text: string) => void;
}

function PointsField({ id, label, value, errors, required = false, onInput }: PointsFieldProps) {
  return (
    <TextField
      id={`rule-${id}`}
      type="digit"
      maxLength={6}
      {...{ label, required, onInput }}
      defaultValue={value}
      error={errors[id]}
    />
  );
}

/** What one deed is worth: so much a unit, by grades, or by difficulty and what the wisher said. */
function Amounts({ rule, values, errors, set }: Omit<TermsProps, 'from'>) {
  const { part, unit, grades, scale } = rule;
  if (grades) {
    return <GradesField grades={values.grades} errors={errors} onChange={(next) => set({ grades: next })} />;
  }
  const shared = { errors, required: true };
  if (!scale) {
    const label = `每${unit}${part === 'deduction' ? '扣' : '计'}几分`;
    const onInput = (points: string) => set({ points });
    return <PointsField id="points" label={label} value={values.points} onInput={onInput} {...shared} />;
  }
  return (
    <View className="rule-form__pairs">
      {difficulties.map((one) => (
        <PointsField
          key={one}
          id={`difficulty-${one}`}
          label={`难度“${difficultyLabels[one]}”（分）`}
          value={values.difficulty[one]}
          onInput={(text) => set({ difficulty: { ...values.difficulty, [one]: text } })}
          {...shared}
        />
      ))}
      {ratings.map((one) => (
        <PointsField
          key={one}
          id={`factor-${one}`}
          label={`${factorLabels[one]}（倍）`}
          value={values.factor[one]}
          onInput={(text) => set({ factor: { ...values.factor, [one]: text } })}
          {...shared}
        />
      ))}
    </View>
  );
}
