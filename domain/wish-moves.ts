/**
 * The life of a wish as one table: every move, from which status, to which, whose it is, and on what condition.
 * The server's checks, the pages' "what may I do next" and the diagram in docs/ are all answered from here.
 */
import type { Caller } from './caller';
import { DomainError } from './errors';
import { holderLabels, statusLabels } from './labels';
import { shanghaiMinute } from './time';
import { holderOf, type Holder, type Wish, type WishStatus } from './wish';
import { actors, claimsMaster, isClaimer, isOwn, type Actor } from './wish-actors';
import { guards, type Guard } from './wish-guards';

export interface MoveRule {
  /** The contract's action that makes this move; null where it follows from another one or from the clock. */
  action: string | null;
  from: readonly WishStatus[];
  /** null: the status stays. */
  to: WishStatus | null;
  /** Where it comes to instead: without a claimer left, or with an order still running. */
  orTo?: WishStatus;
  actor: Actor;
  guard?: Guard;
  /** What the timeline says. */
  line: string;
}

const inHand = ['claimed', 'coordinating'] as const;
const publicLive = ['open', 'claimed', 'coordinating', 'paused', 'fulfilled'] as const;

export const moves = {
  publish: { action: 'review', from: ['submitted'], to: 'open', actor: 'reviewer', line: '审核通过' },
  reject: { action: 'review', from: ['submitted'], to: 'rejected', actor: 'reviewer', line: '不予受理' },
  merge: { action: 'review', from: ['submitted', 'open'], to: 'merged', actor: 'reviewer', line: '并案' },
  askInfo: { action: 'review', from: ['submitted'], to: 'needInfo', actor: 'reviewer', line: '请补充' },
  supply: { action: 'supply', from: ['needInfo'], to: 'submitted', actor: 'supplier', line: '补充说明' },
  lapse: { action: null, from: ['needInfo'], to: 'withdrawn', actor: 'system', line: '逾期未补充，自动撤回' },
  withdraw: {
    action: 'withdraw',
    from: ['submitted', 'needInfo', 'open', 'claimed', 'coordinating', 'paused'],
    to: 'withdrawn',
    actor: 'submitterOrPresidium',
    line: '撤回',
  },
  revive: { action: null, from: ['merged'], to: 'submitted', actor: 'system', line: '恢复办理' },
  claim: { action: 'claim', from: ['open'], to: 'claimed', actor: 'representative', guard: 'shown', line: '认领' },
  assign: { action: 'assign', from: ['open'], to: 'claimed', actor: 'leader', line: '指派' },
  decline: {
    action: 'decline',
    from: ['claimed'],
    to: 'open',
    actor: 'claimer',
    guard: 'declinable',
    line: '谢绝指派',
  },
  contact: {
    action: 'contact',
    from: ['claimed'],
    to: null,
    actor: 'claimer',
    guard: 'notContacted',
    line: '首次联系',
  },
  progress: { action: 'progress', from: inHand, to: null, actor: 'claimer', line: '办理进展' },
  release: { action: 'release', from: ['claimed'], to: 'open', actor: 'claimerOrLeader', line: '退回认领' },
  join: {
    action: 'join',
    from: inHand,
    to: null,
    actor: 'otherRepresentative',
    guard: 'joinable',
    line: '参与合力',
  },
  leave: { action: 'leave', from: inHand, to: null, actor: 'helper', guard: 'joined', line: '退出合力' },
  askHelp: {
    action: 'askHelp',
    from: ['claimed'],
    to: null,
    actor: 'claimer',
    guard: 'notAskedForHelp',
    line: '申请部门协办',
  },
  refuseHelp: {
    action: 'refuseHelp',
    from: ['claimed'],
    to: null,
    actor: 'presidium',
    guard: 'askedForHelp',
    line: '不予交办',
  },
  coordinate: {
    action: 'order.issue',
    from: ['open', 'claimed', 'coordinating'],
    to: 'coordinating',
    actor: 'presidium',
    line: '交办',
  },
  handBack: { action: null, from: ['coordinating'], to: 'claimed', actor: 'system', line: '交办结束，交还跟踪代表' },
  handOpen: { action: null, from: ['coordinating'], to: 'open', actor: 'system', line: '交办结束，重新待认领' },
  askPause: {
    action: 'askPause',
    from: inHand,
    to: null,
    actor: 'claimer',
    guard: 'notAskedToPause',
    line: '申请暂缓',
  },
  refusePause: {
    action: 'refusePause',
    from: inHand,
    to: null,
    actor: 'judge',
    guard: 'askedToPause',
    line: '不同意暂缓',
  },
  pause: { action: 'pause', from: inHand, to: 'paused', actor: 'judge', line: '暂缓' },
  resume: {
    action: 'resume',
    from: ['paused'],
    to: 'claimed',
    orTo: 'coordinating',
    actor: 'claimerOrLeader',
    line: '恢复办理',
  },
  fulfil: { action: 'fulfil', from: inHand, to: 'fulfilled', actor: 'fulfiller', line: '办结' },
  callBack: { action: 'callBack', from: ['fulfilled'], to: null, actor: 'callBacker', line: '回访未果' },
  confirm: { action: 'rate', from: ['fulfilled'], to: 'closed', actor: 'rater', line: '评价' },
  redo: {
    action: 'rate',
    from: ['fulfilled'],
    to: 'claimed',
    orTo: 'open',
    actor: 'rater',
    line: '评价为不满意或未解决',
  },
  rateMerged: {
    action: 'rate',
    from: ['merged'],
    to: null,
    actor: 'rater',
    guard: 'masterDone',
    line: '评价',
  },
  silence: { action: null, from: ['fulfilled'], to: 'closed', actor: 'system', line: '两次回访未果，满 7 天自动办结' },
  followUp: {
    action: 'followUp',
    from: ['closed'],
    to: null,
    actor: 'callBacker',
    guard: 'followUpDue',
    line: '二次回访',
  },
  redoFollowedUp: {
    action: 'followUp',
    from: ['closed'],
    to: 'claimed',
    orTo: 'open',
    actor: 'callBacker',
    guard: 'followUpDue',
    line: '二次回访未解决，重新办理',
  },
  reopen: {
    action: 'reopen',
    from: ['closed', 'answered'],
    to: 'claimed',
    orTo: 'open',
    actor: 'reopener',
    guard: 'reopenable',
    line: '重新办理',
  },
  answer: {
    action: 'answer',
    from: ['open', 'claimed', 'coordinating'],
    to: 'answered',
    actor: 'presidium',
    line: '暂难解决（已说明）',
  },
  escalate: {
    action: null,
    from: ['submitted', 'open'],
    to: null,
    actor: 'system',
    line: '超时未处理，转主席团',
  },
  urge: {
    action: 'urge',
    from: ['submitted', 'open', 'claimed', 'coordinating'],
    to: null,
    actor: 'leader',
    line: '催办',
  },
  hide: {
    action: 'hide',
    from: [...publicLive, 'closed', 'answered'],
    to: null,
    actor: 'leader',
    guard: 'shown',
    line: '隐藏',
  },
  unhide: {
    action: 'unhide',
    from: [...publicLive, 'closed', 'answered'],
    to: null,
    actor: 'leader',
    guard: 'hidden',
    line: '恢复显示',
  },
} as const satisfies Record<string, MoveRule>;

