import { View } from '@tarojs/components';
import { useState } from 'react';
import { Chips } from '../../../components/chips';
import { kindLabels, type AnyKind } from './tasks';

const ALL = 'all';
const MORE = 'more';
/** So many kinds find room above the list on a phone. */
const MOST_AT_FIRST = 4;

interface Props {
  kinds: readonly AnyKind[];
  value: AnyKind | null;
  onChange: (kind: AnyKind | null) => void;
}

export function KindFilter({ kinds, value, onChange }: Props) {
  const [isWhole, setWhole] = useState(false);
  const isCut = !isWhole && kinds.length > MOST_AT_FIRST;
  const shown = isCut ? kinds.filter((kind, index) => index < MOST_AT_FIRST || kind === value) : kinds;
  const options = [
    { value: ALL, label: '全部' } as const,
    ...shown.map((kind) => ({ value: kind, label: kindLabels[kind] })),
    ...(isCut ? [{ value: MORE, label: '更多事项…' } as const] : []),
  ];
  const choose = (chosen: AnyKind | typeof ALL | typeof MORE) => {
    if (chosen === MORE) setWhole(true);
    else onChange(chosen === ALL ? null : chosen);
  };
  return (
    <View className="queue__kinds">
      <Chips id="queue-kinds" label="按事项查看" options={options} value={value ?? ALL} onChange={choose} />
    </View>
  );
}
