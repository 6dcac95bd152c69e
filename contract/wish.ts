/** wish: the main path of a wish, from submission to the wisher's answer. Its further actions: wish-work.ts. */
import { z } from 'zod';
import { phoneNumber } from '../domain/phone';

import { orderTaskKinds } from '../domain/order-desk';
import { behalfConsents, categories, channels, contactWays, difficulties, ratings, resolutions } from '../domain/wish';
import { taskKinds } from '../domain/wish-desk';
import { action } from './action';
import {
  ClientToken,
  Cursor,
  Empty,
  Id,
  ImportInput,
  ImportResult,
  OutcomeShape,
  limit,
  pageOf,
  text,
  Photos,
} from './shapes';

import { QueueItem, WishAnswer, WishCard, WishFilter, scopes, wishOrders } from './wish-views';

/** Full-width digits and blanks are forgiven; what is left must be a mobile or a landline number. */
export const Phone = z
  .string('请填写联系电话')
  .transform((value) => phoneNumber(value) ?? '')
  .refine((value) => value !== '', '联系电话有误，请填写手机号或座机号');

const Content = text('心愿内容', 300, 5);

export const submit = action({
  access: 'signedIn',
  input: z.object({
    content: Content,
    category: z.enum(categories, '请选择心愿类别'),
    village: text('所在村（社区）', 30),
    team: text('组别', 30).optional(),
    wisher: z.object({ name: text('姓名', 20), phone: Phone, address: text('住址', 100).optional() }),
    channel: z.enum(channels, '请选择收集方式').optional(),
    photos: Photos.optional(),
    consent: z.object({ showName: z.boolean('请选择是否公开姓名'), showPhoto: z.boolean('请选择是否公开照片') }),
    /** Written down for another: how they agreed. */
    behalfConsent: z.enum(behalfConsents, '请选择心愿人怎样同意').optional(),
    /** A wish by or about a minor needs the guardian's consent, and never shows name, face or school. */
    minor: z.boolean().optional(),
    guardianConsent: z.boolean().optional(),
    /** “我也有这个心愿”: the public wish that this one is the same as; it is registered as merged into it. */
    alsoOf: Id.optional(),
    /** 主题实践活动 of today; null for none; left out, the only one that runs. */
    campaignId: Id.nullable().optional(),
    clientToken: ClientToken,
  }),
  output: WishAnswer,
});

export const similarLimit = 5;

/** While one is still writing: wishes of the village that are going on and say much the same. */
export const similar = action({
  access: 'signedIn',
  input: z.object({
    content: z.string().trim().max(300, '心愿内容最多 300 个字'),
    village: text('所在村（社区）', 30),
    /** A wish that is being reviewed is not like itself. */
    id: Id.optional(),
  }),
  output: z.object({ items: z.array(WishCard) }),
});

export const review = action({
  access: ['liaison', 'presidium'],
  audited: true,
  input: z.object({
    id: Id,
    decision: z.enum(['publish', 'reject', 'merge', 'askInfo'], '请选择审核结论'),
    /** For reject: why, and the right door to knock on. For askInfo: the question. */
    reason: text('理由', 200, 2).optional(),
    into: Id.optional(),
    difficulty: z.enum(difficulties).optional(),
    dueDays: z.number().int('办理时限应为整天').min(1, '办理时限至少 1 天').max(365, '办理时限最多 365 天').optional(),
  }),
  output: WishAnswer,
});

export const supply = action({
  access: 'signedIn',
  input: z.object({ id: Id, note: text('补充说明', 300, 2), photos: Photos.optional() }),
  output: WishAnswer,
});

/** By the submitter; by the presidium when the wisher asks by word of mouth. */
export const withdraw = action({
  access: 'signedIn',
  input: z.object({ id: Id, reason: text('撤回原因', 200, 2) }),
  output: WishAnswer,
});

export const claim = action({ access: ['representative'], input: z.object({ id: Id }), output: WishAnswer });

export const release = action({
  access: ['representative', 'liaison', 'presidium'],
  input: z.object({ id: Id, reason: text('退回原因', 200, 2) }),
  output: WishAnswer,
});

export const progress = action({
  access: ['representative'],
  input: z.object({ id: Id, note: text('办理进展', 500, 2), photos: Photos.optional() }),
  output: WishAnswer,
});

export const fulfil = action({
  access: ['representative', 'presidium'],
  input: z.object({
    id: Id,
    note: text('办结情况', 500, 2),
    photos: Photos.optional(),
    outcomes: z.array(OutcomeShape).max(12, '成效最多 12 项'),
  }),
  output: WishAnswer,
});

export const rate = action({
  access: 'signedIn',
  input: z.object({
    id: Id,
    rating: z.enum(ratings, '请选择满意度'),
    resolved: z.enum(resolutions, '请选择是否解决').optional(),
    comment: text('评价', 200).optional(),
    /** For a call-back: how the wisher was reached. */
    way: z.enum(contactWays).optional(),
  }),
  output: WishAnswer,
});

export const list = action({
  access: 'anyone',
  input: WishFilter.extend({
    scope: z.enum(scopes, '请选择查看范围'),
    /** `due`: by 办理时限, the earliest first; `latest`: by it, the latest first. */
    order: z.enum(wishOrders, '没有这种排序').optional(),
    cursor: Cursor,
    limit: limit(50),
  }),
  output: pageOf(WishCard),
});

/** What lies on the caller's desk, wishes and orders together, the most late first. */
export const queue = action({
  access: 'signedIn',
  input: z.object({ kind: z.enum([...taskKinds, ...orderTaskKinds]).optional(), cursor: Cursor, limit: limit(50) }),
  output: pageOf(QueueItem),
});

/** How many tasks lie on the caller's desk, and how many of them are late; each counted up to 99. */
export const queueCount = action({
  access: 'signedIn',
  input: Empty,
  output: z.object({ waiting: z.number(), late: z.number() }),
});

export const get = action({ access: 'anyone', input: z.object({ id: Id }), output: WishAnswer });

export const reveal = action({
  access: 'signedIn',
  audited: true,
  input: z.object({ id: Id, why: text('查看原因', 100, 2) }),
  output: z.object({ name: z.string(), phone: z.string(), address: z.string().optional() }),
});

export const importLedger = action({
  access: ['presidium', 'admin'],
  audited: true,
  input: ImportInput,
  output: ImportResult,
});
