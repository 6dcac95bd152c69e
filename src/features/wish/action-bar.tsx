import { View } from '@tarojs/components';
import { useState } from 'react';
import type { WishView } from '../../../contract/wish';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { labelOf, undoes, type Act } from './wish-acts';
import './action-bar.scss';

const BESIDE = 2;

interface Props {
  wish: Pick<WishView, 'mine'>;
  acts: readonly Act[];
  onAct: (act: Act) => void | Promise<unknown>;
}

/** What this person may do next: one main button, one beside it, the rest in a sheet. */
export function ActionBar({ wish, acts, onAct }: Props) {
  const [isOpen, setOpen] = useState(false);
  const shown = acts.slice(0, BESIDE);
  const rest = acts.slice(BESIDE);
  return (
    <View>
      <View className="action-bar">
        {rest.length > 0 ? (
          <View className="action-bar__more">
            <Button id="act-more" text="更多" onPress={() => setOpen(true)} />
          </View>
        ) : null}
        {[...shown].reverse().map((act) => (
          <View key={act} className="action-bar__act">
            <Button
              id={`act-${act}`}
              kind={act === shown[0] && !undoes(act) ? 'primary' : 'plain'}
              text={labelOf(act, wish)}
              onPress={() => onAct(act)}
            />
          </View>
        ))}
      </View>
      <Sheet open={isOpen} title="更多操作" onClose={() => setOpen(false)}>
        {rest.map((act) => (
          <View key={act} className="action-bar__line">
            <Button
              id={`act-${act}`}
              text={labelOf(act, wish)}
              onPress={() => {
                setOpen(false);
                return onAct(act);
              }}
            />
          </View>
        ))}
      </Sheet>
    </View>
  );
}
