import { useState } from 'react';
import { positionLabels } from '../../../../domain/labels';
import { MultiChips } from '../../../components/chips';
import { Field } from '../../../components/field';
import { SelectField } from '../../../components/select-field';
import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { useGroups } from '../../../features/representative/use-groups';
import { call } from '../../../platform/call';
import { useLoad } from '../../../platform/use-load';

interface Props {
  /** Only this group's may be chosen; null: any, group by group. */
  ownGroupId: string | null;
  people: readonly string[];
  error: string | undefined;
  onChange: (people: string[]) => void;
}

/** These representatives, chosen group by group. */
export function PeopleChoice({ ownGroupId, people, error, onChange }: Props) {
  const groups = useGroups();
  const [chosen, setChosen] = useState<string | null>(ownGroupId);
  return (
    <>
      {ownGroupId === null ? (
        <SelectField
          id="people-group"
          label="从哪个小组选"
          placeholder="请选择代表小组"
          options={(groups.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          error={groups.error?.message}
          required
          onChange={setChosen}
        />
      ) : null}
      <Field id="expected" label="参加的代表" note={`已选 ${people.length} 人`} required group error={error}>
        {chosen === null ? null : <Members groupId={chosen} people={people} onChange={onChange} />}
      </Field>
    </>
  );
}

const loadMembers = async (groupId: string) => (await call('representative.list', { groupId, limit: 100 })).items;

function Members({ groupId, people, onChange }: { groupId: string } & Pick<Props, 'people' | 'onChange'>) {
  const { state, data, error, reload } = useLoad(() => loadMembers(groupId), groupId);
  if (state === 'loading') return <LoadingSkeleton rows={1} />;
  if (!data) return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
  const here = data.map(({ id }) => id);
  return (
    <MultiChips
      id="people"
      label="参加的代表"
      options={data.map(({ id, name, position }) => ({
        value: id,
        label: position === 'member' ? name : `${name}（${positionLabels[position]}）`,
      }))}
      values={people.filter((id) => here.includes(id))}
      onChange={(values) => onChange([...people.filter((id) => !here.includes(id)), ...values])}
    />
  );
}
