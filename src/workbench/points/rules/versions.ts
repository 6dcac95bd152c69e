import type { Output } from '../../../../contract/contract';
import type { RuleChange, RuleVersion, SchemeChange } from '../../../../contract/points-rules';
import { tenthsOf } from '../../../../domain/points';
import { formulaOf, ruleCodes, type PointsRule } from '../../../../domain/points-rules';
import { dayText } from '../../../platform/dates';

export type Versions = Output<'points.ruleVersions'>;
export type SchemeVersion = Versions['schemes'][number];
export type Preset = Output<'points.presets'>['items'][number];

/** The newest version of each rule, begun or not, in the order of the codes. */
export function newestOf({ items }: Versions): RuleVersion[] {
  const newest = new Map<string, RuleVersion>();
  for (const version of items) {
    if ((newest.get(version.code)?.version ?? 0) < version.version) newest.set(version.code, version);
  }
  return ruleCodes.flatMap((code) => newest.get(code) ?? []);
}

export const newestScheme = ({ schemes }: Versions): SchemeVersion | undefined =>
  [...schemes].sort((a, b) => b.version - a.version)[0];

export const shownDay = (day: string): string => dayText(`${day}T00:00:00+08:00`);

/** The terms of a version as a change would say them. */
export const asChange = (rule: RuleVersion): RuleChange => {
  const { code, version, name, points, grades, scale, caps, evidence, until, ends } = rule;
  return {
    ...{ code, version, name, points, caps, evidence },
    ...(grades ? { grades } : {}),
    ...(scale ? { scale } : {}),
    ...(ends ? { ends } : until === undefined ? {} : { until }),
  };
};

const capText = ({ day, month, year, thing }: RuleChange['caps']): string => JSON.stringify([day, month, year, thing]);

/** Whether both say the same, whatever the order of their fields. */
export function isSame(one: RuleChange, other: RuleChange): boolean {
  const text = ({ name, points, grades, scale, caps, evidence, until, ends }: RuleChange): string =>
    JSON.stringify([
      ...[name, points, grades?.map((grade) => [grade.name, grade.points]), capText(caps), evidence, until, ends],
      scale && [scale.difficulty.easy, scale.difficulty.medium, scale.difficulty.hard],
      scale && [scale.factor.satisfied, scale.factor.fair, scale.factor.unrated, scale.factor.unsatisfied],
    ]);
  return text(one) === text(other);
}

export const isSameScheme = (one: Pick<SchemeChange, 'preset' | 'partCaps'>, other: typeof one): boolean =>
  one.preset === other.preset &&
  (['meeting', 'duty', 'honour'] as const).every((part) => one.partCaps[part] === other.partCaps[part]);

const inTenths = (caps: RuleChange['caps']): PointsRule['capTenths'] =>
  Object.fromEntries(Object.entries(caps).flatMap(([span, cap]) => (cap === undefined ? [] : [[span, tenthsOf(cap)]])));

/** The formula as it would read. */
export function formulaAfter(rule: RuleVersion, change: RuleChange): string {
  if (change.ends) return '停用，不再记分';
  const { part, unit, way, from, version, code } = rule;
  const { name, points, grades, scale, caps, evidence, until } = change;
  const times = scale && {
    difficulty: {
      easy: tenthsOf(scale.difficulty.easy),
      medium: tenthsOf(scale.difficulty.medium),
      hard: tenthsOf(scale.difficulty.hard),
    },
    factor: {
      satisfied: tenthsOf(scale.factor.satisfied),
      fair: tenthsOf(scale.factor.fair),
      unrated: tenthsOf(scale.factor.unrated),
      unsatisfied: tenthsOf(scale.factor.unsatisfied),
    },
  };
  const formula = formulaOf({
    ...{ code, version, part, unit, way, from, name, evidence },
    tenths: tenthsOf(points),
    capTenths: inTenths(caps),
    ...(grades ? { grades: grades.map((grade) => ({ name: grade.name, tenths: tenthsOf(grade.points) })) } : {}),
    ...(times ? { scale: times } : {}),
  });
  return until === undefined ? formula : `${formula}；执行到 ${shownDay(until)}`;
}

/** How a version stands to today. */
export function spanText({ span, ends }: Pick<RuleVersion, 'span' | 'ends'>): string {
  const { state, from, until } = span;
  const since = from < '2000-01-01' ? '起始规则' : `${shownDay(from)}起`;
  if (ends) return `${shownDay(from)}起停用`;
  if (state === 'never') return '没有执行，已被后来的修改代替';
  return until === undefined ? since : `${since}，到 ${shownDay(until)}`;
}
