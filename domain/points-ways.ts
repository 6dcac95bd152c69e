/** What would move one up: the rules that still have room, what one more deed brings, and how much is left. */
import { askedOf, assess, type Amount, type Earned, type LimitedBy, type Present } from './points';
import type { PointsRule, RuleBook } from './points-rules';

export interface Way {
  rule: PointsRule;
  /** What one more brings at least and at most: they differ by grade and by difficulty. */
  least: number;
  most: number;
  /** What is left before a cap; none where nothing caps it. */
  room?: { tenths: number; span: Exclude<LimitedBy, 'thing'> };
}

/** One more of it: every grade, an easy and a hard wish whose wisher is satisfied, or one unit. */
function oneMore({ scale, grades }: PointsRule): Amount[] {
  if (scale) return (['easy', 'hard'] as const).map((difficulty) => ({ difficulty, rating: 'satisfied' }));
  return grades ? grades.map(({ name }) => ({ grade: name })) : [{ units: 1 }];
}

const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/** Those that bring something today, the most first. */
export function waysUp({ rules, scheme }: RuleBook, earnedBy: (rule: PointsRule) => Earned, present: Present): Way[] {
  const ways = [...rules.values()].flatMap((rule): Way[] => {
    const earned = earnedBy(rule);
    const asked = oneMore(rule).map((amount) => askedOf(rule, amount).tenths);
    if (asked.some((tenths) => tenths <= 0)) return [];
    // Another deed is another thing: what caps one thing does not bound the next.
    const { thing: _thing, ...capTenths } = rule.capTenths;
    const bounded = { ...rule, capTenths };
    const granted = asked.map((tenths) => assess(bounded, scheme, tenths, earned, present).tenths);
    const [least, most] = [Math.min(...granted), Math.max(...granted)];
    if (least <= 0) return [];
    const { tenths, limitedBy } = assess(bounded, scheme, UNBOUNDED, earned, present);
    const room = limitedBy === undefined || limitedBy === 'thing' ? undefined : { tenths, span: limitedBy };
    return [{ rule, least, most, ...(room ? { room } : {}) }];
  });
  return ways.sort((a, b) => b.most - a.most || (a.rule.code < b.rule.code ? -1 : 1));
}
