/** ① 心愿台账 in full: the town's own columns first, so that it can be imported, then those of the practice notes. */
import { closeClassLabels, contactWayLabels, difficultyLabels, outcomeLabels, resolutionLabels } from '../labels';
import { hasClaim, hasDone } from '../ledger-checks';
import { ASSIGNED, CHOSEN, MINOR, writeConsents, writeHelper, yesNo, type FurtherTitle } from '../ledger-further';
import type { LedgerTitle } from '../ledger';
import type { LedgerDirectory } from '../ledger-people';
import { ledgerColumns, type LedgerRow, type LedgerWish } from '../ledger-writing';
import { writeRemark } from '../ledger-remark';
import type { OrderRole } from '../order';
import { countedOutcomes, type Outcome } from '../outcome';
import { moves } from '../wish-moves';
import { isMinors, maskedWisher } from '../wish-privacy';
import type { BehalfConsent, CallBack, CloseClass, Difficulty, Helper } from '../wish';
import { daysOverdue } from './overdue';
import { publicContent } from './public-content';
import type { SheetColumn, SheetValue } from './sheet';

interface Line {
  at: Date;
  who: string;
  what: string;
}

export interface WishRow {
  number: number;
  now: Date;
  campaign: string;
  group: string;
  directory: LedgerDirectory;
  /** The town's own columns of the same wish. */
  ledger: LedgerRow;
  wish: LedgerWish & {
    minor?: boolean;
    selfSubmitted: boolean;
    difficulty: Difficulty;
    helpers?: readonly Helper[];
    resumeOn?: Date;
    closeClass?: CloseClass;
    reopenCount?: number;
    consent: { showName: boolean; showPhoto: boolean };
    behalfConsent?: BehalfConsent;
    photos: readonly string[];
    result?: { at: Date; photos: readonly string[] };
    callBacks?: readonly CallBack[];
    timeline: readonly Line[];
  };
  orders: readonly {
    code: string;
    role: OrderRole;
    issuedAt: Date;
    answer?: { at: Date };
    department: string;
  }[];
}

const reviewLines: readonly string[] = [moves.publish.line, moves.reject.line];

const reviewOf = ({ wish: { timeline } }: WishRow): Line | undefined =>
  timeline.find(({ what }) => reviewLines.includes(what));

const callBackOf = ({ wish: { timeline } }: WishRow): Line | undefined =>
  timeline.filter(({ what }) => /^(二次)?回访/.test(what)).at(-1);

function callBackWay(row: WishRow): string | null {
  const at = callBackOf(row)?.at.getTime();
  const attempt = row.wish.callBacks?.find((one) => one.at.getTime() === at);
  return attempt ? contactWayLabels[attempt.way] : null;
}

const claimerOf = ({ wish }: WishRow) => (hasClaim(wish.status) ? wish.claimer : undefined);

function helpers(row: WishRow): string | null {
  if (!claimerOf(row)) return null;
  const { directory, wish } = row;
  return (wish.helpers ?? [])
    .map(({ representativeId, name, part }) =>
      writeHelper(directory.nameOf(representativeId, wish.groupId) ?? name, part),
    )
    .join('、');
}

function claimedHow(row: WishRow): string | null {
  const claimer = claimerOf(row);
  if (!claimer) return null;
  return claimer.assignedBy === undefined ? CHOSEN : ASSIGNED;
}

function closedAs({ wish: { closeClass, status } }: WishRow): string | null {
  if (!closeClass || (!hasDone(status) && status !== 'answered')) return null;
  return `${closeClass} ${closeClassLabels[closeClass]}`;
}

const departments =
  (role: OrderRole) =>
  (row: WishRow): string =>
    row.orders
      .filter((order) => order.role === role)
      .map(({ department }) => department)
      .join('、');

/** 3件, 2场 and 40人 of each kind that was counted. */
function benefit({ wish }: WishRow): string {
  const parts = ({ kind, items, sessions, people }: Outcome): string[] => {
    const counts = [
      ...(items === undefined ? [] : [`${items}件`]),
      ...(sessions === undefined ? [] : [`${sessions}场`]),
      ...(people === undefined ? [] : [`${people}人`]),
    ];
    return counts.length > 0 ? [`${outcomeLabels[kind]}${counts.join('')}`] : [];
  };
  return countedOutcomes(wish).flatMap(parts).join('、');
}

const photosOf = ({ wish: { photos, result } }: WishRow): string[] => [...photos, ...(result?.photos ?? [])];

/** 是否解决 has its own column here. */
function remark({ wish }: WishRow): string {
  const { remark: own, reason } = wish;
  return writeRemark({
    ...(own === undefined ? {} : { remark: own }),
    ...(reason === undefined ? {} : { reason }),
    items: countedOutcomes(wish).map(({ items }) => items),
  });
}

type Rule = Pick<SheetColumn<WishRow>, 'shown'> & Partial<Pick<SheetColumn<WishRow>, 'value' | 'masked'>>;

