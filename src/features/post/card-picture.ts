/** The share card's picture in WeChat: drawn ahead where a page shows one post, on the press where it shows many. */
import { useEffect } from 'react';
import { call } from '../../platform/call';
import { PLAIN_PICTURE } from '../../platform/share';
import { isH5 } from '../../platform/transport';
import { drawCard } from './share-card';

/** WeChat waits three seconds; half a second is for what comes after. */
const DRAWING_MS = 2500;

/** The most recent are kept: sharing often goes to one group after another. */
const MOST_KEPT = 10;

interface Drawn {
  path: Promise<string>;
  /** Once the facts are there: the photo that the group may see, as it is. */
  plain: string | undefined;
}

const kept = new Map<string, Drawn>();

function drawn(postId: string): Drawn {
  const before = kept.get(postId);
  if (before) return before;
  const draw = async (): Promise<string> => {
    const { card } = await call('post.card', { id: postId });
    made.plain = card.photo?.medium;
    const file = await drawCard(card);
    if (file.kind !== 'path') throw new Error('only WeChat takes pictures for its cards');
    return file.path;
  };
  const made: Drawn = { plain: undefined, path: Promise.resolve().then(draw) };
  kept.set(postId, made);
  // What failed is tried anew the next time.
  made.path.catch(() => kept.delete(postId));
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
  return made;
}

/** The drawn picture; when it takes too long the plain photo as the group may see it, and one of ours without any. */
export async function cardPicture(postId: string): Promise<string> {
  const made = drawn(postId);
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    alarm = setTimeout(() => resolve(null), DRAWING_MS);
  });
  const path = await Promise.race([made.path.catch(() => null), late]);
  clearTimeout(alarm);
  return path ?? made.plain ?? PLAIN_PICTURE;
}

/** Draws while the page is being looked at, so that a press on 转发 finds the picture ready. */
export function useCardAhead(postId: string | null): void {
  useEffect(() => {
    if (!isH5 && postId !== null) drawn(postId).path.catch(() => undefined);
  }, [postId]);
}
