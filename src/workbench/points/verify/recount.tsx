import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../../../contract/contract';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';
import { grouped } from '../../../platform/numbers';

type Rebuilt = Output<'points.rebuild'>;

/** 重算: counts every sum of the board anew and mends what did not agree. */
export function Recount() {
  const [rebuilt, setRebuilt] = useState<Rebuilt | null>(null);
  const [failure, setFailure] = useState('');
  const recount = async () => {
    setFailure('');
    try {
      setRebuilt(await call('points.rebuild', {}));
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <Card title="重算合计">
      <View className="verify__text">
        按明细把每位代表、每个小组的各期合计重新加一遍，不一致的当场改正。明细本身不会变。
      </View>
      <Button id="recount" text="重算一遍" busyText="正在重算…" onPress={recount} />
      {failure ? <Notice tone="bad" text={failure} /> : null}
      {rebuilt ? <Differences rebuilt={rebuilt} /> : null}
    </Card>
  );
}

function Differences({ rebuilt: { ok, entries, found, differences } }: { rebuilt: Rebuilt }) {
  if (ok) {
    return (
      <View id="recount-done" className="verify__said">
        <Notice tone="good" text={`重算了 ${grouped(entries)} 条明细，合计全部一致。`} />
      </View>
    );
  }
  return (
    <View id="recount-differences" className="verify__said">
      <Notice tone="bad" text={`有 ${grouped(found)} 处合计与明细不符，已按明细改正。`} />
      {differences.map(({ by, id, name, period, what, kept, counted }) => (
        <View key={`${by}-${id}-${period}-${what}`} className="verify__difference">
          {name} · {period} · {what}：原记 {kept}，应为 {counted}
        </View>
      ))}
    </View>
  );
}
