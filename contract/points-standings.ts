/** points: 榜单: one’s own place, the race of the groups, frozen periods. */
import { z } from 'zod';
import { ruleCodes, ruleParts, ruleWays } from '../domain/points-rules';
import { periodStates } from '../domain/points-period';
import { action } from './action';
import { Cursor, Id, Time, limit, pageOf } from './shapes';

export const Period = z
  .string('请选择时段')
  .regex(
    /^(\d{4}-(0[1-9]|1[0-2])|\d{4}-Q[1-4]|\d{4}|all|campaign:[\w-]{1,64})$/,
    '时段应如 2026-11、2026-Q4、2026 或 all',
  );

/**
 * `preview`: the period is over, and objections are heard until `previewUntil`; `frozen`: read from the snapshot of
 * `frozenAt`, names and groups as they were then.
 */
export const periodFacts = {
  state: z.enum(periodStates),
  previewUntil: Time.optional(),
  frozenAt: Time.optional(),
};

const room = z.object({
  points: z.number(),
  /** Which cap leaves the least: of the day, the month or the year of this rule, or of the whole part in the year. */
  span: z.enum(['day', 'month', 'year', 'part']),
});

/** For a representative: their own place, and what would move them up. All in points. */
export const mine = action({
  access: ['representative', 'liaison', 'presidium', 'admin'],
  input: z.object({ period: Period }),
  output: z.object({
    period: z.string(),
    ...periodFacts,
    representativeId: Id,
    name: z.string(),
    /** Those who tie share a rank; a total below 0 is shown as 0. */
    rank: z.number(),
    points: z.number(),
    /** How many representatives are ranked. */
    people: z.number(),
    /** The place above, and how many points are missing to share it; none for who leads. */
    next: z.object({ rank: z.number(), gap: z.number() }).optional(),
    /** 'YYYY': the year of `parts` and `months`: the period's, or the present one. */
    year: z.string(),
    /** What the year has by part; `cap` is the scheme's, less for days of leave. */
    parts: z.array(
      z.object({ part: z.enum(ruleParts), name: z.string(), got: z.number(), cap: z.number().optional() }),
    ),
    /** Rules with room today, what brings most first; empty for a period that takes no more entries. */
    moves: z.array(
      z.object({
        rule: z.enum(ruleCodes),
        name: z.string(),
        part: z.enum(ruleParts),
        way: z.enum(ruleWays),
        formula: z.string(),
        /** What one more brings: at least, and, where it depends on grade or difficulty, at most. */
        brings: z.number(),
        atMost: z.number().optional(),
        /** What is left before a cap; none where nothing caps it. */
        room: room.optional(),
      }),
    ),
    /** January to December, or to the present month. */
    months: z.array(z.object({ month: z.string(), points: z.number(), deeds: z.number() })),
    /** Consecutive months with a deed: until now (a present month without one does not break it yet), and ever. */
    streak: z.object({ current: z.number(), longest: z.number() }),
  }),
});

/** The groups month by month. */
export const race = action({
  access: 'anyone',
  input: z.object({ year: z.string('请选择年份').regex(/^\d{4}$/, '年份应如 2026') }),
  output: z.object({
    year: z.string(),
    /** January to December, or to the present month. */
    months: z.array(z.string()),
    /** By their totals. */
    groups: z.array(
      z.object({
        rank: z.number(),
        id: Id,
        name: z.string(),
        /** Representatives in office now. */
        members: z.number(),
        /** What it had at the end of each month. */
        cumulative: z.array(z.number()),
        total: z.number(),
        /** The total by head, with one decimal. */
        perHead: z.number(),
      }),
    ),
  }),
});

/** 已封账的时段, the newest first. */
export const periods = action({
  access: 'anyone',
  input: z.object({ cursor: Cursor, limit: limit(100) }),
  output: pageOf(
    z.object({
      period: z.string(),
      frozenAt: Time,
      /** How many entries it has. */
      entries: z.number(),
      /** 全镇校验码 as of its freezing: over the end of every representative’s chain. */
      heads: z.string(),
    }),
  ),
});
