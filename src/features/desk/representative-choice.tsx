import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RepresentativeView } from '../../../contract/representative';
import { positionLabels } from '../../../domain/labels';
import { Field } from '../../components/field';
import { OptionList, SelectField } from '../../components/select-field';
import { ErrorState, LoadingSkeleton } from '../../components/states';
import { call } from '../../platform/call';
import { useLoad } from '../../platform/use-load';
import type { BulkWish } from './use-bulk';

interface Props {
  wishes: readonly BulkWish[];
  /** `group`: only one's own group's may be chosen. */
  scope: 'group' | 'town';
  value: string | null;
  onChange: (id: string) => void;
  error?: string | undefined;
}

const loadGroups = async () => (await call('representative.groups', {})).items;
const loadOwnGroup = async () => (await call('account.me', {})).me.groupId ?? null;
const loadMembers = async (groupId: string) => (await call('representative.list', { groupId, limit: 100 })).items;

/** Who is to take it: for one wish the best suited first, each with the reason; otherwise a group's members. */
export function RepresentativeChoice({ wishes, scope, value, error, onChange }: Props) {
  const [chosenGroup, setChosenGroup] = useState<string | null>(null);
  const groups = useLoad(loadGroups, scope === 'town' ? 'groups' : null);
  const own = useLoad(loadOwnGroup, scope === 'group' ? 'own-group' : null);
  const groupId = scope === 'town' ? chosenGroup : own.data;
  const groupOptions = (groups.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const [only] = wishes;
  return (
    <View id="representative-choice">
      {only && wishes.length === 1 ? <Suggested wishId={only.id} value={value} onChange={onChange} /> : null}
      {scope === 'town' ? (
        <SelectField
          id="assign-group"
          label="代表小组"
          required
          placeholder="请选择小组，再选代表"
          options={groupOptions}
          value={chosenGroup}
          error={groups.error?.message}
          onChange={setChosenGroup}
        />
      ) : null}
      <Field id="assign-to" label="指派给" required group error={error ?? own.error?.message}>
        {groupId === null ? (
          <View className="bulk__hint">{scope === 'town' ? '先在上面选小组' : ''}</View>
        ) : (
          <Members groupId={groupId} value={value} onChange={onChange} />
        )}
      </Field>
    </View>
  );
}

interface PickProps {
  value: string | null;
  onChange: (id: string) => void;
}

const memberText = ({ name, position, strengths, villages }: RepresentativeView): string =>
  [
    position === 'member' ? name : `${name}（${positionLabels[position]}）`,
    strengths.length > 0 ? `擅长${strengths.join('、')}` : '',
    villages.length > 0 ? `联系${villages.join('、')}` : '',
  ]
    .filter((part) => part !== '')
    .join('；');

function Members({ groupId, value, onChange }: PickProps & { groupId: string }) {
  const { state, data, error, reload } = useLoad(() => loadMembers(groupId), groupId);
  if (state === 'loading') return <LoadingSkeleton rows={1} />;
  if (!data) return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
  const options = data.map((one) => ({ value: one.id, label: memberText(one) }));
  return <OptionList label="指派给" options={options} value={value} onChoose={onChange} />;
}

/** Advice only: where it cannot be had, the members below are still there. */
function Suggested({ wishId, value, onChange }: PickProps & { wishId: string }) {
  const { data } = useLoad(async () => (await call('wish.suggest', { id: wishId })).items, wishId);
  if (!data || data.length === 0) return null;
  const options = data.map(({ id, name, groupName, reason }) => ({
    value: id,
    label: `${name}（${groupName}）：${reason}`,
  }));
  return (
    <Field id="suggested" label="推荐的代表" required group>
      <OptionList label="推荐的代表" options={options} value={value} onChoose={onChange} />
    </Field>
  );
}
