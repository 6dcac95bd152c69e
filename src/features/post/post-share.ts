import type { PostView } from '../../../contract/post';
import { routes } from '../../platform/routes';
import type { ShareCard } from '../../platform/share';
import { cardPicture } from './card-picture';

const TITLE_CHARACTERS = 24;
const PREFIX = 'share-';

export const shareButtonId = (postId: string): string => `${PREFIX}${postId}`;

/** The post whose share button has this id. */
export const findShared = (posts: readonly PostView[], buttonId: string | null): PostView | undefined =>
  posts.find(({ id }) => shareButtonId(id) === buttonId);

export const postShare = ({ id, representative, text, groupText = text }: PostView): ShareCard =>
  sharedPost(id, `${representative}代表晒单：${shorten(groupText)}`);

/** The path says which post and nothing else: what is shown to whoever opens it, the server decides. */
export const sharedPost = (id: string, title: string): ShareCard => ({
  title,
  path: `${routes.postDetail}?id=${encodeURIComponent(id)}`,
  draw: () => cardPicture(id),
});

export const feedShare: ShareCard = { title: '看看人大代表为群众办成的实事', path: routes.feed };

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > TITLE_CHARACTERS ? `${characters.slice(0, TITLE_CHARACTERS).join('')}…` : text;
}
