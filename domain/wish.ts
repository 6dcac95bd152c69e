/** 心愿: its words. The moves between statuses are in wish-moves.ts, who may see what in wish-privacy.ts. */
import type { Outcome } from './outcome';

export const wishStatuses = [
  'submitted',
  'needInfo',
  'open',
  'claimed',
  'coordinating',
  'paused',
  'fulfilled',
  'closed',
  'answered',
  'rejected',
  'merged',
  'withdrawn',
] as const;
export type WishStatus = (typeof wishStatuses)[number];

/** Statuses that the public wall shows; the others are between the submitter and those who review. */
export const publicStatuses = [
  'open',
  'claimed',
  'coordinating',
  'paused',
  'fulfilled',
  'closed',
  'answered',
] as const satisfies readonly WishStatus[];

export const isPublicStatus = (status: WishStatus): boolean =>
  (publicStatuses as readonly WishStatus[]).includes(status);

export const categories = [
  'care',
  'education',
  'employment',
  'health',
  'mediation',
  'environment',
  'enterprise',
  'facility',
  'paperwork',
  'other',
] as const;
export type Category = (typeof categories)[number];

/** 办结类别 of a department's answer and of an end: A 已解决, B 正在解决, C 列入计划, D 条件限制. */
export const closeClasses = ['A', 'B', 'C', 'D'] as const;
export type CloseClass = (typeof closeClasses)[number];

/** 合力: what part one takes in another's claim. */
export const helperParts = ['goods', 'labour', 'paperwork', 'company', 'other'] as const;
export type HelperPart = (typeof helperParts)[number];

/** How somebody spoke with the wisher. */
export const contactWays = ['phone', 'visit', 'wechat'] as const;
export type ContactWay = (typeof contactWays)[number];

/** What came of a call-back (回访) that brought no answer. */
export const callBackOutcomes = ['noAnswer', 'wrongNumber', 'unwilling'] as const;
export type CallBackOutcome = (typeof callBackOutcomes)[number];

/** How somebody agreed to have their wish written down by another. */
export const behalfConsents = ['spoken', 'written'] as const;
export type BehalfConsent = (typeof behalfConsents)[number];

export const channels = ['self', 'homeVisit', 'walk', 'reception', 'archive'] as const;
export type Channel = (typeof channels)[number];

export const ratings = ['satisfied', 'fair', 'unsatisfied'] as const;
export type Rating = (typeof ratings)[number];

/** 是否解决: asked apart from 满意度, because closing is not solving. */
export const resolutions = ['yes', 'partly', 'no'] as const;
export type Resolution = (typeof resolutions)[number];

export const difficulties = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof difficulties)[number];

/** Who has the ball: 居民 / 代表 / 组长 / 主席团 / 部门, or nobody once the wish has come to its end. */
export const holderRoles = ['resident', 'representative', 'liaison', 'presidium', 'department', 'none'] as const;
export type HolderRole = (typeof holderRoles)[number];

export interface Holder {
  role: HolderRole;
  since: Date;
}

export interface Claimer {
  representativeId: string;
  name: string;
  groupId: string;
  at: Date;
  /** Who assigned it, where a leader did (指派); one may decline once within 24 h. */
  assignedBy?: string;
  contactedAt?: Date;
  /** The last note of progress. */
  progressAt?: Date;
}

export interface Helper {
  representativeId: string;
  name: string;
  part: HelperPart;
  note: string;
  at: Date;
}

export interface PauseRequest {
  who: string;
  at: Date;
  reason: string;
  resumeOn: Date;
}

export interface CallBack {
  at: Date;
  who: string;
  way: ContactWay;
  outcome: CallBackOutcome;
}

/** What the rules need to know of a wish; the stored document has more. */
export interface Wish {
  id: string;
  status: WishStatus;
  /** When it came to this status. */
  statusSince: Date;
  rev: number;
  category: Category;
  village: string;
  groupId: string;
  holder: Holder;
  /** The account that submitted it; none for a wish imported from a ledger. */
  submitterId?: string;
  /** True when the submitter is the wisher, false when somebody wrote it down on behalf of another. */
  selfSubmitted: boolean;
  /** Taken off the wall by a moderator: a flag, no status. */
  hidden?: { reason: string };
  claimer?: Claimer;
  helpers?: readonly Helper[];
  /** Representatives who have declined an assignment of this wish: nobody declines twice. */
  declinedBy?: readonly string[];
  helpRequest?: { at: Date; reason: string };
  pauseRequest?: PauseRequest;
  pausedFrom?: 'claimed' | 'coordinating';
  resumeOn?: Date;
  /** Departments with an order of this wish that is still in hand. */
  departmentIds?: readonly string[];
  dueAt?: Date;
  /** What a stop-clock keeps of the claimer's time, in milliseconds. */
  dueLeftMs?: number;
  outcomes: readonly Outcome[];
  result?: { at: Date };
  callBacks?: readonly CallBack[];
  endedAt?: Date;
  /** 28 days after a facility was called solved: still well? */
  followUpDue?: boolean;
  followedUpAt?: Date;
  followUpOn?: Date;
  reopenCount?: number;
  rating?: Rating;
  resolved?: Resolution;
  closeClass?: CloseClass;
  /** The wish that this one was merged into, as it stands since `at`, and in whose hands. */
  master?: { id: string; code: string; status: WishStatus; at: Date; claimerId?: string };
  /** The last change on its timeline: who (never a resident's name), what and when. */
  last?: { who: string; what: string; at: Date };
}

const holders = {
  submitted: 'liaison',
  needInfo: 'resident',
  open: 'liaison',
  claimed: 'representative',
  coordinating: 'department',
  paused: 'liaison',
  fulfilled: 'resident',
  closed: 'none',
  answered: 'none',
  rejected: 'none',
  merged: 'none',
  withdrawn: 'none',
} as const satisfies Record<WishStatus, HolderRole>;

/** Who holds a wish that has just come to this status. An open one waits on the group's liaison to find it a claimer. */
export const holderOf = (status: WishStatus): HolderRole => holders[status];

export const isLive = (status: WishStatus): boolean => holders[status] !== 'none';

/** Statuses in which the clock stands: nobody is late while the wisher is asked, or until the agreed day. */
export const isStopped = (status: WishStatus): boolean => status === 'needInfo' || status === 'paused';

/** Statuses in which a promised day can pass. */
export const overdueStatuses = ['claimed', 'coordinating'] as const satisfies readonly WishStatus[];

/** Overdue: promised by a date that is past and still in somebody's hands. */
export function isOverdue(wish: { status: WishStatus; dueAt?: Date | undefined }, now: Date): boolean {
  const isInHand = (overdueStatuses as readonly WishStatus[]).includes(wish.status);
  return isInHand && wish.dueAt !== undefined && wish.dueAt < now;
}
