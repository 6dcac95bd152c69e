/**
 * The life of a wish as one table: every move, from which status, to which, and whose it is.
 * The server's checks and the pages' "what may I do next" are both answered from here.
 */
import { hasRole, seesTown, type Caller } from './caller';
import { DomainError } from './errors';
import { holderLabels, statusLabels } from './labels';
import { holderOf, type Holder, type Wish, type WishStatus } from './wish';

type Actor = 'submitter' | 'reviewer' | 'representative' | 'claimer' | 'claimerOrLeader' | 'rater';

interface MoveRule {
  /** The contract's action that makes this move. */
  action: string;
  from: readonly WishStatus[];
  to: WishStatus;
  actor: Actor;
}

export const moves = {
  publish: { action: 'review', from: ['submitted'], to: 'open', actor: 'reviewer' },
  reject: { action: 'review', from: ['submitted'], to: 'rejected', actor: 'reviewer' },
  merge: { action: 'review', from: ['submitted', 'open'], to: 'merged', actor: 'reviewer' },
  askInfo: { action: 'review', from: ['submitted'], to: 'needInfo', actor: 'reviewer' },
  supply: { action: 'supply', from: ['needInfo'], to: 'submitted', actor: 'submitter' },
  withdraw: {
    action: 'withdraw',
    from: ['submitted', 'needInfo', 'open', 'claimed'],
    to: 'withdrawn',
    actor: 'submitter',
  },
  claim: { action: 'claim', from: ['open'], to: 'claimed', actor: 'representative' },
  release: { action: 'release', from: ['claimed'], to: 'open', actor: 'claimerOrLeader' },
  progress: { action: 'progress', from: ['claimed'], to: 'claimed', actor: 'claimer' },
  fulfil: { action: 'fulfil', from: ['claimed'], to: 'fulfilled', actor: 'claimer' },
  confirm: { action: 'rate', from: ['fulfilled'], to: 'closed', actor: 'rater' },
  redo: { action: 'rate', from: ['fulfilled'], to: 'claimed', actor: 'rater' },
} as const satisfies Record<string, MoveRule>;

export type Move = keyof typeof moves;

const isClaimer = (wish: Wish, caller: Caller): boolean =>
  caller.representativeId !== undefined && wish.claimer?.representativeId === caller.representativeId;

const isSubmitter = (wish: Wish, caller: Caller): boolean => wish.submitterId === caller.accountId;

/** 组长、联络员 of the wish's group, or 主席团. */
export const leads = (wish: { groupId: string }, caller: Caller): boolean =>
  seesTown(caller) || (hasRole(caller, 'liaison') && caller.groupId === wish.groupId);

const actors: Record<Actor, (wish: Wish, caller: Caller) => boolean> = {
  submitter: isSubmitter,
  // Nobody reviews their own wish.
  reviewer: (wish, caller) => leads(wish, caller) && !isSubmitter(wish, caller),
  representative: (_wish, caller) => caller.representativeId !== undefined,
  claimer: isClaimer,
  claimerOrLeader: (wish, caller) => isClaimer(wish, caller) || leads(wish, caller),
  // The wisher, or a call-back (回访) by someone other than the claimer; a scribe is no wisher.
  rater: (wish, caller) =>
    !isClaimer(wish, caller) && ((wish.selfSubmitted && isSubmitter(wish, caller)) || leads(wish, caller)),
};

export function mayMove(move: Move, wish: Wish, caller: Caller | null): boolean {
  const rule: MoveRule = moves[move];
  return caller !== null && rule.from.includes(wish.status) && actors[rule.actor](wish, caller);
}

/** The contract's actions that this caller may take on this wish now, in the order of the table. */
export function allowedActions(wish: Wish, caller: Caller | null): string[] {
  const actions = (Object.keys(moves) as Move[]).filter((move) => mayMove(move, wish, caller));
  return [...new Set(actions.map((move) => moves[move].action))];
}

/**
 * Throws the refusal when this move is not the caller's to make now: FORBIDDEN for the wrong person,
 * ALREADY_CLAIMED (details.claimer) for a claim come too late, else WRONG_STATE with status and holder.
 */
export function checkMove(move: Move, wish: Wish, caller: Caller): void {
  const rule: MoveRule = moves[move];
  const rightStatus = rule.from.includes(wish.status);
  if (!rightStatus && move === 'claim' && wish.claimer) throw alreadyClaimed(wish.claimer.name);
  if (!actors[rule.actor](wish, caller)) throw new DomainError('FORBIDDEN', { facts: { move, wish: wish.id } });
  if (!rightStatus) throw wrongState(wish);
}

export const alreadyClaimed = (claimer: string): DomainError =>
  new DomainError('ALREADY_CLAIMED', { message: `这个心愿刚刚被${claimer}代表认领了`, details: { claimer } });

export function wrongState(wish: { status: WishStatus }): DomainError {
  const holder = holderOf(wish.status);
  const where = holder === 'none' ? '' : `，现在由${holderLabels[holder]}处理`;
  return new DomainError('WRONG_STATE', {
    message: `这个心愿目前是“${statusLabels[wish.status]}”${where}，不能进行这项操作`,
    details: { status: wish.status, holder },
  });
}

/** Who holds the wish after it has come to `to`; the time runs on while the holder stays the same. */
export function holderAfter(before: { holder: Holder }, to: WishStatus, now: Date): Holder {
  const role = holderOf(to);
  return role === before.holder.role ? before.holder : { role, since: now };
}
