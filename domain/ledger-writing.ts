/** A wish as a row of the ledger, such that readLedger reads the same figures out of it. */
import { ledgerTitles, type LedgerTitle } from './ledger';
import { hasClaim, hasDone } from './ledger-checks';
import { writeOutcomes } from './ledger-outcome';
import type { LedgerDirectory } from './ledger-people';
import { writeRemark } from './ledger-remark';
import { categoryLabels, channelLabels, ratingLabels, statusLabels } from './labels';
import { countedOutcomes, type Outcome } from './outcome';
import type { Category, Channel, Claimer, Rating, Resolution, WishStatus } from './wish';

/** What of a stored wish the ledger shows; `wisher` is unsealed for those who may keep the ledger. */
export interface LedgerWish {
  code: string;
  wisher: { name: string; phone: string };
  village: string;
  groupId: string;
  team?: string;
  category: Category;
  content: string;
  channel: Channel;
  collectedBy?: { representativeId: string; name: string };
  collectedAt: Date;
  claimer?: Claimer;
  dueAt?: Date;
  status: WishStatus;
  result?: { at: Date };
  outcomes: readonly Outcome[];
  postOutcomes: readonly { outcomes: readonly Outcome[] }[];
  rating?: Rating;
  resolved?: Resolution;
  reason?: string;
  remark?: string;
}

/** A Date is a day to be shown as such; null is a blank cell. */
export type LedgerCellValue = string | number | Date | null;
export type LedgerRow = Record<LedgerTitle, LedgerCellValue>;

function people({ collectedBy, claimer, groupId, status }: LedgerWish, directory: LedgerDirectory) {
  const name = (person: { representativeId: string; name: string }): string =>
    directory.nameOf(person.representativeId, groupId) ?? person.name;
  const claimed = claimer && hasClaim(status) ? claimer : undefined;
  return {
    收集代表: collectedBy ? name(collectedBy) : null,
    认领代表: claimed ? name(claimed) : null,
    认领日期: claimed?.at ?? null,
  };
}

function ending(wish: LedgerWish) {
  const { status, result, rating, resolved, reason, remark, claimer } = wish;
  const outcomes = countedOutcomes(wish);
  const done = hasDone(status);
  return {
    // A wish cannot have been done before its day of claim; a reopened one may have been claimed anew since.
    办结日期: done ? (result?.at ?? claimer?.at ?? wish.collectedAt) : null,
    ...writeOutcomes(outcomes),
    满意度: done && rating ? ratingLabels[rating] : null,
    备注: writeRemark({
      ...(remark === undefined ? {} : { remark }),
      ...(resolved === undefined || !done ? {} : { resolved }),
      ...(reason === undefined ? {} : { reason }),
      items: outcomes.map(({ items }) => items),
    }),
  };
}

export function ledgerRow(wish: LedgerWish, number: number, directory: LedgerDirectory): LedgerRow {
  const { code, wisher, village, team = null, category, content, channel, collectedAt, dueAt, status } = wish;
  return {
    序号: number,
    心愿编号: code,
    心愿人: wisher.name,
    联系电话: wisher.phone,
    '村(社区)': village,
    组别: team,
    类别: categoryLabels[category],
    心愿内容: content,
    收集方式: channelLabels[channel],
    收集日期: collectedAt,
    办结时限: dueAt ?? null,
    办理情况: statusLabels[status],
    ...people(wish, directory),
    ...ending(wish),
  };
}

const widths: Partial<Record<LedgerTitle, number>> = {
  序号: 6,
  心愿编号: 15,
  联系电话: 14,
  组别: 8,
  心愿内容: 36,
  备注: 24,
};
const DEFAULT_WIDTH = 12;
const dates: readonly LedgerTitle[] = ['收集日期', '认领日期', '办结时限', '办结日期'];
const wrapped: readonly LedgerTitle[] = ['心愿内容', '备注'];

/** Title, width in characters and kind of each column, in the town's order. */
export const ledgerColumns = ledgerTitles.map((title) => ({
  title,
  width: widths[title] ?? DEFAULT_WIDTH,
  isDate: dates.includes(title),
  wraps: wrapped.includes(title),
}));
