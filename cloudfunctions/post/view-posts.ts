import type { PostView } from '../../contract/post';
import { outcomeToShape } from '../../contract/shapes';
import type { Caller } from '../../domain/caller';
import { isOwnPost, knowsWisher, mayFeature, mayJudge } from '../../domain/post';
import { audienceOf, type Audience } from '../../domain/post-rendering';
import { defined } from '../kit/defined';
import type { Host } from '../host/host';
import { viewPhotos } from '../kit/view-photos';
import { filingOf } from '../store/campaign-filing';
import * as groupOpens from '../store/group-opens';
import * as groups from '../store/groups';
import type { PostDoc } from '../store/post-doc';
import * as posts from '../store/posts';
import { render, type Rendered } from './render-post';
import { linkedWishes } from './linked-wishes';

const FEED_WORDS = 40;

export interface Viewing {
  /** In a feed each post has its first photo, and the first words of its wish. */
  isFeed?: boolean;
  audience?: Audience;
}

const cut = (content: string): string => {
  const characters = [...content];
  return characters.length > FEED_WORDS ? `${characters.slice(0, FEED_WORDS).join('')}…` : content;
};

function allowedTo(post: PostDoc, caller: Caller | null): PostView['allowed'] {
  const isShown = post.status === 'published';
  const isOwn = isOwnPost(post, caller);
  const allowed: [PostView['allowed'][number], boolean][] = [
    ['remove', isOwn && post.status !== 'removed'],
    ['thank', isShown && !isOwn],
    ['comment', isShown],
    ['report', isShown && !isOwn],
    // What a check has hidden waits for a person to agree.
    ['hide', (isShown || (post.status === 'hidden' && post.queue !== undefined)) && mayJudge(post, caller)],
    ['unhide', post.status === 'hidden' && post.hidden?.proposalId === undefined && mayJudge(post, caller)],
    ['feature', isShown && mayFeature(post, caller)],
  ];
  return allowed.filter(([, may]) => may).map(([action]) => action);
}

const viewHidden = ({ reason, who, automatic, at }: NonNullable<PostDoc['hidden']>) => ({
  ...{ reason, who, automatic },
  at: at.toISOString(),
});

/** Posts as this caller sees them: photos, thanks, wishes and group names are read once for the whole page. */
export async function viewPosts(
  docs: readonly PostDoc[],
  caller: Caller | null,
  host: Host,
  { isFeed = false, audience = audienceOf(caller) }: Viewing = {},
): Promise<PostView[]> {
  if (docs.length === 0) return [];
  const wishOf = await linkedWishes(docs);
  const rendered = docs.map((post): [PostDoc, Rendered] => [
    post,
    render(post, wishOf(post), { audience: isOwnPost(post, caller) ? 'internal' : audience, caller }, host),
  ]);
  const shown = ({ photos }: Rendered): readonly string[] => (isFeed ? photos.slice(0, 1) : photos);
  const [photosOf, groupNames, thanked] = await Promise.all([
    viewPhotos(
      host,
      rendered.flatMap(([, one]) => shown(one)),
    ),
    groups.namesById(),
    caller
      ? posts.thankedBy(
          caller.accountId,
          docs.map(({ _id }) => _id),
        )
      : new Set<string>(),
  ]);
  return rendered.map(([post, one]) => ({
    id: post._id,
    text: one.text,
    photos: photosOf(shown(one)),
    photoCount: one.photos.length,
    photosWithheld: one.photos.length < post.photos.length,
    pairs: one.photos.length > 0 ? (post.pairs ?? []) : [],
    status: post.status,
    representativeId: post.representativeId,
    representative: post.representative,
    groupId: post.groupId,
    groupName: groupNames.get(post.groupId) ?? '',
    at: post.at.toISOString(),
    outcomes: post.outcomes.map(outcomeToShape),
    thanks: post.thanks,
    comments: post.comments ?? 0,
    featured: post.featuredAt !== undefined,
    thanked: thanked.has(post._id),
    mine: isOwnPost(post, caller),
    allowed: allowedTo(post, caller),
    ...defined({
      groupText: one.text === post.text ? post.publicText : undefined,
      place: one.place,
      village: post.village,
      category: post.category,
      wish: one.wish && { ...one.wish, content: isFeed ? cut(one.wish.content) : one.wish.content },
      hiddenBecause: post.hidden && knowsWisher(post, caller) ? viewHidden(post.hidden) : undefined,
    }),
  }));
}

export async function viewPost(post: PostDoc, caller: Caller | null, host: Host): Promise<{ post: PostView }> {
  const [[view], { campaign, mayFile }] = await Promise.all([
    viewPosts([post], caller, host),
    filingOf({ ...post, kind: 'post' }, caller),
  ]);
  if (!view) throw new Error('a post gave no view');
  return {
    post: {
      ...view,
      allowed: [...view.allowed, ...(mayFile ? (['file'] as const) : [])],
      ...defined({ campaign, groupsReached: view.mine ? await groupOpens.countGroups(post._id) : undefined }),
    },
  };
}