export type Move = keyof typeof moves;

const refusalOf = (rule: MoveRule, wish: Wish, caller: Caller, now: Date): string | null =>
  rule.guard ? guards[rule.guard](wish, caller, now) : null;

export function mayMove(move: Move, wish: Wish, caller: Caller | null, now: Date): boolean {
  const rule: MoveRule = moves[move];
  if (caller === null || !rule.from.includes(wish.status) || !actors[rule.actor](wish, caller)) return false;
  return refusalOf(rule, wish, caller, now) === null;
}

/** The contract's actions that this caller may take on this wish now, in the order of the table. */
export function allowedActions(wish: Wish, caller: Caller | null, now: Date): string[] {
  const allowed = (Object.keys(moves) as Move[]).filter((move) => mayMove(move, wish, caller, now));
  return [...new Set(allowed.flatMap((move) => moves[move].action ?? []))];
}

/** Nobody is the claimer of a wish without one: what is wrong then is its status, not the person. */
const waitsForClaimer = (rule: MoveRule, wish: Wish): boolean =>
  ['claimer', 'claimerOrLeader', 'fulfiller'].includes(rule.actor) && !wish.claimer;

/**
 * Throws the refusal when this move is not the caller's to make now: FORBIDDEN for the wrong person,
 * ALREADY_CLAIMED (details.claimer) for a claim come too late, else WRONG_STATE with status, holder, and who moved
 * last and when.
 */
