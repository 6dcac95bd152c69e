/**
 * The life of a wish as one table: every move, from which status, to which, and whose it is.
 * The server's checks and the pages' "what may I do next" are both answered from here.
 */
import { hasRole, type Caller } from './caller';
import { DomainError } from './errors';
import { holderLabels, statusLabels } from './labels';
import { shanghaiMinute } from './time';
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

export const isClaimer = (wish: Wish, caller: Caller): boolean =>
  caller.representativeId !== undefined && wish.claimer?.representativeId === caller.representativeId;

export const isSubmitter = (wish: Wish, caller: Caller): boolean => wish.submitterId === caller.accountId;

/** 组长、联络员 of the wish's group, or 主席团; 系统管理员 keeps the system, not the wishes. */
export const leads = (wish: { groupId: string }, caller: Caller): boolean =>
  hasRole(caller, 'presidium') || (hasRole(caller, 'liaison') && caller.groupId === wish.groupId);

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

/** Nobody is the claimer of a wish without one: what is wrong then is its status, not the person. */
const waitsForClaimer = (rule: MoveRule, wish: Wish): boolean =>
  (rule.actor === 'claimer' || rule.actor === 'claimerOrLeader') && !wish.claimer;

/**
 * Throws the refusal when this move is not the caller's to make now: FORBIDDEN for the wrong person,
 * ALREADY_CLAIMED (details.claimer) for a claim come too late, else WRONG_STATE with status, holder, and who moved
 * last and when.
 */
export function checkMove(move: Move, wish: Wish, caller: Caller): void {
  const rule: MoveRule = moves[move];
  const rightStatus = rule.from.includes(wish.status);
  if (!rightStatus && move === 'claim' && wish.claimer) throw alreadyClaimed(wish.claimer.name);
  const isTheirs = actors[rule.actor](wish, caller);
  if (!isTheirs && !waitsForClaimer(rule, wish)) throw notYours(rule, wish);
  if (!isTheirs || !rightStatus) throw wrongState(wish);
}

export const alreadyClaimed = (claimer: string): DomainError =>
  new DomainError('ALREADY_CLAIMED', { message: `这个心愿刚刚被${claimer}代表认领了`, details: { claimer } });

function notYours(rule: MoveRule, { id, claimer }: Wish): DomainError {
  const facts = { action: rule.action, wish: id };
  if (rule.actor !== 'claimer' || !claimer) return new DomainError('FORBIDDEN', { facts });
  return new DomainError('FORBIDDEN', {
    message: `这个心愿由${claimer.name}代表办理（${shanghaiMinute(claimer.at)}认领），只有认领人能进行这项操作`,
    details: { who: claimer.name, at: claimer.at.toISOString() },
    facts,
  });
}

export function wrongState({ status, last }: Pick<Wish, 'status' | 'last'>): DomainError {
  const holder = holderOf(status);
  const where = holder === 'none' ? '' : `，现在由${holderLabels[holder]}处理`;
  const since = last ? `（${shanghaiMinute(last.at)} ${last.who}：${last.what}）` : '';
  return new DomainError('WRONG_STATE', {
    message: `这个心愿目前是“${statusLabels[status]}”${since}${where}，不能进行这项操作`,
    details: { status, holder, ...(last ? { who: last.who, at: last.at.toISOString() } : {}) },
  });
}

/** Who holds the wish after it has come to `to`; the time runs on while the holder stays the same. */
export function holderAfter(before: { holder: Holder }, to: WishStatus, now: Date): Holder {
  const role = holderOf(to);
  return role === before.holder.role ? before.holder : { role, since: now };
}
