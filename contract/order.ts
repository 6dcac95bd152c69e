/** order: 交办单, what the presidium gives a department to do for a wish, and the department's answer. */
import { z } from 'zod';
import { MOST_DUE_WORKING_DAYS, meetingStages, orderRoles, orderStatuses } from '../domain/order';
import { closeClasses, ratings, wishStatuses } from '../domain/wish';
import { action } from './action';
import { Cursor, Empty, Id, Time, limit, pageOf, text } from './shapes';

const Reason = text('理由', 300, 2);
const WorkingDays = z
  .number('天数应为数字')
  .int('天数应为整天')
  .min(1, '至少 1 个工作日')
  .max(MOST_DUE_WORKING_DAYS, `最多 ${MOST_DUE_WORKING_DAYS} 个工作日（约三个月）`);

export const OrderView = z.object({
  id: Id,
  code: z.string(),
  rev: z.number(),
  status: z.enum(orderStatuses),
  role: z.enum(orderRoles),
  wish: z.object({
    id: Id,
    code: z.string(),
    content: z.string(),
    village: z.string(),
    status: z.enum(wishStatuses),
    claimer: z.string().optional(),
  }),
  department: z.object({ id: Id, name: z.string() }),
  reason: z.string(),
  issuedAt: Time,
  issuedBy: z.string(),
  signBy: Time,
  returnBy: Time,
  dueAt: Time,
  /** In working days. */
  dueDays: z.number(),
  acceptedAt: Time.optional(),
  returnRequest: z.object({ at: Time, reason: z.string(), suggest: z.string().optional() }).optional(),
  extension: z
    .object({ days: z.number(), reason: z.string(), askedAt: Time, state: z.enum(['asked', 'granted', 'refused']) })
    .optional(),
  answer: z.object({ at: Time, who: z.string(), text: z.string(), closeClass: z.enum(closeClasses) }).optional(),
  rating: z.enum(ratings).optional(),
  redoCount: z.number(),
  urges: z.number(),
  /** 三次见面 */
  meetings: z.array(z.object({ stage: z.enum(meetingStages), at: Time, note: z.string() })),
  overdue: z.boolean(),
  timeline: z.array(z.object({ at: Time, who: z.string(), what: z.string(), note: z.string().optional() })),
  /** What this caller may do next: names of the contract's order actions. */
  allowed: z.array(z.string()),
});
export type OrderView = z.infer<typeof OrderView>;

const answered = z.object({ order: OrderView });

export const departments = action({
  access: 'anyone',
  input: Empty,
  output: z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }),
});

/** `dueDays` are working days. The first live order of a wish is the lead's (主办) unless it says otherwise. */
export const issue = action({
  access: ['presidium'],
  audited: ['wishId', 'departmentId', 'dueDays', 'role'],
  input: z.object({
    wishId: Id,
    departmentId: Id,
    dueDays: WorkingDays,
    reason: text('交办事由', 300, 2),
    role: z.enum(orderRoles, '请选择主办或协办').optional(),
  }),
  output: answered,
});

export const accept = action({
  access: ['department'],
  audited: true,
  input: z.object({ id: Id }),
  output: answered,
});

/** 退办 within 3 working days, with the reason and the department it belongs to. */
const returnOrder = action({
  access: ['department'],
  audited: ['suggestDepartmentId'],
  input: z.object({ id: Id, reason: Reason, suggestDepartmentId: Id.optional() }),
  output: answered,
});

/** Agreed: the order ends, and goes to `departmentId` anew where one is named. Refused: it is to be signed in. */
export const settleReturn = action({
  access: ['presidium'],
  audited: ['agree', 'departmentId'],
  input: z.object({
    id: Id,
    agree: z.boolean('请选择是否同意退办'),
    departmentId: Id.optional(),
    reason: Reason.optional(),
  }),
  output: answered,
});

/** A department asks, with days and reason; the presidium's call with the id alone consents. Once for an order. */
export const extend = action({
  access: ['department', 'presidium'],
  audited: ['days'],
  input: z.object({ id: Id, reason: Reason.optional(), days: WorkingDays.optional() }),
  output: answered,
});

export const refuseExtension = action({
  access: ['presidium'],
  audited: true,
  input: z.object({ id: Id, reason: Reason }),
  output: answered,
});

export const urge = action({
  access: ['presidium'],
  audited: true,
  input: z.object({ id: Id, reason: Reason.optional() }),
  output: answered,
});

export const meet = action({
  access: ['department'],
  audited: ['stage'],
  input: z.object({ id: Id, stage: z.enum(meetingStages, '请选择办前、办中或办后'), note: text('见面情况', 300, 2) }),
  output: answered,
});

const answerOrder = action({
  access: ['department'],
  audited: ['closeClass'],
  input: z.object({
    id: Id,
    text: text('答复内容', 1000, 5),
    closeClass: z.enum(closeClasses, '请选择答复类别'),
  }),
  output: answered,
});

/** 不满意, or `redo`, sends it back to be done again with half the time. */
export const rate = action({
  access: ['presidium', 'representative'],
  audited: ['rating', 'redo'],
  input: z.object({
    id: Id,
    rating: z.enum(ratings, '请选择满意度'),
    redo: z.boolean().optional(),
    reason: Reason.optional(),
  }),
  output: answered,
});

export const file = action({ access: ['presidium'], audited: true, input: z.object({ id: Id }), output: answered });

export const cancel = action({
  access: ['presidium'],
  audited: true,
  input: z.object({ id: Id, reason: Reason }),
  output: answered,
});

export const get = action({ access: 'signedIn', input: z.object({ id: Id }), output: answered });

/** `mine`: the caller's department's; `town`: all, for the presidium. Newest first. */
export const list = action({
  access: ['department', 'presidium'],
  input: z.object({
    scope: z.enum(['mine', 'town'], '请选择查看范围'),
    status: z.enum(orderStatuses).optional(),
    cursor: Cursor,
    limit: limit(50),
  }),
  output: pageOf(OrderView.omit({ timeline: true, meetings: true, allowed: true })),
});

/** 交办单 or 答复单 as a .docx for the printer, under a private link good for an hour. */
const printOrder = action({
  access: ['department', 'presidium', 'liaison'],
  audited: ['paper'],
  input: z.object({ id: Id, paper: z.enum(['order', 'answer'], '请选择交办单或答复单') }),
  output: z.object({ url: z.string() }),
});

export { returnOrder as return, answerOrder as answer, printOrder as print };
