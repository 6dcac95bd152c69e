/**
 * 积分: the one place where caps, shares, rating factors and difficulty are applied. Whole tenths of a point throughout;
 * screens divide by ten. Rules are data (domain/points-rules).
 */
import { DomainError } from './errors';
import type { Caps, PointsRule, PointsScheme, RuleCode } from './points-rules';
import type { Difficulty, Rating } from './wish';

/** What a thing is that earns or costs points. */
export const refKinds = ['wish', 'post', 'order', 'model', 'duty', 'proposal', 'award', 'period'] as const;
export type RefKind = (typeof refKinds)[number];
export interface Ref {
  kind: RefKind;
  id: string;
  /** What a person reads: a wish's number, a duty's title. */
  label: string;
}

/** paid: the deed; reversal and restored: counter-entries to it. */
export const entryKinds = ['paid', 'reversal', 'restored'] as const;
export type EntryKind = (typeof entryKinds)[number];

/**
 * How much is asked for, before caps: so many units of the rule, one of its named grades, what a fulfilled wish is worth
 * (W4: difficulty × what the wisher said, shared by W7), or what somebody decided.
 */
export type Amount =
  | { units: number }
  | { grade: string }
  | { difficulty: Difficulty; rating: Rating | undefined; share?: { parts: readonly number[]; index: number } }
  | { tenths: number; how: string };

export interface Asked {
  tenths: number;
  /** The formula with the deed's own numbers. */
  how: string;
}

const difficultyWords = { easy: '易', medium: '中', hard: '难' } as const satisfies Record<Difficulty, string>;
const ratingWords = {
  satisfied: '满意',
  fair: '基本满意',
  unsatisfied: '不满意',
  unrated: '未评价',
} as const satisfies Record<Rating | 'unrated', string>;

/** Throws INVALID_INPUT for a grade that the rule does not have. */
export function askedOf(rule: PointsRule, amount: Amount): Asked {
  if ('tenths' in amount) return amount;
  if ('units' in amount) {
    const { units } = amount;
    return { tenths: Math.round(rule.tenths * units), how: `${units} ${rule.unit} × ${pointsOf(rule.tenths)} 分` };
  }
  if ('grade' in amount) {
    const grade = rule.grades?.find(({ name }) => name === amount.grade);
    if (!grade) throw new DomainError('INVALID_INPUT', { details: { grade: '这条规则没有这个档次' } });
    return { tenths: grade.tenths, how: `${grade.name} ${pointsOf(grade.tenths)} 分` };
  }
  return fulfilled(rule, amount);
}

function fulfilled(
  rule: PointsRule,
  { difficulty, rating, share }: Extract<Amount, { difficulty: Difficulty }>,
): Asked {
  const { scale } = rule;
  const said = rating ?? 'unrated';
  const whole = scale ? Math.round((scale.difficulty[difficulty] * scale.factor[said]) / 10) : rule.tenths;
  const base = scale ? pointsOf(scale.difficulty[difficulty]) : pointsOf(rule.tenths);
  const how = `难度“${difficultyWords[difficulty]}” ${base} 分 × ${ratingWords[said]} ${pointsOf(scale?.factor[said] ?? 10)}`;
  if (!share || share.parts.length < 2) return { tenths: whole, how };
  const tenths = sharesOf(whole, share.parts)[share.index] ?? 0;
  return { tenths, how: `${how}，合力 ${share.parts.length} 人分得 ${pointsOf(tenths)} 分` };
}

/**
 * W7 合力: the same tenths split among those who took part, in proportion to their recorded parts; what does not divide
 * goes to the first, who leads. The sum is always `tenths`.
 */
export function sharesOf(tenths: number, parts: readonly number[]): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole <= 0) return parts.map((_, index) => (index === 0 ? tenths : 0));
  const shares = parts.map((part) => Math.trunc((tenths * part) / whole));
  const rest = tenths - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => (index === 0 ? share + rest : share));
}

/** What one person has net by one rule so far: in the day, month and year of the new entry, and for the same thing. */
export interface Earned {
  day: number;
  month: number;
  year: number;
  thing: number;
  /** By all rules of the same part in the year. */
  part: number;
}

export const nothingEarned: Earned = { day: 0, month: 0, year: 0, thing: 0, part: 0 };

