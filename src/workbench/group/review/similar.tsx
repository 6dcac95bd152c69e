import type { WishCard, WishView } from '../../../../contract/wish-views';
import { Card } from '../../../components/card';
import { SimilarWishes } from '../../../features/wish/similar-wishes';
import { useSimilar } from '../../../features/wish/use-similar';

/** Wishes of the village that say much the same: one tap, and a second one to confirm, merges. */
export function Similar({ wish, onMerge }: { wish: WishView; onMerge: (into: WishCard) => void }) {
  const { id, content, village } = wish;
  const similar = useSimilar({ id, content, village });
  if (similar.length === 0) return null;
  return (
    <Card title="村里相似的心愿">
      <SimilarWishes wishes={similar} actText="并入这一件" onAct={onMerge} />
    </Card>
  );
}
