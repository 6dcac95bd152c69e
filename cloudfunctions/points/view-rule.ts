import type { z } from 'zod';
import type { RuleView, SchemeView } from '../../contract/points-rules';
import { pointsOf } from '../../domain/points';
import { formulaOf, type PointsRule, type PointsScheme } from '../../domain/points-rules';
import { defined } from '../kit/defined';

const inPoints = <Key extends string>(tenths: Partial<Record<Key, number>>): Partial<Record<Key, number>> =>
  Object.fromEntries(
    Object.entries<number | undefined>(tenths).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, pointsOf(value)]],
    ),
  ) as Partial<Record<Key, number>>;

export function viewRule(rule: PointsRule): z.infer<typeof RuleView> {
  const { code, version, name, part, tenths, unit, grades, scale, capTenths, way, evidence, from, until } = rule;
  return {
    ...{ code, version, name, part, unit, way, evidence, from },
    points: pointsOf(tenths),
    caps: inPoints(capTenths),
    formula: formulaOf(rule),
    ...defined({
      until,
      grades: grades?.map((grade) => ({ name: grade.name, points: pointsOf(grade.tenths) })),
      scale: scale && {
        difficulty: {
          easy: pointsOf(scale.difficulty.easy),
          medium: pointsOf(scale.difficulty.medium),
          hard: pointsOf(scale.difficulty.hard),
        },
        factor: {
          satisfied: pointsOf(scale.factor.satisfied),
          fair: pointsOf(scale.factor.fair),
          unrated: pointsOf(scale.factor.unrated),
          unsatisfied: pointsOf(scale.factor.unsatisfied),
        },
      },
    }),
  };
}

export const viewScheme = ({ version, preset, name, partCaps, from }: PointsScheme): z.infer<typeof SchemeView> => ({
  version,
  preset,
  name,
  partCaps: inPoints(partCaps),
  from,
});
