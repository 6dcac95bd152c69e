import { View } from '@tarojs/components';
import { useState } from 'react';
import { useGroups } from '../../features/representative/use-groups';
import { ErrorState, LoadingSkeleton } from '../../components/states';
import { Pressable } from '../../components/pressable';
import { OptionList } from '../../components/select-field';
import { Sheet } from '../../components/sheet';
import './group-filter.scss';

interface Props {
  value: string | null;
  /** One's own group stands first. */
  ownGroup: string | null;
  onChange: (groupId: string | null) => void;
}

const EVERY = 'every';

/** Which group's posts are shown, chosen in a sheet. */
export function GroupFilter({ value, ownGroup, onChange }: Props) {
  const groups = useGroups();
  const [isOpen, setOpen] = useState(false);
  const items = groups.data ?? [];
  const chosen = items.find(({ id }) => id === value)?.name ?? '全部小组';
  const ordered = [...items.filter(({ id }) => id === ownGroup), ...items.filter(({ id }) => id !== ownGroup)];
  const options = ordered.map(({ id, name }) => ({ value: id, label: id === ownGroup ? `${name}（我的小组）` : name }));

  const content = () => {
    if (groups.state === 'loading') return <LoadingSkeleton />;
    if (groups.state === 'failed') return <ErrorState message={groups.error?.message ?? ''} onRetry={groups.reload} />;
    return (
      <OptionList
        label="代表小组"
        options={[{ value: EVERY, label: '全部小组' }, ...options]}
        value={value ?? EVERY}
        onChoose={(next) => {
          setOpen(false);
          onChange(next === EVERY ? null : next);
        }}
      />
    );
  };

  return (
    <View>
      <Pressable
        id="group-filter"
        className="group-filter"
        label={`正在看：${chosen}，点此换小组`}
        onPress={() => setOpen(true)}
      >
        <View className="group-filter__name">{chosen}</View>
        <View className="group-filter__change">换小组</View>
      </Pressable>
      <Sheet open={isOpen} title="看哪个小组的晒单" onClose={() => setOpen(false)}>
        {content()}
      </Sheet>
    </View>
  );
}
