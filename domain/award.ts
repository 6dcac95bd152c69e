/**
 * 年度最美代表: from frozen points, the published plan, the groups' nominations and the vetoes to the list of candidates.
 * Pure, so that anybody with the export gets the same list (npm run award). Source: practice notes, “年度最美代表”.
 */
import type { Level } from './labels';
import { shownTenths } from './points';

/** plan 方案 → candidates 推荐 → review 审议 → notice 公示 → decided 已决定. */
export const awardSteps = ['plan', 'candidates', 'review', 'notice', 'decided'] as const;
/** Cancelled from any step before the decision. */
export const awardStatuses = [...awardSteps, 'cancelled'] as const;
export type AwardStatus = (typeof awardStatuses)[number];

export const quotaKinds = ['count', 'percent'] as const;

/** So many, or so many in a hundred of those on the roster. */
export interface Quota {
  kind: (typeof quotaKinds)[number];
  value: number;
}

/** all 并列都入选; deeds 并列时先看办成的实事, 再按名册顺序. */
export const tieRules = ['all', 'deeds'] as const;
export type TieRule = (typeof tieRules)[number];

export interface AwardPlan {
  quota: Quota;
  /** Those on the roster when the plan was published, and how many may be chosen of them. */
  headcount: number;
  seats: number;
  excludedLevels: Level[];
  excluded: { representativeId: string; name: string; reason: string }[];
  minPresentDays: number;
  /** Candidates of each group. */
  byPoints: number;
  byNomination: number;
  ties: TieRule;
  /** The last Shanghai day on which groups may nominate. */
  nominateUntil: string;
  /** Whether nobody is eligible who has not reported to the voters (述职) in the year. */
  needsHearing: boolean;
  formula: string;
}

/** Rounded down: a quota is never passed. */
export const seatsOf = ({ kind, value }: Quota, headcount: number): number =>
  kind === 'count' ? value : Math.floor((headcount * value) / 100);

/** One representative's year as it was frozen. */
export interface AwardRow {
  representativeId: string;
  name: string;
  groupId: string;
  groupName: string;
  level: Level;
  /** Place on the roster. */
  order: number;
  tenths: number;
  present: number;
  days: number;
  deeds: number;
  /** Where the chain of entries ended. */
  head?: { seq: number; hash: string };
}

export interface RankedRow extends AwardRow {
  /** 折算分 in hundredths of a point. */
  adjusted: number;
  /** Within the group, shared by those who tie; null for those whom the plan leaves out. */
  rank: number | null;
  leftOut?: string;
}

/** 折算分: the points ÷ the share of days present, to a hundredth of a point. A total below 0 counts as 0. */
export const adjustedOf = ({ tenths, present, days }: Pick<AwardRow, 'tenths' | 'present' | 'days'>): number =>
  present === 0 ? 0 : Math.round((shownTenths(tenths) * 10 * days) / present);

/** Why the plan leaves somebody out; undefined for those it does not. */
export function leftOutBy(
  plan: AwardPlan,
  { representativeId, level, present }: Pick<AwardRow, 'representativeId' | 'level' | 'present'>,
): string | undefined {
  const named = plan.excluded.find((one) => one.representativeId === representativeId);
  if (named) return named.reason;
  if (plan.excludedLevels.includes(level)) return '方案规定本级代表不参评';
  return present < Math.max(1, plan.minPresentDays) ? `在岗 ${present} 天，不足 ${plan.minPresentDays} 天` : undefined;
}

type Comparable = Pick<RankedRow, 'adjusted' | 'deeds' | 'order' | 'representativeId'>;

/** 折算分, then 办成的实事, then the order of the roster. */
const better = (a: Comparable, b: Comparable): number =>
  b.adjusted - a.adjusted ||
  b.deeds - a.deeds ||
  a.order - b.order ||
  (a.representativeId < b.representativeId ? -1 : 1);

/** Groups in the order in which the roster names them, the best of each first; those left out come last. */
export function rankRows(plan: AwardPlan, rows: readonly AwardRow[]): RankedRow[] {
  const byGroup = new Map<string, RankedRow[]>();
  for (const row of rows) {
    const leftOut = leftOutBy(plan, row);
    const ranked = { ...row, adjusted: adjustedOf(row), rank: null, ...(leftOut === undefined ? {} : { leftOut }) };
    byGroup.set(row.groupId, [...(byGroup.get(row.groupId) ?? []), ranked]);
  }
  const firstOf = (group: readonly RankedRow[]): number => Math.min(...group.map(({ order }) => order));
  return [...byGroup.entries()]
    .sort(([a, one], [b, other]) => firstOf(one) - firstOf(other) || (a < b ? -1 : 1))
    .flatMap(([, group]) => ranked(group));
}

