import type { PostView } from '../../../contract/post';
import { routes } from '../../platform/routes';
import type { ShareCard } from '../../platform/share';

const TITLE_CHARACTERS = 24;
const PREFIX = 'share-';

export const shareButtonId = (postId: string): string => `${PREFIX}${postId}`;

/** The post whose share button has this id. */
export const findShared = (posts: readonly PostView[], buttonId: string | null): PostView | undefined =>
  posts.find(({ id }) => shareButtonId(id) === buttonId);

export const postShare = ({ id, representative, text, photos }: PostView): ShareCard => ({
  title: `${representative}代表晒单：${shorten(text)}`,
  path: `${routes.postDetail}?id=${id}`,
  image: photos[0]?.medium,
});

export const feedShare: ShareCard = { title: '看看人大代表为群众办成的实事', path: routes.feed };

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > TITLE_CHARACTERS ? `${characters.slice(0, TITLE_CHARACTERS).join('')}…` : text;
}