/** How much of a month and a year somebody could take part in, 0 to 1: less with leave, illness or a by-election. */
export interface Present {
  month: number;
  year: number;
}

export const alwaysPresent: Present = { month: 1, year: 1 };

/** A cap for somebody who was there a part of the time; rounded up, so that who was there at all can earn something. */
export const scaledCap = (capTenths: number, present: number): number => Math.ceil(capTenths * present - 1e-9);

export type LimitedBy = keyof Caps | 'part';

export interface Assessment {
  tenths: number;
  /** Which cap left less than was asked. */
  limitedBy?: LimitedBy;
}

/** The part of `askedTenths` that the caps leave: between 0 and what was asked, whatever its sign. */
export function assess(
  rule: Pick<PointsRule, 'part' | 'capTenths'>,
  scheme: Pick<PointsScheme, 'partCaps'>,
  askedTenths: number,
  earned: Earned,
  present: Present = alwaysPresent,
): Assessment {
  const sign = askedTenths < 0 ? -1 : 1;
  const scale = { day: 1, month: present.month, year: present.year, thing: 1, part: present.year };
  const partCap = sign > 0 ? scheme.partCaps[rule.part] : undefined;
  const caps = { ...rule.capTenths, ...(partCap === undefined ? {} : { part: partCap }) };
  const rooms = (['thing', 'day', 'month', 'year', 'part'] as const).flatMap((span) => {
    const cap = caps[span];
    return cap === undefined ? [] : [{ span, left: scaledCap(cap, scale[span]) - sign * earned[span] }];
  });
  let [left, limitedBy]: [number, LimitedBy | undefined] = [Math.abs(askedTenths), undefined];
  if (left === 0) return { tenths: 0 };
  for (const room of rooms) if (room.left < left) [left, limitedBy] = [Math.max(0, room.left), room.span];
  return { tenths: left === 0 ? 0 : sign * left, ...(limitedBy === undefined ? {} : { limitedBy }) };
}

/** One rule pays one person once for one thing. */
export const deedKey = (rule: RuleCode, representativeId: string, ref: Pick<Ref, 'kind' | 'id'>): string =>
  `${rule}:${ref.kind}:${ref.id}:${representativeId}`;

/** Unique among the entries: the deed, and what befell it in which round. */
export const entryKey = (deed: string, kind: EntryKind, round: number): string =>
  kind === 'paid' && round === 0 ? deed : `${deed}:${kind}${round === 0 ? '' : `:${round}`}`;

/**
 * Rounds of events count up from 0, those of appeals down (domain/points-appeal). A deduction that takes back what a deed
 * was paid has one from here on, by the entry that it found last, so that it stands in the way of no event.
 */
export const takeBackRound = ({ seq }: { seq: number }): number => 1_000_000 + seq;

export const pointsOf = (tenths: number): number => tenths / 10;

export const tenthsOf = (points: number): number => Math.round(points * 10);

/** '2026-Q4' of '2026-11'. */
export const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

/** 'campaign:…': the period of a 主题实践活动. */
export const campaignPeriod = (campaignId: string): string => `campaign:${campaignId}`;

/** Every sum that an entry belongs to. */
export const periodsOf = ({ month, campaignId }: { month: string; campaignId?: string }): string[] => [
  month,
  quarterOf(month),
  month.slice(0, 4),
  'all',
  ...(campaignId === undefined ? [] : [campaignPeriod(campaignId)]),
];

/** '64c8fa85-c5c3f60c-…': as people compare it, and as no row of digits in it looks like a phone number. */
export const groupedHash = (hash: string): string => (hash.match(/.{1,8}/g) ?? []).join('-');

/** A total below 0 is shown as 0 (百分制 and 累计制 alike). */
export const shownTenths = (tenths: number): number => Math.max(0, tenths);

const limitWords = {
  thing: '这件事的上限',
  day: '当日上限',
  month: '当月上限',
  year: '当年上限',
  part: '本类全年上限',
} as const satisfies Record<LimitedBy, string>;

/** '已到当日上限，计 0 分' */
export const limitedText = (limitedBy: LimitedBy, tenths: number): string =>
  `已到${limitWords[limitedBy]}，计 ${pointsOf(tenths)} 分`;
