import type { WishCard, WishView } from '../../../../contract/wish-views';
import type { PeopleInPhotos } from '../../../../domain/post-rendering';
import type { Category, WishStatus } from '../../../../domain/wish';
import { suggestCaption } from '../../../features/post/caption';
import { figuresOf, toOutcomes, type OutcomeDraft } from '../../../features/outcome/outcome-draft';
import type { PostToSend } from '../../../features/post/outbox-list';
import type { KeptPhoto } from '../../../platform/use-photos';

/** What a draft keeps of the wish it is about; the second half comes from the wish itself, when there is a signal. */
export interface LinkedWish {
  id: string;
  code: string;
  village: string;
  content: string;
  category?: Category;
  status?: WishStatus;
  publicContent?: string;
  photosPublic?: boolean;
  minor?: boolean;
}

/** Keys of two of the post's photos. */
export interface Pair {
  before: string;
  after: string;
}

export interface PostDraft {
  /** The author's own words; null while the suggested sentence stands. */
  text: string | null;
  photos: KeptPhoto[];
  pairs: Pair[];
  /** Null: the author has not said; see `peopleOf`. */
  people: PeopleInPhotos | null;
  wish: LinkedWish | null;
  /** Whether the wish that the page was opened for has been put in or taken out by hand. */
  wishIsChosen: boolean;
  outcomes: OutcomeDraft[];
  /** For a post without a wish. */
  village: string | null;
  category: Category | null;
  /** 主题实践活动, where several run: null says nothing, '' files it under none. */
  campaignId: string | null;
}

export const emptyDraft: PostDraft = {
  text: null,
  photos: [],
  pairs: [],
  people: null,
  wish: null,
  wishIsChosen: false,
  outcomes: [],
  village: null,
  category: null,
  campaignId: null,
};

export const linkTo = ({ id, code, village, content, category, status }: WishCard): LinkedWish => ({
  id,
  code,
  village,
  content,
  category,
  status,
});

export const linkInFull = (wish: WishView): LinkedWish => ({
  ...linkTo(wish),
  publicContent: wish.publicContent ?? '',
  photosPublic: wish.photosPublic,
  minor: wish.minor,
});

const countable = (outcomes: readonly OutcomeDraft[]) =>
  toOutcomes(outcomes).filter((outcome) => Object.values(outcome).every((value) => !Number.isNaN(value)));

export function suggestionFor({ wish, village, category, outcomes }: PostDraft): string {
  const known = wish && { ...wish, category: wish.category ?? 'other', status: wish.status ?? 'claimed' };
  return suggestCaption({ wish: known, village, category, outcomes: countable(outcomes) });
}

export const textOf = (draft: PostDraft): string => draft.text ?? suggestionFor(draft);

/** Where the wisher did not agree to photos, nobody has been asked until somebody says otherwise. */
export const peopleOf = ({ people, wish }: PostDraft): PeopleInPhotos | null =>
  people ?? (wish?.photosPublic === false ? 'unasked' : null);

/** Pairs of which both photos are still there, each photo in one at most. */
export const pairsOf = ({ pairs, photos }: Pick<PostDraft, 'pairs' | 'photos'>): Pair[] => {
  const keys = new Set(photos.map(({ key }) => key));
  return pairs.filter(({ before, after }) => keys.has(before) && keys.has(after));
};

export const withoutPhotoInPairs = (pairs: readonly Pair[], key: string): Pair[] =>
  pairs.filter(({ before, after }) => before !== key && after !== key);

const asText = (value: number | null | undefined): string | undefined =>
  value === undefined || value === null ? undefined : String(value);

/** A post that came back is edited as a draft again. */
export function fromPost(post: PostToSend): PostDraft {
  const outcomes = post.outcomes.map(({ kind, ...figures }): OutcomeDraft => {
    const draft: OutcomeDraft = { kind };
    for (const figure of figuresOf[kind]) {
      const text = asText(figures[figure]);
      if (text !== undefined) draft[figure] = text;
    }
    return draft;
  });
  return {
    text: post.text,
    photos: post.photos,
    pairs: post.pairs ?? [],
    people: post.people ?? null,
    wish: post.wish,
    wishIsChosen: true,
    outcomes,
    village: post.village ?? null,
    category: post.category ?? null,
    // Asked anew: what was chosen may be over by now.
    campaignId: null,
  };
}

export function toPost(draft: PostDraft, photos: KeptPhoto[], clientToken: string): PostToSend {
  const { wish, outcomes, village, category, campaignId } = draft;
  const pairs = pairsOf({ pairs: draft.pairs, photos });
  const people = peopleOf(draft);
  return {
    clientToken,
    text: textOf(draft).trim(),
    photos,
    wish: wish && { id: wish.id, code: wish.code, village: wish.village, content: wish.content },
    outcomes: toOutcomes(outcomes),
    ...(pairs.length > 0 ? { pairs } : {}),
    ...(people ? { people } : {}),
    // The linked wish says them better.
    ...(wish === null && village !== null ? { village } : {}),
    ...(wish === null && category !== null ? { category } : {}),
    ...(campaignId === null ? {} : { campaignId: campaignId || null }),
  };
}
