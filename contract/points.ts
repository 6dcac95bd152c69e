/** points: 积分 by rule, every entry with its formula and evidence, and the board (榜单). */
import { z } from 'zod';
import { entryKinds, refKinds } from '../domain/points';
import { appealStatuses } from '../domain/points-appeal';
import { action } from './action';
import { Period, periodFacts } from './points-standings';
import { Cursor, Id, Time, limit, pageOf } from './shapes';

/**
 * 榜单. Anybody sees all groups, and of the representatives the upper part: ranks up to half of those in office, with more
 * than 0 points. The rest is for 人大办; one's own place is in `mine` and in points.mine.
 */
export const board = action({
  access: 'anyone',
  input: z.object({
    period: Period,
    by: z.enum(['representative', 'group'], '请选择按代表还是按小组'),
    limit: limit(100),
  }),
  output: z.object({
    ...periodFacts,
    /** Those who tie share a rank; a total below 0 is shown as 0. */
    items: z.array(
      z.object({ rank: z.number(), id: Id, name: z.string(), points: z.number(), groupName: z.string().optional() }),
    ),
    /** How many are ranked, and whether `items` are bounded to the upper part. */
    ranked: z.number(),
    upperOnly: z.boolean(),
    /** The caller's own place, when the caller is a representative and the board is by representative. */
    mine: z.object({ rank: z.number(), points: z.number() }).optional(),
  }),
});

export const EntryView = z.object({
  id: Id,
  kind: z.enum(entryKinds),
  rule: z.string(),
  ruleVersion: z.number(),
  ruleName: z.string(),
  formula: z.string(),
  /** The formula with the deed's own numbers. */
  how: z.string(),
  /** Which cap left less than that. */
  limited: z.string().optional(),
  delta: z.number(),
  /** When the deed was done, and when it was booked. */
  at: Time,
  bookedAt: Time,
  /** The accounting month; `late` where the deed's own had been frozen. */
  month: z.string(),
  late: z.literal(true).optional(),
  campaignId: Id.optional(),
  ref: z.object({ kind: z.enum(refKinds), id: z.string(), label: z.string() }),
  reason: z.string(),
  /** 申诉 against it, and until when its own person may make one. */
  appeal: z
    .object({
      id: Id,
      status: z.enum(appealStatuses),
      accept: z.boolean().optional(),
      reason: z.string().optional(),
    })
    .optional(),
  appealUntil: Time.optional(),
  /** Place in the representative's chain, and the hash that the next one carries. */
  seq: z.number(),
  hash: z.string(),
});

/** A representative sees their own, a liaison the group's, the presidium everybody's. */
export const entries = action({
  access: ['representative', 'liaison', 'presidium', 'admin'],
  input: z.object({ representativeId: Id, cursor: Cursor, limit: limit(50) }),
  /** `name`: the representative's. */
  output: pageOf(EntryView).extend({ name: z.string() }),
});
