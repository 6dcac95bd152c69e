import { ErrorState, LoadingSkeleton } from '../../../components/states';
import { SelectField } from '../../../components/select-field';
import { useGroups } from '../../../features/representative/use-groups';

/** Every group together. */
export const TOWN = 'town';

interface Props {
  value: string;
  onChange: (groupId: string) => void;
}

/** For those who look after the whole town. */
export function GroupChoice({ value, onChange }: Props) {
  const { state, data, error, reload } = useGroups();
  if (state === 'loading') return <LoadingSkeleton rows={1} />;
  if (!data) return <ErrorState message={error?.message ?? ''} onRetry={reload} />;
  const options = [{ value: TOWN, label: '全镇' }, ...data.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <SelectField
      id="brief-group"
      label="哪个小组"
      placeholder="请选择小组"
      options={options}
      value={value}
      onChange={onChange}
      required
    />
  );
}