/** ★ and ◆ of the town's columns. */
const townRules = {
  序号: { shown: 'open' },
  心愿编号: { shown: 'open' },
  心愿人: { shown: 'masked', masked: ({ wish }) => maskedWisher(wish.wisher.name, wish) },
  联系电话: { shown: 'internal' },
  '村(社区)': { shown: 'open' },
  组别: { shown: 'masked', masked: ({ wish }) => (wish.team === undefined ? null : '某组') },
  类别: { shown: 'open' },
  心愿内容: { shown: 'masked', masked: ({ wish }) => publicContent(wish, wish.wisher.name) },
  收集方式: { shown: 'open' },
  收集代表: { shown: 'open' },
  收集日期: { shown: 'open' },
  认领代表: { shown: 'open' },
  认领日期: { shown: 'open' },
  办结时限: { shown: 'open' },
  办理情况: { shown: 'open' },
  办结日期: { shown: 'open' },
  成效类型: { shown: 'open' },
  '金额(元)': { shown: 'internal' },
  场次: { shown: 'open' },
  受益人数: { shown: 'open' },
  满意度: { shown: 'open' },
  备注: { shown: 'internal', value: remark },
} as const satisfies Record<LedgerTitle, Rule>;

const townColumns: readonly SheetColumn<WishRow>[] = ledgerColumns.map((column) => ({
  value: ({ ledger }: WishRow): SheetValue => ledger[column.title],
  ...column,
  ...townRules[column.title],
}));

const further = (column: SheetColumn<WishRow> & { title: FurtherTitle }): SheetColumn<WishRow> => column;

const isMinor = ({ wish }: WishRow): string | null => (isMinors(wish) ? MINOR : null);
const isSolved = ({ wish: { resolved, status } }: WishRow): string | null =>
  resolved && hasDone(status) ? resolutionLabels[resolved] : null;
const scribe = ({ wish, ledger }: WishRow): SheetValue => (wish.selfSubmitted ? null : ledger.收集代表);

export const wishColumns: readonly SheetColumn<WishRow>[] = [
  ...townColumns,
  further({ title: '活动(批次)', width: 16, shown: 'open', value: ({ campaign }) => campaign }),
  further({ title: '所属代表小组', width: 16, shown: 'open', value: ({ group }) => group }),
  further({ title: '人员类别', width: 10, shown: 'masked', value: isMinor, masked: isMinor }),
  further({ title: '是否代笔', width: 8, shown: 'internal', value: ({ wish }) => yesNo(!wish.selfSubmitted) }),
  further({ title: '代笔人', width: 10, shown: 'internal', value: scribe }),
  further({ title: '与心愿人关系', width: 12, shown: 'internal', value: (row) => (scribe(row) ? '联系代表' : null) }),
  further({ title: '审核人', width: 16, shown: 'internal', value: (row) => reviewOf(row)?.who ?? null }),
  further({ title: '审核日期', width: 12, isDate: true, shown: 'internal', value: (row) => reviewOf(row)?.at ?? null }),
  further({ title: '难度', width: 6, shown: 'internal', value: ({ wish }) => difficultyLabels[wish.difficulty] }),
  further({ title: '共同认领', width: 18, wraps: true, shown: 'internal', value: helpers }),
  further({ title: '认领方式', width: 8, shown: 'internal', value: claimedHow }),
  further({
    title: '首次联系时间',
    width: 12,
    isDate: true,
    shown: 'internal',
    value: (row) => claimerOf(row)?.contactedAt ?? null,
  }),
  further({
    title: '暂缓至',
    width: 12,
    isDate: true,
    shown: 'internal',
    value: ({ wish }) => (wish.status === 'paused' ? (wish.resumeOn ?? null) : null),
  }),
  further({ title: '是否交办', width: 8, shown: 'open', value: ({ orders }) => yesNo(orders.length > 0) }),
  further({ title: '主办部门', width: 16, shown: 'open', value: departments('lead') }),
  further({ title: '协办部门', width: 16, shown: 'internal', value: departments('helper') }),
  further({
    title: '交办单号',
    width: 18,
    wraps: true,
    shown: 'internal',
    value: ({ orders }) => orders.map(({ code }) => code).join('、'),
  }),
  further({
    title: '交办日期',
    width: 12,
    isDate: true,
    shown: 'internal',
    value: ({ orders }) => orders[0]?.issuedAt ?? null,
  }),
  further({
    title: '答复日期',
    width: 12,
    isDate: true,
    shown: 'internal',
    value: ({ orders }) => orders.filter(({ answer }) => answer).at(-1)?.answer?.at ?? null,
  }),
  further({ title: '受益数量与单位', width: 18, wraps: true, shown: 'open', value: benefit }),
  further({ title: '办结类别', width: 16, shown: 'open', value: closedAs }),
  further({ title: '是否解决', width: 10, shown: 'open', value: isSolved }),
  further({ title: '回访方式', width: 8, shown: 'internal', value: callBackWay }),
  further({ title: '回访人', width: 16, shown: 'internal', value: (row) => callBackOf(row)?.who ?? null }),
  further({
    title: '回访日期',
    width: 12,
    isDate: true,
    shown: 'internal',
    value: (row) => callBackOf(row)?.at ?? null,
  }),
  further({ title: '重办次数', width: 8, shown: 'internal', value: ({ wish }) => wish.reopenCount ?? 0 }),
  further({ title: '逾期天数', width: 8, shown: 'internal', value: ({ wish, now }) => daysOverdue(wish, now) }),
  further({ title: '佐证照片数', width: 10, shown: 'internal', value: (row) => photosOf(row).length }),
  further({
    title: '佐证照片编号',
    width: 20,
    wraps: true,
    shown: 'internal',
    value: (row) => photosOf(row).join('、'),
  }),
  further({
    title: '公开范围与授权',
    width: 24,
    wraps: true,
    shown: 'internal',
    value: ({ wish }) => writeConsents(wish),
  }),
];
