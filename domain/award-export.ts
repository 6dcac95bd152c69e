/**
 * An award's export as tables that are written and read again by the same lines: what stands in them is all that the list
 * of candidates is computed from, so that anybody who holds the file can compute it (npm run award).
 */
import {
  candidatesOf,
  choiceProblem,
  rankRows,
  tieRules,
  quotaKinds,
  vetoKinds,
  type AwardCandidate,
  type AwardPlan,
  type AwardRow,
  type Nominated,
  type RankedRow,
  type Veto,
} from './award';
import { adjustedText } from './award-texts';
import { candidateSourceLabels, levelLabels, vetoLabels, type Level } from './labels';
import { pointsOf } from './points';

export type ExportCell = string | number | null;
export type ExportRow = readonly ExportCell[];

/** Name and columns of the sheets that the list is computed from, and of what it came to. */
export const exportSheets = {
  plan: { name: '方案', columns: ['项目', '数据', '说明'] },
  rows: {
    name: '冻结积分',
    columns: [
      ...['代表编号', '姓名', '小组编号', '小组', '层级', '名册顺序', '冻结积分', '在岗天数', '全年天数'],
      ...['计分实事', '折算分', '组内名次', '不参评原因', '积分链序号', '积分链末端'],
    ],
  },
  nominations: { name: '小组推荐', columns: ['代表编号', '姓名', '是否签字', '理由', '推荐人', '签字人'] },
  vetoes: { name: '否决', columns: ['代表编号', '类别', '原因'] },
  candidates: { name: '候选人', columns: ['代表编号', '姓名', '小组', '组内名次', '折算分', '来源', '否决'] },
  winners: { name: '决定', columns: ['代表编号', '姓名', '会议纪要文号', '日期'] },
} as const;
export type ExportSheet = keyof typeof exportSheets;

const YES = '是';
const NO = '否';

const planKeys = {
  quotaKind: '名额算法',
  quotaValue: '名额数值',
  headcount: '在册人数',
  seats: '名额',
  excludedLevel: '不参评层级',
  excluded: '不参评代表',
  minPresentDays: '最少在岗天数',
  byPoints: '每组积分候选人',
  byNomination: '每组推荐人数',
  ties: '并列规则',
  nominateUntil: '推荐截止日',
  needsHearing: '须有述职',
  formula: '公式',
} as const;

export function planRows(plan: AwardPlan): ExportRow[] {
  return [
    [planKeys.quotaKind, plan.quota.kind, 'count 按人数，percent 按在册人数的百分比'],
    [planKeys.quotaValue, plan.quota.value, null],
    [planKeys.headcount, plan.headcount, null],
    [planKeys.seats, plan.seats, null],
    ...plan.excludedLevels.map((level): ExportRow => [planKeys.excludedLevel, level, `${levelLabels[level]}级代表`]),
    ...plan.excluded.map((one): ExportRow => [planKeys.excluded, one.representativeId, `${one.name}：${one.reason}`]),
    [planKeys.minPresentDays, plan.minPresentDays, null],
    [planKeys.byPoints, plan.byPoints, null],
    [planKeys.byNomination, plan.byNomination, null],
    [planKeys.ties, plan.ties, 'all 并列都入选，deeds 先看实事件数再看名册顺序'],
    [planKeys.nominateUntil, plan.nominateUntil, null],
    [planKeys.needsHearing, plan.needsHearing ? YES : NO, null],
    [planKeys.formula, plan.formula, null],
  ];
}

const textOf = (cell: ExportCell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));
const numberOf = (cell: ExportCell | undefined): number => Number(textOf(cell));

function oneOf<Value extends string>(values: readonly Value[], cell: ExportCell | undefined, what: string): Value {
  const found = values.find((value) => value === textOf(cell));
  if (found === undefined) throw new Error(`${what}“${textOf(cell)}”无法识别`);
  return found;
}

function planFrom(rows: readonly ExportRow[]): AwardPlan {
  const allOf = (key: keyof typeof planKeys) => rows.filter(([name]) => name === planKeys[key]);
  const of = (key: keyof typeof planKeys) => allOf(key)[0]?.[1];
  return {
    quota: { kind: oneOf(quotaKinds, of('quotaKind'), planKeys.quotaKind), value: numberOf(of('quotaValue')) },
    headcount: numberOf(of('headcount')),
    seats: numberOf(of('seats')),
    excludedLevels: allOf('excludedLevel').map(([, level]) => levelOf(level)),
    excluded: allOf('excluded').map(([, id, said]) => {
      const [name = '', ...reason] = textOf(said).split('：');
      return { representativeId: textOf(id), name, reason: reason.join('：') };
    }),
    minPresentDays: numberOf(of('minPresentDays')),
    byPoints: numberOf(of('byPoints')),
    byNomination: numberOf(of('byNomination')),
    ties: oneOf(tieRules, of('ties'), planKeys.ties),
    nominateUntil: textOf(of('nominateUntil')),
    needsHearing: of('needsHearing') === YES,
    formula: textOf(of('formula')),
  };
}

