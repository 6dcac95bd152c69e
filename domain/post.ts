/** 晒单: what may be shown, with which wish, and by whom it may be judged. */
import { hasRole, seesTown, type Caller } from './caller';
import { DomainError } from './errors';
import type { Wish, WishStatus } from './wish';
import { leads } from './wish-actors';
import { wrongState } from './wish-moves';

/** published: in the feed; hidden: taken out by a person or by the content check; removed: taken back by its author. */
export const postStatuses = ['published', 'hidden', 'removed'] as const;
export type PostStatus = (typeof postStatuses)[number];

const linkable: readonly WishStatus[] = ['claimed', 'fulfilled', 'closed'];

/** A post shows a deed for the caller's own claimed wish; throws FORBIDDEN for another's, WRONG_STATE for one given up. */
export function checkLink(wish: Wish, caller: Caller): void {
  const isClaimer = caller.representativeId !== undefined && wish.claimer?.representativeId === caller.representativeId;
  if (!isClaimer) {
    throw new DomainError('FORBIDDEN', { message: '只能关联自己认领的心愿', facts: { wish: wish.id } });
  }
  if (!linkable.includes(wish.status)) throw wrongState(wish);
}

export const isOwnPost = (post: { representativeId: string }, caller: Caller | null): boolean =>
  caller?.representativeId !== undefined && caller.representativeId === post.representativeId;

/** 组长、联络员 of the author's group, or 主席团; nobody judges what is their own. */
export const mayJudge = (post: { groupId: string; representativeId: string }, caller: Caller | null): boolean =>
  caller !== null && leads(post, caller) && !isOwnPost(post, caller);

/** 精选 is the presidium's to name, and never of one's own. */
export const mayFeature = (post: { representativeId: string }, caller: Caller | null): boolean =>
  hasRole(caller, 'presidium') && !isOwnPost(post, caller);

/**
 * Who knows whom the deed was for anyway (DESIGN.md section 6), and why the post is hidden: its author, the group's
 * leaders, the town's staff.
 */
export const knowsWisher = (post: { groupId: string; representativeId: string }, caller: Caller | null): boolean =>
  caller !== null && (isOwnPost(post, caller) || leads(post, caller) || seesTown(caller));

/** What is not in the feed is between its author and those who judge it. */
export const maySeePost = (
  post: { status: PostStatus; groupId: string; representativeId: string },
  caller: Caller | null,
): boolean => {
  if (post.status === 'published' || isOwnPost(post, caller)) return true;
  return post.status === 'hidden' && knowsWisher(post, caller);
};

/** Why a post or a comment is hidden: by a person, or by the content check. */
export interface HiddenBecause {
  reason: string;
  /** 主体 + 职务, or '内容安全检查'. */
  who: string;
  automatic: boolean;
  at: Date;
  /** The 记分提议 (D8) that hid it. */
  proposalId?: string;
}

export const CONTENT_CHECK = '内容安全检查';
