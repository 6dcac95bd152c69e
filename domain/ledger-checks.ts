/** What the cells of one ledger row must say together: dates in their order, a claimer where there must be one. */
import { statusLabels } from './labels';
import type { LedgerCells, LedgerTitle } from './ledger';
import type { WishStatus } from './wish';

type Presence = 'required' | 'optional' | 'none';

/** Whether a wish in this status has been claimed, and whether it has been done. */
const expected = {
  submitted: { claim: 'none', done: 'none' },
  needInfo: { claim: 'none', done: 'none' },
  open: { claim: 'none', done: 'none' },
  claimed: { claim: 'required', done: 'none' },
  // A department or the presidium may have it without a representative following it.
  coordinating: { claim: 'optional', done: 'none' },
  paused: { claim: 'optional', done: 'none' },
  fulfilled: { claim: 'required', done: 'required' },
  closed: { claim: 'required', done: 'required' },
  answered: { claim: 'optional', done: 'none' },
  rejected: { claim: 'none', done: 'none' },
  merged: { claim: 'none', done: 'none' },
  withdrawn: { claim: 'optional', done: 'none' },
} as const satisfies Record<WishStatus, { claim: Presence; done: Presence }>;

/** Whether the ledger shows a claimer, or a day of 办结, for a wish in this status. */
export const hasClaim = (status: WishStatus): boolean => expected[status].claim !== 'none';
export const hasDone = (status: WishStatus): boolean => expected[status].done === 'required';

type Issue = (column: LedgerTitle, reason: string) => void;

/** `isOrdered`: a department had it, so that it may have been done without a representative. */
type CheckedCells = LedgerCells & { isOrdered?: boolean };

function checkPresence(cells: CheckedCells, status: WishStatus, issue: Issue): void {
  const { done, ...rule }: { claim: Presence; done: Presence } = expected[status];
  const claim = cells.isOrdered && rule.claim === 'required' ? 'optional' : rule.claim;
  const label = statusLabels[status];
  if (claim === 'required' && cells.claimer === null) issue('认领代表', `${label}的心愿请填写认领代表`);
  if (claim === 'none' && cells.claimer) issue('认领代表', `${label}的心愿不应有认领代表`);
  if (claim === 'none' && cells.claimedAt) issue('认领日期', `${label}的心愿不应有认领日期`);
  if (claim !== 'none' && cells.claimer && cells.claimedAt === null) issue('认领日期', '有认领代表，请填写认领日期');
  if (claim === 'optional' && cells.claimer === null && cells.claimedAt)
    issue('认领代表', '有认领日期，请填写认领代表');
  if (done === 'required' && cells.doneAt === null) issue('办结日期', `${label}的心愿请填写办结日期`);
  if (done === 'none' && cells.doneAt) issue('办结日期', `${label}的心愿不应有办结日期`);
  if (done !== 'required' && cells.rating) issue('满意度', `${label}的心愿还没有评价，不应填写满意度`);
}

const isBefore = (a: Date | null | undefined, b: Date | null | undefined): boolean => Boolean(a && b && a < b);

function checkOrder({ collectedAt, claimedAt, dueOn, doneAt }: LedgerCells, issue: Issue): void {
  if (isBefore(claimedAt, collectedAt)) issue('认领日期', '认领日期早于收集日期');
  if (isBefore(dueOn, collectedAt)) issue('办结时限', '办结时限早于收集日期');
  if (isBefore(doneAt, collectedAt)) issue('办结日期', '办结日期早于收集日期');
  else if (isBefore(doneAt, claimedAt)) issue('办结日期', '办结日期早于认领日期');
}

export function checkLedgerStatus(cells: CheckedCells, issue: Issue): void {
  if (cells.status) checkPresence(cells, cells.status, issue);
  checkOrder(cells, issue);
}
