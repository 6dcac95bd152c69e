/** 晒单: what may be shown, and with which wish. */
import type { Caller } from './caller';
import { DomainError } from './errors';
import type { Wish, WishStatus } from './wish';
import { wrongState } from './wish-moves';

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
