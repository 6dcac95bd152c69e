/**
 * 履职档案: one representative's record of a year or a term, part by part as PRACTICE.md has them. Each part is a table of
 * words, so that the phone, the printed sheet and a test read the same.
 */
import { hasRole, seesTown, type Caller } from './caller';
import { addDays, startOfDay } from './time';

interface Owner {
  representativeId: string;
  groupId: string;
}

/** One's own; the group's by its 组长 and 联络员; everybody's by 人大办. */
export const maySeeDossier = (caller: Caller, { representativeId, groupId }: Owner): boolean =>
  caller.representativeId === representativeId ||
  (hasRole(caller, 'liaison') && caller.groupId === groupId) ||
  seesTown(caller);

/** The phone in full is for the person and 人大办. */
export const maySeePhone = (caller: Caller, { representativeId }: Pick<Owner, 'representativeId'>): boolean =>
  caller.representativeId === representativeId || seesTown(caller);

/** Everybody's dossiers in one file, and what goes to the next 主席团. */
export const mayArchive = (caller: Pick<Caller, 'roles'>): boolean => hasRole(caller, 'presidium', 'admin');

/** How long the file of everybody's dossiers lies ready. */
export const KEPT_DAYS = 7;

/** 届: Shanghai days, both included. */
export interface Term {
  name: string;
  from: string;
  until: string;
}

export interface DossierSpan {
  /** '2026年', '第十九届'. */
  name: string;
  /** Half-open. */
  from: Date;
  until: Date;
  /** Accounting months 'YYYY-MM': the month at the edge of a term belongs to the term that has its 15th. */
  months: string[];
  isTerm: boolean;
}

const monthsBetween = (first: string, last: string): string[] => {
  const months: string[] = [];
  for (let [year = 0, month = 0] = first.split('-').map(Number); ; [year, month] = nextMonth(year, month)) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > last) return months;
    months.push(name);
  }
};

const nextMonth = (year: number, month: number): [number, number] => (month === 12 ? [year + 1, 1] : [year, month + 1]);

const dayStart = (day: string): Date => {
  const start = startOfDay(day);
  if (!start) throw new Error(`${day} is no day`);
  return start;
};

/** The days of a term that name no such day throw an Error: they come from the town's settings. */
export function termSpan({ name, from, until }: Term): DossierSpan {
  const months = monthsBetween(from.slice(0, 7), until.slice(0, 7));
  return {
    name,
    from: dayStart(from),
    until: addDays(dayStart(until), 1),
    months: months.filter((month) => `${month}-15` >= from && `${month}-15` <= until),
    isTerm: true,
  };
}

/** `year`: 'YYYY'. */
export const yearSpan = (year: string): DossierSpan => ({
  ...termSpan({ name: `${year}年`, from: `${year}-01-01`, until: `${year}-12-31` }),
  isTerm: false,
});

/** The calendar years of its accounting months. */
export const yearsOf = ({ months }: Pick<DossierSpan, 'months'>): string[] => [
  ...new Set(months.map((month) => month.slice(0, 4))),
];

export const partKeys = [
  'meetings',
  'inspections',
  'trainings',
  'groupActivities',
  'proposals',
  'hearings',
  'honours',
  'wishes',
  'posts',
  'standing',
  'points',
  'appeals',
] as const;
export type PartKey = (typeof partKeys)[number];

export interface DossierColumn {
  title: string;
  /** Of the sheet's width, in hundredths; the widest column takes what is left. */
  width: number;
}

const day: DossierColumn = { title: '日期', width: 13 };
const attended: readonly DossierColumn[] = [
  day,
  { title: '活动', width: 57 },
  { title: '半天', width: 10 },
  { title: '出席情况', width: 20 },
];
const scored: readonly DossierColumn[] = [
  day,
  { title: '事项', width: 22 },
  { title: '内容', width: 53 },
  { title: '积分', width: 12 },
];

/** The parts in the order of the sheet, after 基本情况. */
export const dossierParts = {
  meetings: { title: '会议', columns: attended },
  inspections: { title: '视察调研', columns: attended },
  trainings: { title: '学习培训', columns: attended },
  groupActivities: { title: '小组活动', columns: attended },
  proposals: { title: '建议意见', columns: scored },
  hearings: { title: '述职与监督', columns: scored },
  honours: { title: '表彰', columns: scored },
  wishes: {
    title: '联系群众与心愿',
    columns: [
      day,
      { title: '编号', width: 17 },
      { title: '内容', width: 36 },
      { title: '本人作用', width: 12 },
      { title: '办理情况', width: 22 },
    ],
  },
  posts: { title: '晒单', columns: [day, { title: '内容', width: 62 }, { title: '成效', width: 25 }] },
  standing: {
    title: '积分汇总',
    columns: [
      { title: '时段', width: 20 },
      { title: '会议', width: 16 },
      { title: '闭会', width: 16 },
      { title: '附加', width: 16 },
      { title: '扣分', width: 16 },
      { title: '合计', width: 16 },
    ],
  },
  points: {
    title: '积分流水',
    columns: [
      day,
      { title: '规则', width: 24 },
      { title: '依据', width: 25 },
      { title: '计算', width: 27 },
      { title: '积分', width: 11 },
    ],
  },
  appeals: {
    title: '扣分与申诉',
    columns: [day, { title: '事项', width: 24 }, { title: '说明', width: 35 }, { title: '结果', width: 28 }],
  },
} as const satisfies Record<PartKey, { title: string; columns: readonly DossierColumn[] }>;

export interface Labelled {
  label: string;
  value: string;
}

export interface DossierPart {
  key: PartKey;
  sums: Labelled[];
  rows: string[][];
  /** How many there are in all, where `rows` holds the first of them. */
  count: number;
}

export interface Dossier {
  representativeId: string;
  name: string;
  group: string;
  span: Pick<DossierSpan, 'name' | 'from' | 'until'>;
  /** 基本情况. */
  basics: Labelled[];
  parts: DossierPart[];
  /** Where the chain of 积分明细 ends; null before the first entry. */
  head: { seq: number; hash: string } | null;
}

/** '66.7%'; of nothing there is no share. */
export const shareText = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((part * 100) / whole).toFixed(1)}%`;
