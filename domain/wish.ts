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

/** What the rules need to know of a wish; the stored document has more. */
export interface Wish {
  id: string;
  status: WishStatus;
  rev: number;
  village: string;
  groupId: string;
  /** The account that submitted it; none for a wish imported from a ledger. */
  submitterId?: string;
  /** True when the submitter is the wisher, false when somebody wrote it down on behalf of another. */
  selfSubmitted: boolean;
  claimer?: Claimer;
  dueAt?: Date;
  outcomes: readonly Outcome[];
  /** The last change on its timeline: who (never a resident's name), what and when. */
  last?: { who: string; what: string; at: Date };
}

export interface Claimer {
  representativeId: string;
  name: string;
  groupId: string;
  at: Date;
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

/** Who holds a wish in this status. An open one waits on the group's liaison to find it a claimer. */
export const holderOf = (status: WishStatus): HolderRole => holders[status];

/** 办理时限 in calendar days from the claim. Source: the town's ledger (2021), 30 days for most, 90 at the longest. */
export const DEFAULT_DUE_DAYS = 30;

/** Overdue: promised by a date that is past and still in somebody's hands. */
export function isOverdue(wish: { status: WishStatus; dueAt?: Date | undefined }, now: Date): boolean {
  return wish.dueAt !== undefined && wish.dueAt < now && (wish.status === 'claimed' || wish.status === 'coordinating');
}
