import { View } from '@tarojs/components';
import { useState } from 'react';
import type { WishView } from '../../../contract/wish-views';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { labelOf, sectionsOf, isQuiet, type Act } from './wish-acts';
import './action-bar.scss';

interface Props {
  wish: WishView;
  representativeId?: string | undefined;
  acts: readonly Act[];
  onAct: (act: Act) => void | Promise<unknown>;
}

/** What this person may do next: one main button, one beside it, the rest in a sheet. */
export function ActionBar({ wish, representativeId, acts, onAct }: Props) {
  const [isOpen, setOpen] = useState(false);
  // What is quiet stands alone or under “更多”, never beside what moves the wish on.
  const shown = acts.slice(0, 2).filter((act, index) => index === 0 || !isQuiet(act));
  const rest = acts.slice(shown.length);
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
              kind={act === shown[0] && !isQuiet(act) ? 'primary' : 'plain'}
              text={labelOf(act, wish, representativeId)}
              onPress={() => onAct(act)}
            />
          </View>
        ))}
      </View>
      <Sheet open={isOpen} title="更多操作" onClose={() => setOpen(false)}>
        {sectionsOf(rest).map(({ title, acts: inSection }) => (
          <View key={title} className="action-bar__section">
            <View className="action-bar__title">{title}</View>
            <View className="action-bar__lines">
              {inSection.map((act) => (
                <View key={act} className="action-bar__line">
                  <Button
                    id={`act-${act}`}
                    text={labelOf(act, wish, representativeId)}
                    onPress={() => {
                      setOpen(false);
                      return onAct(act);
                    }}
                  />
                </View>
              ))}
            </View>
          </View>
        ))}
      </Sheet>
    </View>
  );
}
