import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { actLabels, BulkSheet } from './bulk-sheet';
import { Tick } from './tick';
import type { BulkAct, BulkWish } from './use-bulk';
import type { Ticks } from './use-ticks';
import './bulk.scss';

interface Props {
  ticks: Ticks;
  /** The chosen wishes that each act is for; an act that is for none of them is not offered. */
  wishesFor: Partial<Record<BulkAct, readonly BulkWish[]>>;
  scope: 'group' | 'town';
  onDone: () => void;
}

const acts = Object.keys(actLabels) as BulkAct[];

/** Below the rows: all on this page, and what can be done with those that are ticked. */
export function BulkBar({ ticks, wishesFor, scope, onDone }: Props) {
  const [act, setAct] = useState<BulkAct | null>(null);
  const chosen = ticks.ticked.length;
  const finish = () => {
    setAct(null);
    ticks.clear();
    onDone();
  };
  return (
    <View className="bulk-bar desk__controls" id="bulk-bar">
      <Tick
        id="tick-all"
        label="全选本页"
        text={chosen === 0 ? '全选本页' : `已选 ${chosen} 件`}
        isOn={ticks.isAll}
        onToggle={ticks.toggleAll}
      />
      <View className="bulk-bar__acts">
        {acts.map((one) => {
          const count = wishesFor[one]?.length ?? 0;
          return count === 0 ? null : (
            <View key={one} className="bulk-bar__act">
              <Button
                id={`bulk-${one}`}
                kind="primary"
                text={`${actLabels[one]} ${count} 件`}
                onPress={() => setAct(one)}
              />
            </View>
          );
        })}
      </View>
      <BulkSheet
        act={act}
        wishes={act === null ? [] : (wishesFor[act] ?? [])}
        scope={scope}
        onCancel={() => setAct(null)}
        onDone={finish}
      />
    </View>
  );
}
