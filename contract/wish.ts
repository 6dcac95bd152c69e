/** wish: the ledger of wishes, from submission to the wisher's answer. */
import { z } from 'zod';
import { phoneNumber } from '../domain/phone';
import { categories, channels, difficulties, holderRoles, ratings, resolutions, wishStatuses } from '../domain/wish';
import { action } from './action';
import {
  ClientToken,
  Cursor,
  Id,
  ImportInput,
  ImportResult,
  OutcomeShape,
  Photo,
  Time,
  limit,
  pageOf,
  text,
} from './shapes';

/** Full-width digits and blanks are forgiven; what is left must be a mobile or a landline number. */
export const Phone = z
  .string('请填写联系电话')
  .transform((value) => phoneNumber(value) ?? '')
  .refine((value) => value !== '', '联系电话有误，请填写手机号或座机号');

const Photos = z.array(Id).max(9, '最多 9 张照片');
const Content = text('心愿内容', 300, 5);

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
  claimer: z.object({ id: Id, name: z.string(), groupId: Id, at: Time }).optional(),
  rating: z.enum(ratings).optional(),
  resolved: z.enum(resolutions).optional(),
  cover: z.string().optional(),
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
  collectedBy: z.string().optional(),
  photos: z.array(Photo),
  /** Whether everybody sees the photos: only then may one stand on a share card. */
  photosPublic: z.boolean(),
  timeline: z.array(TimelineLine),
  outcomes: z.array(OutcomeShape),
  result: z.object({ note: z.string(), at: Time, photos: z.array(Photo) }).optional(),
  reason: z.string().optional(),
  comment: z.string().optional(),
  mine: z.boolean(),
  /** What this caller may do next: names of the contract's wish actions. */
  allowed: z.array(z.string()),
  /** Whether this caller may ask for the wisher's contact by wish.reveal. */
  mayReveal: z.boolean(),
  /** For the wisher only: who looked at the contact, when and why. */
  reveals: z.array(z.object({ who: z.string(), when: Time, why: z.string() })).optional(),
});
export type WishView = z.infer<typeof WishView>;

const answer = z.object({ wish: WishView });

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
    clientToken: ClientToken,
  }),
  output: answer,
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
  output: answer,
});

export const supply = action({
  access: 'signedIn',
  input: z.object({ id: Id, note: text('补充说明', 300, 2), photos: Photos.optional() }),
  output: answer,
});

export const withdraw = action({
  access: 'signedIn',
  input: z.object({ id: Id, reason: text('撤回原因', 200, 2) }),
  output: answer,
});

export const claim = action({ access: ['representative'], input: z.object({ id: Id }), output: answer });

export const release = action({
  access: ['representative', 'liaison', 'presidium'],
  input: z.object({ id: Id, reason: text('退回原因', 200, 2) }),
  output: answer,
});

export const progress = action({
  access: ['representative'],
  input: z.object({ id: Id, note: text('办理进展', 500, 2), photos: Photos.optional() }),
  output: answer,
});

export const fulfil = action({
  access: ['representative'],
  input: z.object({
    id: Id,
    note: text('办结情况', 500, 2),
    photos: Photos.optional(),
    outcomes: z.array(OutcomeShape).max(12, '成效最多 12 项'),
  }),
  output: answer,
});

export const rate = action({
  access: 'signedIn',
  input: z.object({
    id: Id,
    rating: z.enum(ratings, '请选择满意度'),
    resolved: z.enum(resolutions, '请选择是否解决').optional(),
    comment: text('评价', 200).optional(),
  }),
  output: answer,
});

export const scopes = ['public', 'mine', 'claimed', 'group', 'town'] as const;

const Status = z.enum(wishStatuses, '没有这种状态');

/** The filters that wish.list and report.ledger share. */
export const WishFilter = z.object({
  status: z.union([Status, z.array(Status).min(1).max(wishStatuses.length)]).optional(),
  category: z.enum(categories, '没有这种类别').optional(),
  village: text('村（社区）', 30).optional(),
  q: z.string().trim().max(50, '搜索词最多 50 个字').optional(),
});

export const list = action({
  access: 'anyone',
  input: WishFilter.extend({ scope: z.enum(scopes, '请选择查看范围'), cursor: Cursor, limit: limit(50) }),
  output: pageOf(WishCard),
});

export const get = action({ access: 'anyone', input: z.object({ id: Id }), output: answer });

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
