/**
 * 交办单: what the presidium gives a department to do for a wish (DESIGN.md section 5, the practice notes' sub-machine).
 * One lead (主办) and any number of helpers (协办); a working document of the wish, no formal 代表建议.
 */
import type { CloseClass, Rating } from './wish';
import { addWorkingDays, type IsWorkingDay } from './working-days';

export const orderStatuses = [
  'issued',
  'accepted',
  'returnRequested',
  'answered',
  'rated',
  'filed',
  'returned',
  'cancelled',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const orderRoles = ['lead', 'helper'] as const;
export type OrderRole = (typeof orderRoles)[number];

/** 三次见面: before, during and after the department met the wisher or the representative. */
export const meetingStages = ['before', 'during', 'after'] as const;
export type MeetingStage = (typeof meetingStages)[number];

export interface Extension {
  days: number;
  reason: string;
  askedAt: Date;
  state: 'asked' | 'granted' | 'refused';
}

/** What the rules need to know of an order; the stored document has more. */
export interface Order {
  id: string;
  status: OrderStatus;
  statusSince: Date;
  role: OrderRole;
  wishId: string;
  departmentId: string;
  issuedAt: Date;
  /** Sign in by, give back by, answer by. */
  signBy: Date;
  returnBy: Date;
  dueAt: Date;
  extension?: Extension;
  returnRequest?: { at: Date; reason: string; suggestDepartmentId?: string };
  answer?: { at: Date; text: string; closeClass: CloseClass };
  rating?: Rating;
  redoCount: number;
  /** The 跟踪代表 of the wish. */
  claimerId?: string;
  last?: { who: string; what: string; at: Date };
}

/** Statuses in which the department still has something to do, or to be answered about. */
export const liveOrderStatuses = ['issued', 'accepted', 'returnRequested', 'answered'] as const satisfies OrderStatus[];

export const isLiveOrder = (status: OrderStatus): boolean =>
  (liveOrderStatuses as readonly OrderStatus[]).includes(status);

/** Sign-in within 1 working day, giving back within 3, by the practice notes. */
export const SIGN_IN_WORKING_DAYS = 1;
export const RETURN_WORKING_DAYS = 3;
/** 复杂事项 at the longest: three months of working days; an extension no longer than that. */
export const MOST_DUE_WORKING_DAYS = 66;

/** Who has the ball while the order is live: the department, or the presidium that is to settle or rate. */
export const orderHolderOf = (status: OrderStatus): 'department' | 'presidium' =>
  status === 'issued' || status === 'accepted' ? 'department' : 'presidium';

/** What a wish shows of its live orders: the lead's term and who has the ball; of helpers alone, the longest term. */
export function wishTermsOf(
  live: readonly Pick<Order, 'role' | 'status' | 'dueAt'>[],
): { dueAt: Date; holder: 'department' | 'presidium' } | null {
  const leading = live.filter(({ role }) => role === 'lead');
  const [first, ...rest] = leading.length > 0 ? leading : live;
  if (!first) return null;
  const working = [first, ...rest].some(({ status }) => orderHolderOf(status) === 'department');
  return {
    dueAt: rest.reduce((latest, { dueAt }) => (dueAt > latest ? dueAt : latest), first.dueAt),
    holder: working ? 'department' : 'presidium',
  };
}

export type OrderTerms = Pick<Order, 'signBy' | 'returnBy' | 'dueAt'>;

/** The terms of an order that is issued at `at`, to be answered within `dueDays` working days. */
export const orderTerms = (at: Date, dueDays: number, isWorkingDay: IsWorkingDay): OrderTerms => ({
  signBy: addWorkingDays(at, SIGN_IN_WORKING_DAYS, isWorkingDay),
  returnBy: addWorkingDays(at, RETURN_WORKING_DAYS, isWorkingDay),
  dueAt: addWorkingDays(at, dueDays, isWorkingDay),
});

/** What is done again has half the time it was given first. */
export const redoDays = (dueDays: number): number => Math.ceil(dueDays / 2);

/** What is not solved yet (B 正在解决, C 列入计划) is answered with a measure and a time, which short words cannot hold. */
const MEASURE_CHARACTERS = 20;

export const lacksMeasure = (closeClass: CloseClass, text: string): boolean =>
  (closeClass === 'B' || closeClass === 'C') && [...text].length < MEASURE_CHARACTERS;

export const isOrderOverdue = (
  { status, signBy, dueAt }: Pick<Order, 'status' | 'signBy' | 'dueAt'>,
  now: Date,
): boolean => (status === 'issued' && signBy < now) || (['issued', 'accepted'].includes(status) && dueAt < now);
