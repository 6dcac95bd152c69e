import type { z } from 'zod';
import type { RuleChange, SchemeChange } from '../../contract/points-rules';
import { tenthsOf } from '../../domain/points';
import { hundred } from '../../domain/points-catalogue';
import type { Change, Newest, RuleTerms, SchemeTerms } from '../../domain/points-rule-change';
import type { PointsRule, PointsScheme, RuleCode } from '../../domain/points-rules';
import { defined } from '../kit/defined';

const capsOf = ({ day, month, year, thing }: RuleChange['caps']): RuleTerms['capTenths'] =>
  defined({
    day: day === undefined ? undefined : tenthsOf(day),
    month: month === undefined ? undefined : tenthsOf(month),
    year: year === undefined ? undefined : tenthsOf(year),
    thing: thing === undefined ? undefined : tenthsOf(thing),
  });

function scaleOf({ difficulty, factor }: NonNullable<RuleChange['scale']>): NonNullable<RuleTerms['scale']> {
  const { easy, medium, hard } = difficulty;
  const { satisfied, fair, unrated, unsatisfied } = factor;
  return {
    difficulty: { easy: tenthsOf(easy), medium: tenthsOf(medium), hard: tenthsOf(hard) },
    factor: {
      satisfied: tenthsOf(satisfied),
      fair: tenthsOf(fair),
      unrated: tenthsOf(unrated),
      unsatisfied: tenthsOf(unsatisfied),
    },
  };
}

const termsOf = ({
  points,
  grades,
  scale,
  caps,
  code,
  version,
  name,
  evidence,
  until,
  ends,
}: RuleChange): RuleTerms => ({
  ...{ code, version, name, evidence },
  tenths: tenthsOf(points),
  capTenths: capsOf(caps),
  ...defined({
    grades: grades?.map((grade) => ({ name: grade.name, tenths: tenthsOf(grade.points) })),
    scale: scale && scaleOf(scale),
    until,
    ends,
  }),
});

function schemeOf({ version, preset, partCaps }: SchemeChange): SchemeTerms {
  const { meeting, duty, honour } = partCaps;
  const partTenths = defined({
    meeting: meeting === undefined ? undefined : tenthsOf(meeting),
    duty: duty === undefined ? undefined : tenthsOf(duty),
    honour: honour === undefined ? undefined : tenthsOf(honour),
  });
  return { version, preset, partCaps: partTenths };
}

interface Sent {
  changes: z.output<typeof RuleChange>[];
  scheme?: z.output<typeof SchemeChange> | undefined;
}

/** The change in tenths. */
export const readChange = ({ changes, scheme }: Sent): Change => ({
  rules: changes.map(termsOf),
  ...(scheme ? { scheme: schemeOf(scheme) } : {}),
});

/** The newest version of each rule and of the scheme, begun or not. */
export function newestVersions(rules: readonly PointsRule[], schemes: readonly PointsScheme[]): Newest {
  const byCode = new Map<RuleCode, PointsRule>();
  for (const rule of rules) {
    const known = byCode.get(rule.code);
    if (!known || known.version < rule.version) byCode.set(rule.code, rule);
  }
  const [scheme = hundred] = [...schemes].sort((a, b) => b.version - a.version);
  return { rules: byCode, scheme };
}
