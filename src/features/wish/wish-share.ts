import type { WishView } from '../../../contract/wish-views';
import { statusLabels } from '../../../domain/labels';
import { routes } from '../../platform/routes';
import type { ShareCard } from '../../platform/share';

const TITLE_CHARACTERS = 30;

/** What only those who deal with a wish may read is not for the group chat: numbers and photos without consent. */
export function wishShare({ id, status, village, content, photos, photosPublic }: WishView): ShareCard {
  const words = [...content.replace(/[\d０-９][\d０-９ -]{5,}[\d０-９]/g, '***')];
  const short = words.length > TITLE_CHARACTERS ? `${words.slice(0, TITLE_CHARACTERS).join('')}…` : words.join('');
  return {
    title: `【${statusLabels[status]}】${village}：${short}`,
    path: `${routes.wishDetail}?id=${encodeURIComponent(id)}`,
    image: photosPublic ? photos[0]?.medium : undefined,
  };
}
