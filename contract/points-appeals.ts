/** points: 申诉 against an entry: the person asks, 人大办 answers, 主席团 decides. */
import { z } from 'zod';
import { refKinds } from '../domain/points';
import { appealStatuses } from '../domain/points-appeal';
import { action } from './action';
import { OnePlacePoints } from './points-rules';
import { Cursor, Id, Photo, Photos, Time, limit, pageOf, text } from './shapes';

export const appealActions = ['answerAppeal', 'decide'] as const;

const Said = z.object({
  /** 主体 + 职务. */
  who: z.string(),
  at: Time,
  accept: z.boolean(),
  reason: z.string(),
});

export const AppealView = z.object({
  id: Id,
  status: z.enum(appealStatuses),
  representativeId: Id,
  representative: z.string(),
  groupId: Id,
  groupName: z.string(),
  /** What it is about, as it was booked. */
  entry: z.object({
    id: Id,
    rule: z.string(),
    ruleName: z.string(),
    delta: z.number(),
    how: z.string(),
    at: Time,
    bookedAt: Time,
    month: z.string(),
    ref: z.object({ kind: z.enum(refKinds), id: z.string(), label: z.string() }),
    reason: z.string(),
  }),
  reason: z.string(),
  photos: z.array(Photo),
  at: Time,
  /** Until when 人大办 answers; `overdue` once that is past and nothing has been decided. */
  answerBy: Time,
  overdue: z.boolean(),
  answer: Said.optional(),
  /** `points`: what the deed is worth now, where it was accepted. `alone`: by the account that answered, as the only one. */
  decision: Said.extend({ points: z.number().optional(), alone: z.literal(true).optional() }).optional(),
  /** What accepting means where no points are named. */
  usualPoints: z.number(),
  /** What else is undone where the deed comes to 0 points. */
  undone: z.string().optional(),
  allowed: z.array(z.enum(appealActions)),
});
export type AppealView = z.infer<typeof AppealView>;

const answer = z.object({ appeal: AppealView });

/** Of one's own entry, once, within seven days of its booking. DUPLICATE where it has been appealed against already. */
export const appeal = action({
  access: ['representative'],
  input: z.object({ entryId: Id, reason: text('申诉的理由', 500, 4), photos: Photos.optional() }),
  output: answer,
});
/** 人大办’s opinion, within five working days; the presidium decides. */
export const answerAppeal = action({
  access: ['presidium', 'admin'],
  input: z.object({ appealId: Id, accept: z.boolean('请选择是否支持申诉'), reason: text('答复意见', 500, 2) }),
  output: answer,
  audited: ['appealId', 'accept', 'reason'],
});
/** Final. Accepted, the deed is worth `points`: where none are named, the entry is taken back. */
export const decide = action({
  access: ['presidium'],
  input: z.object({
    appealId: Id,
    accept: z.boolean('请选择是否支持申诉'),
    reason: text('决定的理由', 500, 2),
    points: OnePlacePoints.optional(),
  }),
  output: answer,
  audited: ['appealId', 'accept', 'reason', 'points'],
});

/**
 * One’s own, the newest first; for 人大办 everybody’s unless `mine`: those that wait (`open`, `answered`) by what is due
 * first, others the newest first.
 */
export const listAppeals = action({
  access: ['representative', 'liaison', 'presidium', 'admin'],
  input: z.object({
    mine: z.boolean().optional(),
    status: z.enum(appealStatuses, '请选择申诉的状态').optional(),
    cursor: Cursor,
    limit: limit(50),
  }),
  output: pageOf(AppealView),
});
/** For the person and 人大办. */
export const getAppeal = action({
  access: ['representative', 'liaison', 'presidium', 'admin'],
  input: z.object({ id: Id }),
  output: answer,
});
