/** A post as it is stored. */
import type { Outcome } from '../../domain/outcome';
import type { HiddenBecause, PostStatus } from '../../domain/post';
import { postListKeys } from '../../domain/post-listing';
import type { PeopleInPhotos } from '../../domain/post-rendering';
import type { Category } from '../../domain/wish';

/** What a person has to look at, and in whose queue it lies: 'town' and 'group:<id>'. */
export interface QueueEntry {
  in: string[];
  kind: 'reported' | 'hinted' | 'fresh';
  since: Date;
  hints: { word: string; at?: number }[];
}

/** What a person or a check last decided about it. */
export interface Judged {
  who: string;
  what: string;
  at: Date;
}

export const queueIn = { town: 'town', group: (id: string): string => `group:${id}` } as const;
export const queuesOf = (groupId: string): string[] => [queueIn.town, queueIn.group(groupId)];

export interface PostDoc {
  _id: string;
  status: PostStatus;
  text: string;
  /** As those read it who may not know the wisher's name or door; none where that is the same. */
  publicText?: string;
  photos: string[];
  pairs?: { before: string; after: string }[];
  people?: PeopleInPhotos;
  representativeId: string;
  representative: string;
  groupId: string;
  accountId: string;
  at: Date;
  outcomes: Outcome[];
  village?: string;
  category?: Category;
  wish?: { id: string; code: string; village: string; content: string };
  hidden?: HiddenBecause;
  judged?: Judged;
  /** How often it has been hidden: each time takes back what it earned, and unhiding gives it again. */
  hides?: number;
  featuredAt?: Date;
  thanks: number;
  /** Those that everybody sees. */
  comments?: number;
  /** The lists that it stands in (domain/post-listing); none while it is not published. */
  listed: string[];
  queue?: QueueEntry;
  clientToken: string;
  /** 主题实践活动 that it is filed under. */
  campaignId?: string;
}

export type ListedPost = Pick<
  PostDoc,
  'status' | 'groupId' | 'representativeId' | 'village' | 'category' | 'featuredAt'
>;

export function listedOf({ status, groupId, representativeId, village, category, featuredAt }: ListedPost): string[] {
  if (status !== 'published') return [];
  return postListKeys({
    groupId,
    representativeId,
    isFeatured: featuredAt !== undefined,
    ...(village === undefined ? {} : { village }),
    ...(category === undefined ? {} : { category }),
  });
}
