import { View } from '@tarojs/components';
import { useState } from 'react';
import type { WishView } from '../../../../contract/wish-views';
import { difficultyLabels } from '../../../../domain/labels';
import { difficulties } from '../../../../domain/wish';
import { Chips } from '../../../components/chips';
import { Field } from '../../../components/field';
import { TextArea, TextField } from '../../../components/text-field';
import type { LedgerScope } from '../../../features/representative/ledger-scope';
import { rightDoors, type RightDoor } from '../../../features/wish/right-doors';
import { dueChoices } from './decisions';
import { MergeField } from './merge-field';
import type { ReviewDraft } from './use-review';

interface Props {
  values: ReviewDraft;
  set: (change: Partial<ReviewDraft>) => void;
  errors: Readonly<Record<string, string>>;
}

/** What each decision must come with. */
export function DecisionFields({ wish, scope, ...form }: Props & { wish: WishView; scope: LedgerScope }) {
  const { values, set, errors } = form;
  switch (values.decision) {
    case null:
      return <View className="review__note">选好以后，这里会出现要填的内容。</View>;
    case 'publish':
      return <PublishFields {...form} />;
    case 'askInfo':
      return (
        <TextArea
          id="question"
          label="需要补充什么"
          required
          hint="居民会看到这句话，请写得好懂。等待补充期间不计时。"
          defaultValue={values.question}
          placeholder="例如：请说明路灯在第几组、大概在谁家门口"
          maxLength={200}
          error={errors.question ?? errors.reason}
          onInput={(question) => set({ question })}
        />
      );
    case 'reject':
      return <RejectFields {...form} />;
    case 'merge':
      return (
        <MergeField
          wish={wish}
          scope={scope}
          into={values.into}
          error={errors.into}
          onChange={(into) => set({ into })}
        />
      );
  }
}

const difficultyOptions = difficulties.map((value) => ({ value, label: difficultyLabels[value] }));
const dueOptions = [
  ...dueChoices.map((value) => ({ value, label: value === '' ? '按类别默认' : `${value} 天` })),
  { value: 'other' as const, label: '其他' },
];

function PublishFields({ values, set, errors }: Props) {
  const known = dueChoices.find((days) => days === values.dueDays);
  const [isOther, setOther] = useState(known === undefined);
  const choose = (days: (typeof dueOptions)[number]['value']) => {
    setOther(days === 'other');
    if (days !== 'other') set({ dueDays: days });
  };
  return (
    <View>
      <Field id="difficulty" label="难度" required group error={errors.difficulty}>
        <Chips
          id="difficulty"
          label="难度"
          options={difficultyOptions}
          value={values.difficulty}
          onChange={(difficulty) => set({ difficulty })}
        />
      </Field>
      <Field
        id="due"
        label="办理时限"
        hint="从代表认领那天算起；没有特别情况就按类别默认"
        group
        error={isOther ? undefined : errors.dueDays}
      >
        <Chips label="办理时限" options={dueOptions} value={isOther ? 'other' : (known ?? null)} onChange={choose} />
      </Field>
      {isOther ? (
        <TextField
          id="dueDays"
          label="多少天"
          type="number"
          hint="不填就按类别默认"
          defaultValue={values.dueDays}
          maxLength={3}
          error={errors.dueDays}
          onInput={(dueDays) => set({ dueDays })}
        />
      ) : null}
    </View>
  );
}

const doorOptions = rightDoors.map(({ key, matter, door }) => ({ value: key, label: `${matter}：${door}` }));

function RejectFields({ values, set, errors }: Props) {
  const [door, setDoor] = useState<RightDoor['key'] | null>(null);
  const take = (value: RightDoor['key']) => {
    setDoor(value);
    set({ reason: rightDoors.find(({ key }) => key === value)?.reply ?? '' });
  };
  return (
    <View>
      <Field id="door" label="应该找谁办" hint="点一下就写好一句，可以再改" required group>
        <Chips label="应该找谁办" options={doorOptions} value={door} onChange={take} />
      </Field>
      <TextArea
        key={door}
        id="reason"
        label="给居民的答复"
        required
        defaultValue={values.reason}
        placeholder="为什么不能受理，应该找哪个部门"
        maxLength={200}
        error={errors.reason}
        onInput={(reason) => set({ reason })}
      />
    </View>
  );
}