function ranked(group: readonly RankedRow[]): RankedRow[] {
  const within = group.filter(({ leftOut }) => leftOut === undefined).sort(better);
  const rankOf = ({ adjusted }: RankedRow): number => 1 + within.filter((one) => one.adjusted > adjusted).length;
  return [
    ...within.map((row) => ({ ...row, rank: rankOf(row) })),
    ...group.filter(({ leftOut }) => leftOut !== undefined).sort(better),
  ];
}

export const candidateSources = ['points', 'nomination'] as const;
export type CandidateSource = (typeof candidateSources)[number];

/** fraud 当年弄虚作假, noHearing 当年未述职, discipline 纪律核查未通过. */
export const vetoKinds = ['fraud', 'noHearing', 'discipline'] as const;
export type VetoKind = (typeof vetoKinds)[number];

export interface Veto {
  representativeId: string;
  kind: VetoKind;
  reason: string;
}

export interface Nominated {
  representativeId: string;
  signed: boolean;
}

/** Whoever was vetoed stays on the list with the reason, and nobody takes the place. */
export interface AwardCandidate extends RankedRow {
  rank: number;
  by: CandidateSource[];
  vetoes: Omit<Veto, 'representativeId'>[];
}

/** Whom the points name: the first of a group that has been ranked. */
function namedByPoints({ byPoints, ties }: AwardPlan, rows: readonly RankedRow[]): Set<string> {
  const named = new Set<string>();
  const taken = new Map<string, number>();
  for (const { representativeId, groupId, rank } of rows) {
    const place = (taken.get(groupId) ?? 0) + 1;
    taken.set(groupId, place);
    if (rank !== null && (ties === 'all' ? rank : place) <= byPoints) named.add(representativeId);
  }
  return named;
}

/** The candidates, whatever the order of what goes in. A nomination counts once it is signed. */
export function candidatesOf(
  plan: AwardPlan,
  rows: readonly AwardRow[],
  nominations: readonly Nominated[],
  vetoes: readonly Veto[],
): AwardCandidate[] {
  const all = rankRows(plan, rows);
  const byPoints = namedByPoints(plan, all);
  const nominated = new Set(nominations.filter(({ signed }) => signed).map((one) => one.representativeId));
  return all.flatMap(({ rank, ...row }) => {
    const sources = { points: byPoints, nomination: nominated };
    const by = candidateSources.filter((source) => sources[source].has(row.representativeId));
    if (rank === null || by.length === 0) return [];
    const against = vetoKinds.flatMap((kind) =>
      vetoes
        .filter((veto) => veto.kind === kind && veto.representativeId === row.representativeId)
        .map(({ reason }) => ({ kind, reason }))
        .slice(0, 1),
    );
    return [{ ...row, rank, by, vetoes: against }];
  });
}

type Standing = Pick<AwardCandidate, 'representativeId' | 'name' | 'vetoes'>;

/** Why these may not be chosen; null where they may: within the quota, from the list, each once, none vetoed. */
export function choiceProblem(
  candidates: readonly Standing[],
  seats: number,
  chosen: readonly string[],
): string | null {
  if (chosen.length === 0) return '请至少选择一位';
  if (chosen.length > seats) return `名额是 ${seats} 名，选了 ${chosen.length} 名`;
  if (new Set(chosen).size !== chosen.length) return '同一位代表选了两次';
  for (const id of chosen) {
    const candidate = candidates.find(({ representativeId }) => representativeId === id);
    if (!candidate) return '选择的人不在候选人名单中';
    const [veto] = candidate.vetoes;
    if (veto) return `${candidate.name}没有通过核查：${veto.reason}`;
  }
  return null;
}

/** Who moves up where somebody was taken off: the best of the town among those neither vetoed nor named before. */
export const nextUp = (candidates: readonly AwardCandidate[], named: ReadonlySet<string>): AwardCandidate | undefined =>
  candidates
    .filter(({ representativeId, vetoes }) => vetoes.length === 0 && !named.has(representativeId))
    .sort(better)[0];
