import * as contract from '../../contract/points-rules';
import { hasRole } from '../../domain/caller';
import { earliestFrom, heldSpan, isEnd } from '../../domain/points-rule-change';
import type { PointsRule, PointsScheme } from '../../domain/points-rules';
import { shanghaiDay } from '../../domain/time';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as pointsRules from '../store/points-rules';
import { viewRule, viewScheme } from './view-rule';

/** Every version with who made it, when, why, and on which days it does hold. */
export const listRuleVersions = useCase(contract.ruleVersions, async ({ code }, { caller, now }) => {
  const [rules, schemes] = await Promise.all([
    pointsRules.listVersions(code === undefined ? undefined : [code]),
    pointsRules.listSchemes(),
  ]);
  const today = shanghaiDay(now);
  const items = rules.map((rule) => ({
    ...viewRule(rule),
    ...historyOf(
      rule,
      rules.filter((other) => other.code === rule.code),
      today,
    ),
  }));
  return {
    items: items.sort(newestFirst),
    schemes: schemes
      .map((scheme) => ({ ...viewScheme(scheme), ...historyOf(scheme, schemes, today) }))
      .sort(newestFirst),
    earliest: earliestFrom(now),
    mayEdit: hasRole(caller, 'presidium'),
  };
});

const newestFirst = (a: { version: number }, b: { version: number }): number => b.version - a.version;

function historyOf(
  version: (PointsRule | PointsScheme) & Partial<pointsRules.Made>,
  all: readonly (PointsRule | PointsScheme)[],
  today: string,
) {
  const { madeAt, who, why } = version;
  return {
    span: heldSpan(version, all, today),
    ...defined({ madeAt: madeAt?.toISOString(), who, why, ends: isEnd(version) ? (true as const) : undefined }),
  };
}