export function checkMove(move: Move, wish: Wish, caller: Caller, now: Date): void {
  const rule: MoveRule = moves[move];
  const rightStatus = rule.from.includes(wish.status);
  if (!rightStatus && move === 'claim' && wish.claimer) throw alreadyClaimed(wish.claimer.name);
  const isTheirs = actors[rule.actor](wish, caller);
  if (!isTheirs && !waitsForClaimer(rule, wish)) throw notYours(rule, wish, caller);
  if (!isTheirs || !rightStatus) throw wrongState(wish);
  const refusal = refusalOf(rule, wish, caller, now);
  if (refusal !== null) throw wrongState(wish, refusal);
}

export const alreadyClaimed = (claimer: string): DomainError =>
  new DomainError('ALREADY_CLAIMED', { message: `这个心愿刚刚被${claimer}代表认领了`, details: { claimer } });

function notYours(rule: MoveRule, wish: Wish, caller: Caller): DomainError {
  const { id, claimer } = wish;
  const facts = { action: rule.action, wish: id };
  if (rule.actor === 'representative' && isOwn(wish, caller)) {
    return new DomainError('FORBIDDEN', { message: '自己的心愿请由其他代表认领', facts });
  }
  if (isClaimer(wish, caller) && rule.actor === 'fulfiller') {
    return new DomainError('FORBIDDEN', { message: '部门正在协办，由主席团办结；交还给您以后再由您办结', facts });
  }
  if (isClaimer(wish, caller) || claimsMaster(wish, caller)) {
    return new DomainError('FORBIDDEN', { message: '自己认领的心愿，审批、回访和评价要由别人来做', facts });
  }
  const isClaimers = rule.actor === 'claimer' || (rule.actor === 'fulfiller' && wish.status !== 'coordinating');
  if (!isClaimers || !claimer) return new DomainError('FORBIDDEN', { facts });
  return new DomainError('FORBIDDEN', {
    message: `这个心愿由${claimer.name}代表办理（${shanghaiMinute(claimer.at)}认领），只有认领人能进行这项操作`,
    details: { who: claimer.name, at: claimer.at.toISOString() },
    facts,
  });
}

/** `reason` says what is wrong where the status itself is right. */
export function wrongState(
  { status, holder, last }: Pick<Wish, 'status' | 'holder' | 'last'>,
  reason?: string,
): DomainError {
  const where = holder.role === 'none' ? '' : `，现在由${holderLabels[holder.role]}处理`;
  const since = last ? `（${shanghaiMinute(last.at)} ${last.who}：${last.what}）` : '';
  return new DomainError('WRONG_STATE', {
    message: reason ?? `这个心愿目前是“${statusLabels[status]}”${since}${where}，不能进行这项操作`,
    details: {
      status,
      holder: holder.role,
      holderSince: holder.since.toISOString(),
      ...(last ? { who: last.who, at: last.at.toISOString() } : {}),
    },
  });
}

/** Who holds the wish after it has come to `to`; the time runs on while the holder stays the same. */
export function holderAfter(before: { holder: Holder }, to: WishStatus, now: Date): Holder {
  const role = holderOf(to);
  return role === before.holder.role ? before.holder : { role, since: now };
}
