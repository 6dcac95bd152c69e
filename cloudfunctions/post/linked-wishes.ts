import type { PostDoc } from '../store/post-doc';
import type { WishCardDoc } from '../store/wish-doc';
import * as wishLists from '../store/wish-lists';

/** The wishes behind a page of posts, read once. */
export async function linkedWishes(posts: readonly PostDoc[]): Promise<(post: PostDoc) => WishCardDoc | undefined> {
  const found = await wishLists.findCards([...new Set(posts.flatMap(({ wish }) => wish?.id ?? []))]);
  return ({ wish }) => (wish ? found.get(wish.id) : undefined);
}
