/** A representative's record told part by part: rows and sums, the same on the phone and on paper. */
import { absenceLabels } from './absence';
import {
  partKeys,
  shareText,
  yearsOf,
  type DossierPart,
  type DossierSpan,
  type Labelled,
  type PartKey,
} from './dossier';
import type { DossierRecord, RecordedDuty, RecordedEntry } from './dossier-record';
import { dossierWishes } from './dossier-wishes';
import { outcomeLabels } from './labels';
import type { Outcome } from './outcome';
import { pointsOf, shownTenths } from './points';
import { ruleParts, type RuleCode, type RulePart } from './points-rules';
import { shanghaiDay } from './time';

type Told = Omit<DossierPart, 'key' | 'count'>;

const signed = (tenths: number): string => `${tenths > 0 ? '+' : ''}${pointsOf(tenths)}`;
const sumOf = (entries: readonly RecordedEntry[]): number => entries.reduce((sum, entry) => sum + entry.deltaTenths, 0);

const dutyStatuses = {
  expected: '未签到',
  present: '出席',
  leave: '请假',
  absent: '无故缺席',
} as const satisfies Record<RecordedDuty['status'], string>;

function attendedAs({ status, isExtra, reason }: RecordedDuty): string {
  const said = isExtra ? '列席' : dutyStatuses[status];
  return reason === undefined ? said : `${said}（${reason}）`;
}

function attendance(kind: RecordedDuty['kind'], { duties }: DossierRecord): Told {
  const held = duties.filter((duty) => duty.kind === kind);
  const called = held.filter(({ isExtra }) => !isExtra);
  const rows = held.map((duty) => [shanghaiDay(duty.at), duty.title, String(duty.halfDays), attendedAs(duty)]);
  if (held.length === 0) return { rows, sums: [] };
  const count = (status: RecordedDuty['status']): number => called.filter((duty) => duty.status === status).length;
  const present = held.filter(({ status }) => status === 'present');
  const halfDays = present.reduce((sum, duty) => sum + duty.halfDays, 0);
  return {
    rows,
    sums: [
      { label: '应到', value: `${called.length} 次` },
      { label: '出席', value: `${present.length} 次（${halfDays} 个半天）` },
      { label: '请假', value: `${count('leave')} 次` },
      { label: '无故缺席', value: `${count('absent')} 次` },
      { label: '出席率', value: shareText(count('present'), called.length) },
    ],
  };
}

/** One deed with its counter-entries. */
interface Deed {
  first: RecordedEntry;
  tenths: number;
  stands: boolean;
}

/** The deeds of these rules, each with what is left of it after its counter-entries. */
function deedsOf(entries: readonly RecordedEntry[], isMeant: (entry: RecordedEntry) => boolean): Deed[] {
  const byDeed = new Map<string, RecordedEntry[]>();
  for (const entry of entries.filter(isMeant)) byDeed.set(entry.deed, [...(byDeed.get(entry.deed) ?? []), entry]);
  return [...byDeed.values()].flatMap((ofDeed) => {
    const [first] = ofDeed;
    if (!first) return [];
    return [{ first, tenths: sumOf(ofDeed), stands: ofDeed.at(-1)?.kind !== 'reversal' }];
  });
}

const byRules =
  (...rules: readonly RuleCode[]) =>
  ({ rule }: RecordedEntry): boolean =>
    rules.includes(rule);

const TAKEN_BACK = '（已冲正）';

const scoredRow = ({ first, tenths, stands }: Deed): string[] => [
  shanghaiDay(first.at),
  first.ruleName,
  [first.ref.label, first.reason].filter((text, index, all) => text !== '' && all.indexOf(text) === index).join('；'),
  `${signed(tenths)}${stands ? '' : TAKEN_BACK}`,
];

const byDay = (a: readonly string[], b: readonly string[]): number =>
  (a[0] ?? '') < (b[0] ?? '') ? -1 : (a[0] ?? '') > (b[0] ?? '') ? 1 : 0;

