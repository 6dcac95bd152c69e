/** points: 核验 and 重算. */
import { z } from 'zod';
import { action } from './action';
import { Cursor, Id, limit } from './shapes';

/**
 * Computes every hash anew. A representative their own chain; 人大办 anybody’s, or all. Without `limit` all at once, with
 * it so many chains: then `nextCursor` goes on where it stopped, and is null at the end (and where something is broken).
 */
export const verify = action({
  access: ['representative', 'liaison', 'presidium', 'admin'],
  input: z.object({ representativeId: Id.optional(), cursor: Cursor, limit: limit(500) }),
  output: z.object({
    ok: z.boolean(),
    /** Entries, and chains, that this call has read; `of` chains in all. */
    checked: z.number(),
    chains: z.number(),
    of: z.number(),
    /** Nothing after it has been read. */
    firstBroken: z
      .object({
        representativeId: Id,
        name: z.string(),
        seq: z.number(),
        entryId: Id.optional(),
        /** What is wrong, as a clerk would say it. */
        what: z.string(),
      })
      .optional(),
    /** The end of the one chain that was asked for: 链首校验码. */
    head: z.object({ seq: z.number(), hash: z.string() }).optional(),
    /** 全镇校验码 over the ends of all chains, once all have been read. */
    heads: z.string().optional(),
    nextCursor: z.string().nullable(),
  }),
});

/** 人大办: sums all entries anew, names where the kept sums differ, and puts them right. */
export const rebuild = action({
  access: ['presidium', 'admin'],
  input: z.object({}),
  output: z.object({
    /** Whether nothing differed. */
    ok: z.boolean(),
    /** The first hundred; `found` in all. */
    differences: z.array(
      z.object({
        by: z.enum(['representative', 'group']),
        id: Id,
        name: z.string(),
        period: z.string(),
        /** 总分, 会议部分得分 …, 履职次数. */
        what: z.string(),
        kept: z.number(),
        counted: z.number(),
      }),
    ),
    found: z.number(),
    entries: z.number(),
  }),
  audited: true,
});
