import * as contract from '../../contract/points-proposals';
import { pointsOf } from '../../domain/points';
import { aboutOfRule, kindOfRule, mayProposeBy } from '../../domain/points-proposal';
import { formulaOf } from '../../domain/points-rules';
import { shanghaiDay } from '../../domain/time';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as pointsRules from '../store/points-rules';

/** What the caller may propose today, in the order of the catalogue. */
export const listProposalOptions = useCase(contract.proposalOptions, async (_input, { caller, now }) => {
  const { rules } = (await pointsRules.openBook())(shanghaiDay(now));
  const items = [...rules.values()].flatMap((rule) => {
    const may = mayProposeBy(rule.code, caller);
    if (!may.forSelf && !may.forOthers) return [];
    const grades = rule.grades?.map(({ name, tenths }) => ({ name, points: pointsOf(tenths) }));
    return {
      rule: rule.code,
      kind: kindOfRule(rule.code),
      formula: formulaOf(rule),
      ...{ name: rule.name, unit: rule.unit, evidence: rule.evidence },
      ...may,
      ...defined({ grades, about: aboutOfRule(rule.code) }),
    };
  });
  return { items };
});
