import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Me } from '../../../contract/account';
import { hasRole } from '../../../domain/caller';
import { positionLabels } from '../../../domain/labels';
import { SelectField } from '../../components/select-field';
import { useGroups } from '../../features/representative/use-groups';
import { call } from '../../platform/call';
import { useLoad } from '../../platform/use-load';

export interface Person {
  id: string;
  name: string;
}

interface Props {
  me: Me;
  /** For whom one does it all the same; left out, anybody in reach may be chosen. */
  except?: string | undefined;
  value: string | null;
  error?: string | undefined;
  onChange: (person: Person) => void;
}

async function loadMembers(groupId: string) {
  const { items } = await call('representative.list', { groupId, limit: 100 });
  return items;
}

/** One of the group's representatives; for 人大办 of any group's. */
export function PersonChoice({ me, except, value, error, onChange }: Props) {
  const isTown = hasRole(me, 'presidium', 'admin');
  const [chosen, setChosen] = useState<string | null>(null);
  const groupId = isTown ? chosen : (me.groupId ?? null);
  const members = useLoad(() => loadMembers(groupId ?? ''), groupId);
  const people = (members.data ?? []).filter(({ id }) => id !== except);
  return (
    <View>
      {isTown ? <GroupChoice value={chosen} onChange={setChosen} /> : null}
      {isTown && groupId === null ? null : (
        <SelectField
          id="person"
          label="代表"
          required
          placeholder={members.state === 'loading' ? '正在加载…' : '请选择代表'}
          options={people.map(({ id, name, position }) => ({
            value: id,
            label: position === 'member' ? name : `${name}（${positionLabels[position]}）`,
          }))}
          value={value}
          error={error ?? members.error?.message}
          onChange={(id) => {
            const person = people.find((one) => one.id === id);
            if (person) onChange(person);
          }}
        />
      )}
    </View>
  );
}

function GroupChoice({ value, onChange }: { value: string | null; onChange: (id: string) => void }) {
  const groups = useGroups();
  return (
    <SelectField
      id="person-group"
      label="代表小组"
      required
      placeholder="请先选小组，再选代表"
      options={(groups.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      error={groups.error?.message}
      onChange={onChange}
    />
  );
}
