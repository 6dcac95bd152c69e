/** post, on its way into the WeChat group. One area with post.ts. */
import { z } from 'zod';
import { action } from './action';
import { Id, Photo, Time, limit } from './shapes';

/**
 * What a share card and a poster are drawn from: the group's rendering for representatives and staff, the public one
 * for everybody else who shares.
 */
export const card = action({
  access: 'anyone',
  input: z.object({ id: Id }),
  output: z.object({
    card: z.object({
      id: Id,
      /** 周建平代表晒单：… */
      title: z.string(),
      text: z.string(),
      representative: z.string(),
      groupName: z.string(),
      town: z.string(),
      place: z.string().optional(),
      outcomes: z.array(z.string()),
      at: Time,
      photo: Photo.optional(),
      /** A pair's second picture, where the first photo is the pair's "before". */
      after: Photo.optional(),
    }),
  }),
});
export type PostCardFacts = z.infer<typeof card.output>['card'];

/** A link to the picture of the code that opens the post: 小程序码 on WeChat, a QR on one machine. Made once. */
export const code = action({ access: 'anyone', input: z.object({ id: Id }), output: z.object({ url: z.string() }) });

/**
 * A page was opened from a group's card. `ticket` is what the platform gave (WeChat: a cloudID); the host reads the
 * group's id from it, never its name. `groupKey` stands for the group from then on.
 */
export const enterGroup = action({
  access: 'anyone',
  input: z.object({ ticket: z.string().min(1, '缺少群标识').max(500, '群标识有误'), id: Id.optional() }),
  output: z.object({ groupKey: z.string(), shownAt: Time.optional(), isFirst: z.boolean() }),
});

const Month = z.string('请选择月份').regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应如 2026-11');

/** 组内晒单榜: whose posts have been opened in this group in the month; those who tie share a rank. */
export const groupBoard = action({
  access: 'anyone',
  input: z.object({
    groupKey: z.string('缺少群标识').min(1, '缺少群标识').max(100, '群标识有误'),
    month: Month,
    limit: limit(50),
  }),
  output: z.object({
    items: z.array(
      z.object({
        rank: z.number(),
        representativeId: Id,
        name: z.string(),
        groupName: z.string(),
        posts: z.number(),
        thanks: z.number(),
      }),
    ),
  }),
});

/** 每日群简报: a day's posts in plain text to paste into the group, from the group's rendering. */
export const brief = action({
  access: ['representative', 'liaison', 'presidium', 'admin'],
  input: z.object({
    groupId: Id.optional(),
    day: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, '日期应如 2026-11-27')
      .optional(),
  }),
  output: z.object({ day: z.string(), text: z.string(), posts: z.number() }),
});
