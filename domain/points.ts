/**
 * 积分: what a deed earns. Source: the catalogue in the practice notes, preset 累计制 with the caps of preset 百分制
 * (W2 收集, W4 办结, W5 评价系数, S1 晒单); claiming earns nothing because a claim can be given back.
 * Arithmetic is in whole tenths of a point, so that ×0.8 stays exact; screens divide by ten.
 */
import type { Difficulty, Rating } from './wish';

export interface PointsRule {
  code: string;
  name: string;
  version: number;
  /** How many tenths one person can earn by this rule in a Shanghai day, month or year. */
  capTenths: { day?: number; month?: number; year?: number };
  formula: string;
}

export const pointsRules = {
  W2: {
    code: 'W2',
    name: '收集心愿（审核通过）',
    version: 1,
    capTenths: { day: 30, year: 150 },
    formula: '每条 1 分；每日最多 3 分，每年最多 15 分',
  },
  W4: {
    code: 'W4',
    name: '办结心愿',
    version: 1,
    capTenths: { year: 300 },
    formula: '难度分（易 2、中 4、难 6）×评价系数（满意 1、基本满意 0.8、未评价 0.5、不满意 0）；每年最多 30 分',
  },
  S1: {
    code: 'S1',
    name: '晒单（独立、有实事）',
    version: 1,
    capTenths: { day: 10, month: 40 },
    formula: '每条 1 分；每日最多 1 分，每月最多 4 分；已随心愿计分的晒单不再计分',
  },
} as const satisfies Record<string, PointsRule>;

export type PointsRuleCode = keyof typeof pointsRules;

const DIFFICULTY_TENTHS = { easy: 20, medium: 40, hard: 60 } as const satisfies Record<Difficulty, number>;

/** In tenths, so that 40 × 8 / 10 is a whole number. */
const RATING_FACTOR_TENTHS = { satisfied: 10, fair: 8, unsatisfied: 0 } as const satisfies Record<Rating, number>;
const UNRATED_FACTOR_TENTHS = 5;

export const COLLECTED_TENTHS = 10;
export const POSTED_TENTHS = 10;

export function fulfilledTenths(difficulty: Difficulty, rating: Rating | undefined): number {
  const factor = rating === undefined ? UNRATED_FACTOR_TENTHS : RATING_FACTOR_TENTHS[rating];
  return (DIFFICULTY_TENTHS[difficulty] * factor) / 10;
}

/** What one person has earned by one rule so far, in the day, month and year of the new entry. */
export interface EarnedTenths {
  day: number;
  month: number;
  year: number;
}

/** The part of `tenths` that the caps leave; never below 0. */
export function withinCaps(rule: PointsRule, tenths: number, earned: EarnedTenths): number {
  const spans = ['day', 'month', 'year'] as const;
  const rooms = spans.map((span) => {
    const cap = rule.capTenths[span];
    return cap === undefined ? tenths : cap - earned[span];
  });
  return Math.max(0, Math.min(tenths, ...rooms));
}

/** One rule pays one person once for one thing. */
export const entryKey = (rule: PointsRuleCode, representativeId: string, ref: { kind: string; id: string }): string =>
  `${rule}:${ref.kind}:${ref.id}:${representativeId}`;

export const pointsOf = (tenths: number): number => tenths / 10;
