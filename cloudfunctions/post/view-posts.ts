import type { PostView } from '../../contract/post';
import { outcomeToShape } from '../../contract/shapes';
import type { Caller } from '../../domain/caller';
import { isOwnPost } from '../../domain/post';
import { maskPrivateNumbers } from '../../domain/private-number';
import type { Host } from '../host/host';
import { viewPhotos } from '../kit/view-photos';
import * as groups from '../store/groups';
import * as posts from '../store/posts';
import * as wishLists from '../store/wish-lists';

/** The wish behind a post as everybody may see it; nothing of one that the wall does not show any more. */
function viewWishOf({ wish }: posts.PostDoc, onWall: ReadonlySet<string>): Pick<PostView, 'wish'> {
  if (!wish || !onWall.has(wish.id)) return {};
  return { wish: { ...wish, content: maskPrivateNumbers(wish.content) } };
}

/** Posts as this caller sees them: photo links, thanks and group names are read once for the whole page. */
export async function viewPosts(
  docs: readonly posts.PostDoc[],
  caller: Caller | null,
  host: Host,
): Promise<PostView[]> {
  if (docs.length === 0) return [];
  const [photosOf, groupNames, onWall, thanked] = await Promise.all([
    viewPhotos(
      host,
      docs.flatMap((post) => post.photos),
    ),
    groups.namesById(),
    wishLists.findPublicIds(docs.flatMap((post) => post.wish?.id ?? [])),
    caller
      ? posts.thankedBy(
          caller.accountId,
          docs.map((post) => post._id),
        )
      : new Set<string>(),
  ]);
  return docs.map((post) => ({
    id: post._id,
    text: post.text,
    photos: photosOf(post.photos),
    status: post.status,
    representativeId: post.representativeId,
    representative: post.representative,
    groupId: post.groupId,
    groupName: groupNames.get(post.groupId) ?? '',
    at: post.at.toISOString(),
    outcomes: post.outcomes.map(outcomeToShape),
    ...viewWishOf(post, onWall),
    thanks: post.thanks,
    thanked: thanked.has(post._id),
    mine: isOwnPost(post, caller),
  }));
}

export async function viewPost(post: posts.PostDoc, caller: Caller | null, host: Host): Promise<{ post: PostView }> {
  const [view] = await viewPosts([post], caller, host);
  if (!view) throw new Error('a post gave no view');
  return { post: view };
}
