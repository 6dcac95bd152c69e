/** The photos of an article: of the month's posts those that everybody may see, as it is when somebody looks. */
import type { Host } from '../host/host';
import { viewPhotos, type PhotoView } from '../kit/view-photos';
import * as deeds from '../store/deeds';
import type { ArticlePhoto } from '../store/models';
import type { PostDoc } from '../store/post-doc';
import * as wishLists from '../store/wish-lists';
import { showsPhotosToAll } from './public-deed';

const MOST_CHOICES = 60;

/** The posts whose photos everybody may see. */
async function open(posts: readonly PostDoc[]): Promise<PostDoc[]> {
  const wishes = await wishLists.findCards([...new Set(posts.flatMap(({ wish }) => wish?.id ?? []))]);
  // Of a wish that is gone nobody can say what was agreed to.
  return posts.filter((post) => {
    const wish = post.wish && wishes.get(post.wish.id);
    return (post.wish === undefined || wish !== undefined) && showsPhotosToAll(post, wish);
  });
}

/** What the article may show, the newest post first. */
export async function photoChoices(posts: readonly PostDoc[]): Promise<ArticlePhoto[]> {
  const choices = new Map<string, ArticlePhoto>();
  for (const { _id, photos } of await open(posts)) {
    // One that two posts show is offered once.
    for (const id of photos) if (!choices.has(id)) choices.set(id, { id, postId: _id });
  }
  return [...choices.values()].slice(0, MOST_CHOICES);
}

/** Of each list the photos that may be seen now: a post that was hidden or taken back takes its photos along. */
export async function visiblePhotos(lists: readonly (readonly ArticlePhoto[])[]): Promise<string[][]> {
  const posts = await deeds.publishedPosts(lists.flat().map(({ postId }) => postId));
  const shown = new Map((await open([...posts.values()])).map((post) => [post._id, post]));
  return lists.map((photos) =>
    photos.filter(({ id, postId }) => shown.get(postId)?.photos.includes(id) === true).map(({ id }) => id),
  );
}

/** The first that may be seen of each article. */
export async function firstPhotos(
  host: Host,
  lists: readonly (readonly ArticlePhoto[])[],
): Promise<(PhotoView | undefined)[]> {
  const firsts = (await visiblePhotos(lists)).map((ids) => ids.slice(0, 1));
  const photosOf = await viewPhotos(host, firsts.flat());
  return firsts.map((ids) => photosOf(ids)[0]);
}
