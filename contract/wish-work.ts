/** wish: the work on a wish between its claim and its end, action by action. */
import { z } from 'zod';

import { startOfDay } from '../domain/time';

import { callBackOutcomes, contactWays, helperParts, resolutions } from '../domain/wish';

import { action } from './action';
import { Id, text, Photos } from './shapes';

import { WishAnswer } from './wish-views';

const Ids = z.array(Id).min(1, '请先选择心愿').max(50, '一次最多 50 条');

const Reason = text('理由', 200, 2);

/** 指派 by a leader; the representative may decline once within 24 h. */
export const assign = action({
  access: ['liaison', 'presidium'],
  audited: true,
  input: z.object({ id: Id, representativeId: Id, reason: Reason }),
  output: WishAnswer,
});

export const decline = action({
  access: ['representative'],
  input: z.object({ id: Id, reason: Reason }),
  output: WishAnswer,
});

/** Who could help (≤ 5), best first, each with the reason. */
export const suggest = action({
  access: ['representative', 'liaison', 'presidium'],
  input: z.object({ id: Id }),
  output: z.object({
    items: z.array(
      z.object({
        id: Id,
        name: z.string(),
        groupName: z.string(),
        /** 例：擅长医疗健康；联系刘胜村；手上 1 件 */
        reason: z.string(),
        inHand: z.number(),
      }),
    ),
  }),
});

/** 首次联系: within 48 h of the claim. */
export const contact = action({
  access: ['representative'],
  input: z.object({
    id: Id,
    way: z.enum(contactWays, '请选择联系方式'),
    note: text('联系情况', 500, 2),
    photos: Photos.optional(),
  }),
  output: WishAnswer,
});

/** 合力: takes a part in another's claim. */
export const join = action({
  access: ['representative'],
  input: z.object({ id: Id, part: z.enum(helperParts, '请选择承担哪一部分'), note: text('承担的内容', 100, 2) }),
  output: WishAnswer,
});

/** Leaves it; the claimer or a leader may take a helper out by name. */
export const leave = action({
  access: ['representative', 'liaison', 'presidium'],
  input: z.object({ id: Id, representativeId: Id.optional(), reason: Reason }),
  output: WishAnswer,
});

export const askHelp = action({
  access: ['representative'],
  input: z.object({ id: Id, reason: text('为什么需要部门', 300, 2) }),
  output: WishAnswer,
});

export const refuseHelp = action({
  access: ['presidium'],
  audited: true,
  input: z.object({ id: Id, reason: Reason }),
  output: WishAnswer,
});

/** A Shanghai day 'YYYY-MM-DD'. */
const Day = z.string('请选择日期').refine((value) => startOfDay(value) !== null, '日期应如 2026-06-30');

export const askPause = action({
  access: ['representative'],
  input: z.object({ id: Id, reason: Reason, resumeOn: Day }),
  output: WishAnswer,
});

export const refusePause = action({
  access: ['liaison', 'presidium'],
  audited: true,
  input: z.object({ id: Id, reason: Reason }),
  output: WishAnswer,
});

/** Agrees to what the claimer asked for, or pauses on its own reason; at most 90 days ahead. */
export const pause = action({
  access: ['liaison', 'presidium'],
  audited: true,
  input: z.object({ id: Id, reason: Reason.optional(), resumeOn: Day.optional() }),
  output: WishAnswer,
});

export const resume = action({
  access: ['representative', 'liaison', 'presidium'],
  input: z.object({ id: Id, note: text('说明', 200, 2).optional() }),
  output: WishAnswer,
});

/** 催办: tells the holder, and stands on the timeline. */
export const urge = action({
  access: ['liaison', 'presidium'],
  audited: true,
  input: z.object({ id: Id, note: text('催办内容', 200, 2).optional() }),
  output: WishAnswer,
});

/** 暂难解决: class C (列入计划, with the day to look again) or D (条件限制), told to the wisher in person. */
export const answer = action({
  access: ['presidium'],
  audited: true,
  input: z.object({
    id: Id,
    closeClass: z.enum(['C', 'D'], '请选择列入计划或条件限制'),
    explanation: text('向心愿人说明的内容', 500, 5),
    way: z.enum(['phone', 'visit'], '请选择怎样告知心愿人'),
    followUpOn: Day.optional(),
  }),
  output: WishAnswer,
});

/** 回访未果: an attempt that brought no answer. With an answer it is wish.rate. */
export const callBack = action({
  access: ['liaison', 'presidium'],
  audited: true,
  input: z.object({
    id: Id,
    way: z.enum(contactWays, '请选择回访方式'),
    outcome: z.enum(callBackOutcomes, '请选择回访情况'),
  }),
  output: WishAnswer,
});

/** 二次回访 of a facility after 28 days; 未解决 takes the wish up again. */
export const followUp = action({
  access: ['liaison', 'presidium'],
  audited: true,
  input: z.object({
    id: Id,
    way: z.enum(contactWays, '请选择回访方式'),
    resolved: z.enum(resolutions, '请选择是否解决'),
    comment: text('心愿人说的话', 200).optional(),
  }),
  output: WishAnswer,
});

/** 重新办理 within 30 days. `untrue`: what was reported was not so (不实); the presidium's finding reverses the points. */
export const reopen = action({
  access: 'signedIn',
  audited: true,
  input: z.object({ id: Id, reason: Reason, untrue: z.boolean().optional() }),
  output: WishAnswer,
});

export const hide = action({
  access: ['liaison', 'presidium'],
  audited: true,
  input: z.object({ id: Id, reason: Reason }),
  output: WishAnswer,
});

export const unhide = action({
  access: ['liaison', 'presidium'],
  audited: true,
  input: z.object({ id: Id, reason: Reason }),
  output: WishAnswer,
});

/** One choice for many wishes; each is decided for itself, and what is refused says why. */
export const bulk = action({
  access: ['liaison', 'presidium'],
  audited: ['act', 'ids'],
  input: z.discriminatedUnion('act', [
    z.object({ act: z.literal('publish'), ids: Ids }),
    z.object({ act: z.literal('assign'), ids: Ids, representativeId: Id, reason: Reason }),
    z.object({ act: z.literal('urge'), ids: Ids, note: text('催办内容', 200, 2).optional() }),
  ]),
  output: z.object({
    done: z.array(Id),
    refused: z.array(z.object({ id: Id, code: z.string(), message: z.string() })),
  }),
});
