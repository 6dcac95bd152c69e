import { View } from '@tarojs/components';
import type { WishCard } from '../../../contract/wish-views';
import { statusLabels } from '../../../domain/labels';
import { Button } from '../../components/button';
import { Tag } from '../../components/tag';
import { statusTones } from './wish-status';
import './similar-wishes.scss';

interface Props {
  wishes: readonly WishCard[];
  actText: string;
  onAct: (wish: WishCard) => void | Promise<unknown>;
}

/** Wishes that say much the same, each with the one thing to do about it. */
export function SimilarWishes({ wishes, actText, onAct }: Props) {
  return (
    <View>
      {wishes.map((wish) => (
        <View key={wish.id} className="similar-wishes__one">
          <View className="similar-wishes__top">
            <Tag text={statusLabels[wish.status]} tone={statusTones[wish.status]} />
            <View className="similar-wishes__meta">
              {wish.village} · {wish.code}
              {wish.mergedCount > 0 ? ` · ${wish.mergedCount + 1} 人` : ''}
            </View>
          </View>
          <View className="similar-wishes__content">{wish.content}</View>
          <Button id={`similar-${wish.id}`} text={actText} onPress={() => onAct(wish)} />
        </View>
      ))}
    </View>
  );
}