const counted = (deeds: readonly Deed[], rule: RuleCode): number =>
  deeds.filter(({ first, stands }) => first.rule === rule && stands).length;

function proposals({ entries }: DossierRecord): Told {
  const deeds = deedsOf(entries, byRules('M4', 'M5', 'M6'));
  return {
    rows: deeds.map(scoredRow).sort(byDay),
    sums: none(deeds) ?? [
      { label: '审议发言', value: `${counted(deeds, 'M4')} 次` },
      { label: '提出建议', value: `${counted(deeds, 'M5')} 件` },
      { label: '建议办成', value: `${counted(deeds, 'M6')} 件` },
    ],
  };
}

const none = (rows: readonly unknown[]): Labelled[] | null => (rows.length === 0 ? [] : null);

function hearings({ duties, entries }: DossierRecord): Told {
  const held = duties.filter(({ kind }) => kind === 'hearing');
  const deeds = deedsOf(entries, byRules('G4', 'D9'));
  const rows = [
    ...held.map(({ at, title, status }) => [shanghaiDay(at), '述职', `${title}（${dutyStatuses[status]}）`, '']),
    ...deeds.map(scoredRow),
  ].sort(byDay);
  const given = held.filter(({ status }) => status === 'present').length;
  return { rows, sums: none(rows) ?? [{ label: '述职', value: `${Math.max(given, counted(deeds, 'G4'))} 次` }] };
}

function honours({ models, awards, entries }: DossierRecord): Told {
  const paid = (id: string): string => {
    const ofModel = entries.filter(({ rule, ref }) => rule === 'G1' && ref.kind === 'model' && ref.id === id);
    return ofModel.length === 0 ? '' : signed(sumOf(ofModel));
  };
  const deeds = deedsOf(entries, byRules('G2', 'G3'));
  const rows = [
    ...models.map(({ id, month, title }) => [month, '月度典型代表', title, paid(id)]),
    ...awards.map(({ at, name, minuteNumber, summary }) => [
      ...[shanghaiDay(at), '最美代表'],
      ...[`${name}（${minuteNumber}）${summary === undefined ? '' : `：${summary}`}`, ''],
    ]),
    ...deeds.map(scoredRow),
  ].sort(byDay);
  return {
    rows,
    sums: none(rows) ?? [
      { label: '月度典型代表', value: `${models.length} 次` },
      { label: '最美代表', value: `${awards.length} 次` },
      { label: '信息稿采用', value: `${counted(deeds, 'G2')} 篇` },
      { label: '表彰', value: `${counted(deeds, 'G3')} 次` },
    ],
  };
}

function outcomeText({ kind, amountFen, sessions, people, items }: Outcome): string {
  const figures = [
    amountFen === undefined ? '' : `${amountFen / 100} 元`,
    sessions === undefined ? '' : `${sessions} 场`,
    people === undefined ? '' : `${people} 人`,
    items === undefined ? '' : `${items} 件`,
  ].filter((figure) => figure !== '');
  return [outcomeLabels[kind], ...figures].join(' ');
}

function posts({ posts: shown }: DossierRecord): Told {
  return {
    rows: shown.map(({ at, text, outcomes }) => [shanghaiDay(at), text, outcomes.map(outcomeText).join('；')]),
    sums: none(shown) ?? [{ label: '晒单', value: `${shown.length} 条` }],
  };
}

const partNames = { meeting: '会议', duty: '闭会', honour: '附加', deduction: '扣分' } as const satisfies Record<
  RulePart,
  string
>;

const ofPart = (entries: readonly RecordedEntry[], part: RulePart): number =>
  sumOf(entries.filter((entry) => entry.part === part));

