/**
 * 积分规则: what a deed earns or costs, as versioned data. The town's own versions lie in the database; where it has made
 * none, the catalogue (domain/points-catalogue) holds as version 1. A rule holds for deeds of the days from ≤ day ≤ until.
 * Arithmetic is in whole tenths of a point, so that ×0.8 stays exact; screens divide by ten.
 */
import type { Difficulty, Rating } from './wish';

/** 会议, 闭会 and 附加 of the 百分制; 扣分 apply to the total. */
export const ruleParts = ['meeting', 'duty', 'honour', 'deduction'] as const;
export type RulePart = (typeof ruleParts)[number];

export const rulePartLabels = {
  meeting: '会议',
  duty: '闭会',
  honour: '附加',
  deduction: '扣分',
} as const satisfies Record<RulePart, string>;

/** auto: from an event; import: from attendance; form: one's own record; manual: somebody proposes, another confirms. */
export const ruleWays = ['auto', 'import', 'form', 'manual'] as const;
export type RuleWay = (typeof ruleWays)[number];

export const ruleWayLabels = {
  auto: '自动记分',
  import: '按签到、名单记分',
  form: '本人填报',
  manual: '一人提出、另一人确认',
} as const satisfies Record<RuleWay, string>;

export const ruleCodes = [
  ...['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M9A'],
  ...['W1', 'W2', 'W4', 'W6', 'S1', 'S3', 'G1', 'G2', 'G3', 'G4'],
  ...['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9'],
] as const;
export type RuleCode = (typeof ruleCodes)[number];

/** How many tenths one person may gain (or lose) by a rule in a Shanghai day, month or year, and for one thing. */
export interface Caps {
  day?: number;
  month?: number;
  year?: number;
  thing?: number;
}

/** What W4 multiplies: by difficulty, and by what the wisher said, in tenths (10 is ×1). */
export interface FulfilmentScale {
  difficulty: Record<Difficulty, number>;
  factor: Record<Rating | 'unrated', number>;
}

export interface PointsRule {
  code: RuleCode;
  version: number;
  name: string;
  part: RulePart;
  /** Tenths for one unit; below 0 for a deduction; 0 where `grades` or `scale` say it. */
  tenths: number;
  /** 'per 半天', 件, 次, 条 … */
  unit: string;
  /** Named amounts to choose from, as of G2: 镇 1, 县 2 … */
  grades?: readonly { name: string; tenths: number }[];
  scale?: FulfilmentScale;
  capTenths: Caps;
  way: RuleWay;
  /** What has to be shown for it. */
  evidence: string;
  /** Shanghai days 'YYYY-MM-DD', both included. */
  from: string;
  until?: string;
}

/** How the year's total is bounded: 百分制 caps each part, 累计制 does not. */
export interface PointsScheme {
  version: number;
  preset: SchemePreset;
  name: string;
  /** In tenths, of a year. */
  partCaps: Partial<Record<RulePart, number>>;
  from: string;
}
export const schemePresets = ['hundred', 'cumulative'] as const;
export type SchemePreset = (typeof schemePresets)[number];

/** What holds on one day. */
export interface RuleBook {
  rules: ReadonlyMap<RuleCode, PointsRule>;
  scheme: PointsScheme;
}

interface Versioned {
  version: number;
  from: string;
  until?: string;
}

/** Of the versions of one rule the one that holds on this day: the newest of those that have begun; none once it ended. */
export function versionAt<Version extends Versioned>(versions: readonly Version[], day: string): Version | undefined {
  const newest = versions
    .filter(({ from }) => from <= day)
    .reduce<Version | undefined>((best, one) => (!best || one.version > best.version ? one : best), undefined);
  return newest?.until !== undefined && newest.until < day ? undefined : newest;
}

const points = (tenths: number): string => String(tenths / 10);

const ratingWords = { satisfied: '满意', fair: '基本满意', unrated: '未评价', unsatisfied: '不满意' } as const;
const difficultyWords = { easy: '易', medium: '中', hard: '难' } as const;

function amountText({ tenths, unit, grades, scale }: PointsRule): string {
  if (scale) {
    const { difficulty, factor } = scale;
    const by = (['easy', 'medium', 'hard'] as const).map((one) => `${difficultyWords[one]} ${points(difficulty[one])}`);
    const times = (['satisfied', 'fair', 'unrated', 'unsatisfied'] as const).map(
      (one) => `${ratingWords[one]} ${points(factor[one])}`,
    );
    return `难度分（${by.join('、')}）×评价系数（${times.join('、')}）`;
  }
  if (grades) return grades.map((grade) => `${grade.name} ${points(grade.tenths)} 分`).join('、');
  return `每${unit} ${points(tenths)} 分`;
}

const spanWords = { day: '每日', month: '每月', year: '每年', thing: '每件' } as const;

/** '每条 1 分；每日最多 3 分，每年最多 15 分' */
export function formulaOf(rule: PointsRule): string {
  const isDeduction = rule.part === 'deduction';
  const caps = (['thing', 'day', 'month', 'year'] as const).flatMap((span) => {
    const cap = rule.capTenths[span];
    return cap === undefined ? [] : [`${spanWords[span]}最多${isDeduction ? '扣' : ''} ${points(cap)} 分`];
  });
  return [amountText(rule), ...(caps.length > 0 ? [caps.join('，')] : [])].join('；');
}
