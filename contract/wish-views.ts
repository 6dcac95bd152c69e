/** wish: how wishes are shown and listed. */
import { z } from 'zod';

import { orderRoles, orderStatuses } from '../domain/order';
import { orderTaskKinds } from '../domain/order-desk';
import {
  behalfConsents,
  callBackOutcomes,
  categories,
  channels,
  closeClasses,
  contactWays,
  difficulties,
  helperParts,
  holderRoles,
  ratings,
  resolutions,
  wishStatuses,
} from '../domain/wish';
import { taskKinds } from '../domain/wish-desk';

import { Id, OutcomeShape, Photo, Time, text } from './shapes';

export const WishCard = z.object({
  id: Id,
  code: z.string(),
  status: z.enum(wishStatuses),
  category: z.enum(categories),
  content: z.string(),
  village: z.string(),
  /** Masked (王**) for everybody but the wisher. */
  wisher: z.string(),
  collectedAt: Time,
  dueAt: Time.optional(),
  overdue: z.boolean(),
  holder: z.object({ role: z.enum(holderRoles), since: Time }),
  claimer: z
    .object({
      id: Id,
      name: z.string(),
      groupId: Id,
      at: Time,
      /** 指派, not the representative's own choice. */
      assigned: z.boolean(),
      contactedAt: Time.optional(),
    })
    .optional(),
  /** 暂缓 until this day. */
  resumeOn: Time.optional(),
  closeClass: z.enum(closeClasses).optional(),
  /** Taken off the wall by a moderator; only those who deal with the wish meet one. */
  hidden: z.boolean(),
  /** How many wishers beside the first have this wish. */
  mergedCount: z.number(),
  reopenCount: z.number(),
  rating: z.enum(ratings).optional(),
  resolved: z.enum(resolutions).optional(),
  cover: z.string().optional(),
  /** What the ledger's table shows beyond the wall, for those who keep the ledger the wish stands in. */
  ledger: z
    .object({
      groupId: Id,
      team: z.string().optional(),
      channel: z.enum(channels),
      collectedBy: z.string().optional(),
      difficulty: z.enum(difficulties),
      /** 办结日期 */
      doneAt: Time.optional(),
      outcomes: z.array(OutcomeShape),
      /** Departments with an order that is still in hand. */
      departmentIds: z.array(Id),
      /** 合力: the names of who takes part. */
      helpers: z.array(z.string()),
      remark: z.string().optional(),
    })
    .optional(),
});
export type WishCard = z.infer<typeof WishCard>;

export const TimelineLine = z.object({
  at: Time,
  /** 主体 + 职务, for example 代表 吕国华; never a resident's name, never a phone. */
  who: z.string(),
  what: z.string(),
  note: z.string().optional(),
  photos: z.array(Photo),
});

export const WishView = WishCard.extend({
  rev: z.number(),
  team: z.string().optional(),
  channel: z.enum(channels),
  groupId: Id,
  groupName: z.string(),
  /** The 主题实践活动 that it is filed under. */
  campaign: z.object({ id: Id, name: z.string() }).optional(),
  collectedBy: z.string().optional(),
  photos: z.array(Photo),
  /** Whether everybody sees the photos: only then may one stand on a share card. */
  photosPublic: z.boolean(),
  /** For its claimer: the content without what is private, the wisher's name among it, for words that go out. */
  publicContent: z.string().optional(),
  timeline: z.array(TimelineLine),
  outcomes: z.array(OutcomeShape),
  result: z.object({ note: z.string(), at: Time, photos: z.array(Photo) }).optional(),
  reason: z.string().optional(),
  comment: z.string().optional(),
  /** 合力: who else takes part, and in what. */
  helpers: z.array(z.object({ id: Id, name: z.string(), part: z.enum(helperParts), note: z.string(), at: Time })),
  helpRequest: z.object({ at: Time, reason: z.string() }).optional(),
  pauseRequest: z.object({ who: z.string(), at: Time, reason: z.string(), resumeOn: Time }).optional(),
  /** The orders given to departments, for those who follow the wish. */
  orders: z.array(
    z.object({
      id: Id,
      code: z.string(),
      role: z.enum(orderRoles),
      status: z.enum(orderStatuses),
      department: z.string(),
      dueAt: Time,
    }),
  ),
  /** Attempts to reach the wisher that brought no answer. */
  callBacks: z.array(
    z.object({ at: Time, who: z.string(), way: z.enum(contactWays), outcome: z.enum(callBackOutcomes) }),
  ),
  /** 暂难解决: what the wisher was told, and how. */
  explanation: z.object({ text: z.string(), way: z.enum(contactWays), at: Time }).optional(),
  followUpOn: Time.optional(),
  /** The wish that this one was merged into, and how it stands. */
  master: z.object({ id: Id, code: z.string(), status: z.enum(wishStatuses) }).optional(),
  /** Why a moderator took it off the wall, for those who deal with it. */
  hiddenBecause: z.string().optional(),
  minor: z.boolean(),
  behalfConsent: z.enum(behalfConsents).optional(),
  /** How long each has held it so far, the present holder's time included, in hours. */
  heldHours: z.array(z.object({ role: z.enum(holderRoles), hours: z.number() })),
  /** Of these, hours in which the clock stood (待补充, 暂缓). */
  stoppedHours: z.number(),
  mine: z.boolean(),
  /** What this caller may do next: names of the contract's wish actions, and others with their area. */
  allowed: z.array(z.string()),
  /** Whether this caller may ask for the wisher's contact by wish.reveal. */
  mayReveal: z.boolean(),
  /** For the wisher only: who looked at the contact, when and why. */
  reveals: z.array(z.object({ who: z.string(), when: Time, why: z.string() })).optional(),
});
export type WishView = z.infer<typeof WishView>;

export const WishAnswer = z.object({ wish: WishView });

export const scopes = ['public', 'mine', 'claimed', 'group', 'town'] as const;

/** By name or phone only those search who may see the contact: the group's liaison and the presidium. */
export const searchKinds = ['words', 'name', 'phone'] as const;

/** Newest first where nothing is said. */
export const wishOrders = ['newest', 'oldest', 'due', 'latest'] as const;

const Status = z.enum(wishStatuses, '没有这种状态');

/** The filters that wish.list and report.ledger share. */
export const WishFilter = z.object({
  status: z.union([Status, z.array(Status).min(1).max(wishStatuses.length)]).optional(),
  category: z.enum(categories, '没有这种类别').optional(),
  village: text('村（社区）', 30).optional(),
  q: z.string().trim().max(50, '搜索词最多 50 个字').optional(),
  /** What `q` is: words and numbers of wishes, the wisher's name, or their phone or its last four digits. */
  by: z.enum(searchKinds, '没有这种搜索方式').optional(),
  groupId: Id.optional(),
  channel: z.enum(channels, '没有这种收集方式').optional(),
  /** Past its promised day and still in somebody's hands. */
  overdue: z.boolean().optional(),
});

export const QueueItem = z.object({
  /** `wish:<id>` or `order:<id>`. */
  id: z.string(),
  wishId: Id,
  orderId: Id.optional(),
  kind: z.enum([...taskKinds, ...orderTaskKinds]),
  code: z.string(),
  content: z.string(),
  village: z.string(),
  actBy: Time,
  late: z.boolean(),
  claimer: z.string().optional(),
});
export type QueueItem = z.infer<typeof QueueItem>;
