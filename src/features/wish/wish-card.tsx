import { Image, View } from '@tarojs/components';
import type { WishCard } from '../../../contract/wish-views';
import { categoryLabels, statusLabels } from '../../../domain/labels';
import { Card } from '../../components/card';
import { Tag } from '../../components/tag';
import { dayText } from '../../platform/dates';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { statusTones } from './wish-status';
import './wish-card.scss';

/** A wish in a list; pressing it opens the wish, or does what `onPress` says. */
export function WishCardView({ wish, onPress }: { wish: WishCard; onPress?: () => void }) {
  return (
    <Card onPress={onPress ?? (() => open(routes.wishDetail, { id: wish.id }))}>
      <View className="wish-card__top">
        <Tag text={statusLabels[wish.status]} tone={statusTones[wish.status]} />
        <Tag text={categoryLabels[wish.category]} />
        {wish.overdue ? <Tag text="已超期" tone="amber" /> : null}
      </View>
      <View className="wish-card__middle">
        <View className="wish-card__content">{wish.content}</View>
        {wish.cover ? <Image className="wish-card__cover" src={wish.cover} mode="aspectFill" lazyLoad /> : null}
      </View>
      <View className="wish-card__meta">
        {wish.village} · {wish.wisher} · <View className="wish-card__day">{dayText(wish.collectedAt)}</View>
      </View>
      {wish.claimer ? <View className="wish-card__meta">{wish.claimer.name}代表认领</View> : null}
    </Card>
  );
}