/** By month of a year, by year of a term; a total below 0 is shown as 0, as on the board. */
function standing({ entries }: DossierRecord, span: DossierSpan): Told {
  const periods = span.isTerm ? yearsOf(span) : span.months;
  const cells = (of: readonly RecordedEntry[]): string[] => [
    ...ruleParts.map((part) => String(pointsOf(ofPart(of, part)))),
    String(pointsOf(sumOf(of))),
  ];
  const rows = periods.flatMap((period) => {
    const booked = entries.filter(({ month }) => month.startsWith(period));
    return booked.length === 0 ? [] : [[period, ...cells(booked)]];
  });
  const total = { label: '合计', value: `${pointsOf(shownTenths(sumOf(entries)))} 分` };
  const parts = ruleParts.map((part) => ({ label: partNames[part], value: `${pointsOf(ofPart(entries, part))} 分` }));
  return { rows, sums: none(rows) ?? [total, ...parts] };
}

const kindMarks = { paid: '', reversal: '【冲正】', restored: '【恢复】' } as const;

function points({ entries }: DossierRecord): Told {
  return {
    rows: entries.map(({ at, kind, rule, ruleName, ref, how, deltaTenths }) => [
      shanghaiDay(at),
      `${rule} ${ruleName}`,
      `${kindMarks[kind]}${ref.label}`,
      how,
      signed(deltaTenths),
    ]),
    sums: none(entries) ?? [{ label: '记账', value: `${entries.length} 笔` }],
  };
}

const appealStates = { open: '待答复', answered: '待主席团决定', decided: '已决定' } as const;
const deductionStates = { open: '拟扣分，尚未记账', explained: '本人已说明，待处理', dropped: '不予扣分' } as const;

function appeals({ entries, deductions, appeals: made }: DossierRecord): Told {
  const booked = deedsOf(entries, ({ part }) => part === 'deduction');
  const rows = [
    ...booked.map((deed) => {
      const [at = '', what = '', why = '', result = ''] = scoredRow(deed);
      return [at, `扣分：${what}`, why, result];
    }),
    ...deductions.map(({ at, rule, reason, explanation, status, said }) => [
      shanghaiDay(at),
      `拟扣分：${rule}`,
      explanation === undefined ? reason : `${reason}；本人说明：${explanation}`,
      said === undefined ? deductionStates[status] : `${deductionStates[status]}（${said}）`,
    ]),
    ...made.map(({ at, entry, reason, status, accepted, answer = '' }) => [
      shanghaiDay(at),
      `申诉：${entry}`,
      reason,
      `${appealStates[status]}${accepted === undefined ? '' : accepted ? '：采纳' : '：维持'}${answer && `（${answer}）`}`,
    ]),
  ].sort(byDay);
  const lost = booked.reduce((sum, { tenths }) => sum + tenths, 0);
  return {
    rows,
    sums: none(rows) ?? [
      { label: '扣分', value: `${booked.filter(({ stands }) => stands).length} 项 ${pointsOf(lost)} 分` },
      { label: '申诉', value: `${made.length} 件` },
      { label: '采纳', value: `${made.filter(({ accepted }) => accepted).length} 件` },
    ],
  };
}

const tellers = {
  meetings: (record) => attendance('meeting', record),
  inspections: (record) => attendance('inspection', record),
  trainings: (record) => attendance('training', record),
  groupActivities: (record) => attendance('groupActivity', record),
  proposals,
  hearings,
  honours,
  wishes: dossierWishes,
  posts,
  standing,
  points,
  appeals,
} as const satisfies Record<PartKey, (record: DossierRecord, span: DossierSpan) => Told>;

/** Every part in the order of the sheet, with the first `most` rows of each. */
export const dossierPartsOf = (record: DossierRecord, span: DossierSpan, most: number): DossierPart[] =>
  partKeys.map((key) => {
    const { sums, rows } = tellers[key](record, span);
    return { key, sums, rows: rows.slice(0, most), count: rows.length };
  });

/** '产假 2026-03-01 至 2026-06-30' */
export const absenceText = ({ absences }: DossierRecord): string =>
  absences.map(({ kind, from, until }) => `${absenceLabels[kind]} ${from} 至 ${until ?? '今'}`).join('；');
