/**
 * Who may see what of a wish (DESIGN.md section 6): the contact is for the claimer, the group's liaison and the
 * presidium; everybody else meets 王** of 刘胜村.
 */
import { hasRole, seesTown, type Caller } from './caller';
import { isPublicStatus, type Wish, type WishStatus } from './wish';
import { isClaimer, isSubmitter, leads } from './wish-moves';

/** The person whose wish it is; one who wrote it down for another is its submitter only. */
export const isWisher = (wish: Wish, caller: Caller | null): boolean =>
  caller !== null && wish.selfSubmitted && isSubmitter(wish, caller);

/** Those who deal with the wish: its submitter, its claimer, the group's liaison, the town's staff. */
export const dealsWith = (wish: Wish, caller: Caller | null): boolean =>
  caller !== null && (isSubmitter(wish, caller) || isClaimer(wish, caller) || leads(wish, caller) || seesTown(caller));

/** What the public wall does not show is between those who deal with it. */
export const maySee = (wish: Wish, caller: Caller | null): boolean =>
  isPublicStatus(wish.status) || dealsWith(wish, caller);

/** A claimer needs the contact while the wish is in hand, and no longer. */
const inHand: readonly WishStatus[] = ['claimed', 'coordinating', 'paused', 'fulfilled'];

export const mayReveal = (wish: Wish, caller: Caller | null): boolean =>
  caller !== null &&
  (isWisher(wish, caller) || leads(wish, caller) || (isClaimer(wish, caller) && inHand.includes(wish.status)));

// Words that make it safer to take a wish for one by or about a minor; wrong the other way would show a child.
const MINOR =
  /未成年|婴儿|幼儿|儿童|孤儿|小学生|初中生|中学生|高中生|(?<![\d零一二三四五六七八九十])(1[0-7]|\d)\s*周?岁/;

export const concernsMinor = (content: string): boolean => MINOR.test(content.normalize('NFKC'));

interface Consented {
  content: string;
  consent: { showName: boolean; showPhoto: boolean };
}

/** The full name is for the wisher, and for all where the wisher agreed and is no minor. */
export const showsName = (wish: Wish & Consented, caller: Caller | null): boolean =>
  isWisher(wish, caller) || (wish.consent.showName && !concernsMinor(wish.content));

export const showsPhotos = (wish: Wish & Consented, caller: Caller | null): boolean =>
  dealsWith(wish, caller) || (wish.consent.showPhoto && !concernsMinor(wish.content));

/** The whole group's ledger is its liaison's; a member sees what the public sees of it. */
export const seesWholeGroup = (caller: Caller): boolean => hasRole(caller, 'liaison');