const levelOf = (cell: ExportCell | undefined): Level => oneOf(Object.keys(levelLabels) as Level[], cell, '层级');

export const rowsRows = (plan: AwardPlan, rows: readonly AwardRow[]): ExportRow[] =>
  rankRows(plan, rows).map(rankedCells);

const rankedCells = (row: RankedRow): ExportRow => [
  ...[row.representativeId, row.name, row.groupId, row.groupName, row.level, row.order],
  ...[pointsOf(row.tenths), row.present, row.days, row.deeds],
  ...[adjustedText(row.adjusted), row.rank, row.leftOut ?? null, row.head?.seq ?? null, row.head?.hash ?? null],
];

function rowFrom(cells: ExportRow): AwardRow {
  const [id, name, groupId, groupName, level, order, points, present, days, deeds] = cells;
  const [, , , seq, hash] = cells.slice(10);
  return {
    ...{ representativeId: textOf(id), name: textOf(name), groupId: textOf(groupId), groupName: textOf(groupName) },
    ...{ level: levelOf(level), order: numberOf(order), tenths: Math.round(numberOf(points) * 10) },
    ...{ present: numberOf(present), days: numberOf(days), deeds: numberOf(deeds) },
    ...(textOf(hash) === '' ? {} : { head: { seq: numberOf(seq), hash: textOf(hash) } }),
  };
}

export const nominationRows = (
  nominations: readonly (Nominated & { name: string; reason: string; proposedBy: string; signedBy: string })[],
): ExportRow[] =>
  nominations.map((one) => [
    ...[one.representativeId, one.name, one.signed ? YES : NO],
    ...[one.reason, one.proposedBy, one.signedBy],
  ]);

export const vetoRows = (candidates: readonly AwardCandidate[]): ExportRow[] =>
  candidates.flatMap(({ representativeId, vetoes }) =>
    vetoes.map(({ kind, reason }): ExportRow => [representativeId, kind, reason]),
  );

export const candidateRows = (candidates: readonly AwardCandidate[]): ExportRow[] =>
  candidates.map((one) => [
    ...[one.representativeId, one.name, one.groupName, one.rank, adjustedText(one.adjusted)],
    one.by.map((source) => candidateSourceLabels[source]).join('、'),
    one.vetoes.map(({ kind }) => vetoLabels[kind]).join('、'),
  ]);

export type ExportTables = Record<ExportSheet, readonly ExportRow[]>;

/** What does not agree between the file and what its own data make of it; empty where all does. */
export function recomputed(tables: ExportTables): { differences: string[]; candidates: AwardCandidate[] } {
  const plan = planFrom(tables.plan);
  const rows = tables.rows.map(rowFrom);
  const nominations = tables.nominations.map(([id, , signed]) => ({
    representativeId: textOf(id),
    signed: signed === YES,
  }));
  const vetoes = tables.vetoes.map(([id, kind, reason]): Veto => ({
    representativeId: textOf(id),
    kind: oneOf(vetoKinds, kind, '否决类别'),
    reason: textOf(reason),
  }));
  const candidates = candidatesOf(plan, rows, nominations, vetoes);
  const chosen = tables.winners.map(([id]) => textOf(id));
  const problem = chosen.length === 0 ? null : choiceProblem(candidates, plan.seats, chosen);
  return {
    candidates,
    differences: [
      ...differencesOf('冻结积分', rowsRows(plan, rows), tables.rows),
      ...differencesOf('候选人', candidateRows(candidates), tables.candidates),
      ...(problem === null ? [] : [`决定：${problem}`]),
    ],
  };
}

/** By the person in the first column, so that a sheet that was sorted anew still agrees. */
function differencesOf(sheet: string, expected: readonly ExportRow[], found: readonly ExportRow[]): string[] {
  const lineOf = (row: ExportRow) => row.map(textOf).join(' | ');
  const byId = (rows: readonly ExportRow[]) => new Map(rows.map((row) => [textOf(row[0]), lineOf(row)]));
  const [mine, theirs] = [byId(expected), byId(found)];
  const ids = [...new Set([...mine.keys(), ...theirs.keys()])];
  return ids.flatMap((id) => {
    const [should, is] = [mine.get(id), theirs.get(id)];
    if (should === is) return [];
    return [`${sheet}：文件里是“${is ?? '没有这一行'}”，按数据重算是“${should ?? '不应有这一行'}”`];
  });
}
