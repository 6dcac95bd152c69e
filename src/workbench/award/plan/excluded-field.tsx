import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { SelectField } from '../../../components/select-field';
import { TextField } from '../../../components/text-field';
import { call } from '../../../platform/call';
import { useLoad } from '../../../platform/use-load';
import type { PlanDraft } from './plan-draft';
import './plan.scss';

type Excluded = PlanDraft['excluded'];

interface Props {
  excluded: Excluded;
  error: string | undefined;
  onChange: (excluded: Excluded) => void;
}

/** 不参评代表, as leading cadres of the town: one by one, each with why. */
export function ExcludedField({ excluded, error, onChange }: Props) {
  const [isAdding, setAdding] = useState(false);
  return (
    <Field id="excluded" label="不参评的代表" hint="例如乡镇领导干部。原因会公布。" error={error} group>
      {excluded.map(({ representativeId, name, reason }) => (
        <View key={representativeId} className="plan-excluded">
          <View className="plan-excluded__who">
            {name}：{reason}
          </View>
          <Button
            text="移除"
            label={`移除${name}`}
            onPress={() => onChange(excluded.filter((one) => one.representativeId !== representativeId))}
          />
        </View>
      ))}
      {isAdding ? (
        <Adding
          taken={excluded.map(({ representativeId }) => representativeId)}
          onAdd={(one) => {
            setAdding(false);
            onChange([...excluded, one]);
          }}
        />
      ) : (
        <Button id="add-excluded" text="＋ 添加不参评的代表" onPress={() => setAdding(true)} />
      )}
    </Field>
  );
}

function Adding({ taken, onAdd }: { taken: readonly string[]; onAdd: (one: Excluded[number]) => void }) {
  const [groupId, setGroupId] = useState<string | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const [reason, setReason] = useState('乡镇领导干部');
  const groups = useLoad(() => call('representative.groups', {}), 'groups');
  const members = useLoad(() => call('representative.list', { groupId: groupId ?? '', limit: 100 }), groupId);
  const people = (members.data?.items ?? []).filter(({ id }) => !taken.includes(id));
  const chosen = people.find(({ id }) => id === person);
  return (
    <View>
      <SelectField
        id="excluded-group"
        label="代表小组"
        placeholder="先选小组"
        required
        options={(groups.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={groupId}
        error={groups.error?.message}
        onChange={(next) => {
          setGroupId(next);
          setPerson(null);
        }}
      />
      <SelectField
        id="excluded-person"
        label="代表"
        placeholder={groupId === null ? '先选小组' : '请选择代表'}
        required
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={person}
        error={members.error?.message}
        onChange={setPerson}
      />
      <TextField id="excluded-reason" label="原因" required maxLength={60} defaultValue={reason} onInput={setReason} />
      <Button
        id="excluded-add"
        text="加入不参评名单"
        disabled={!chosen || reason.trim().length < 2}
        onPress={() => {
          if (chosen) onAdd({ representativeId: chosen.id, name: chosen.name, reason: reason.trim() });
        }}
      />
    </View>
  );
}
