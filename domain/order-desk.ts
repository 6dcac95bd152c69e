/** 交办单's timers and whose desk it lies on, as wish-timers.ts and wish-desk.ts do for a wish. */
import { mailbox, type Mailbox } from './mailbox';
import type { Order } from './order';
import { addDays } from './time';

export const orderTaskKinds = ['sign', 'answerOrder', 'settleReturn', 'settleExtension', 'rateOrder', 'file'] as const;
export type OrderTaskKind = (typeof orderTaskKinds)[number];

export interface OrderTask {
  desk: Mailbox;
  kind: OrderTaskKind;
  actBy: Date;
}

const SETTLE_DAYS = 2;
/** Filing is tidying up: nobody waits for it. */
const FILE_DAYS = 30;

export function orderTaskOf(order: Order): OrderTask | null {
  const { status, statusSince, departmentId, signBy, dueAt, extension, returnRequest } = order;
  const desk = mailbox.department(departmentId);
  const presidium = mailbox.presidium();
  switch (status) {
    case 'issued':
      return { desk, kind: 'sign', actBy: signBy };
    case 'accepted':
      return extension?.state === 'asked'
        ? { desk: presidium, kind: 'settleExtension', actBy: addDays(extension.askedAt, SETTLE_DAYS) }
        : { desk, kind: 'answerOrder', actBy: dueAt };
    case 'returnRequested':
      return { desk: presidium, kind: 'settleReturn', actBy: addDays(returnRequest?.at ?? statusSince, SETTLE_DAYS) };
    case 'answered':
      return { desk: presidium, kind: 'rateOrder', actBy: addDays(statusSince, SETTLE_DAYS) };
    case 'rated':
      return { desk: presidium, kind: 'file', actBy: addDays(statusSince, FILE_DAYS) };
    case 'filed':
    case 'returned':
    case 'cancelled':
      return null;
  }
}

export interface OrderReminder {
  at: Date;
  tell: readonly Mailbox[];
  text: string;
}

/** What the clock says of the order, in the order of time; each once (DESIGN.md section 5, practice timers). */
export function orderReminders(order: Order): OrderReminder[] {
  const { status, signBy, dueAt, departmentId, statusSince } = order;
  const department = mailbox.department(departmentId);
  const presidium = mailbox.presidium();
  switch (status) {
    case 'issued':
      return [
        { at: signBy, tell: [department], text: '交办单已满 1 个工作日，请签收' },
        { at: addDays(signBy, 1), tell: [department, presidium], text: '交办单超时未签收' },
        { at: addDays(dueAt, 3), tell: [presidium], text: '交办单超过答复期限 3 天仍未签收' },
      ];
    case 'accepted':
      return [
        { at: addDays(dueAt, -2), tell: [department], text: '交办单还有 2 天到答复期限' },
        { at: dueAt, tell: [department, presidium], text: '交办单已到答复期限' },
        { at: addDays(dueAt, 3), tell: [department, presidium], text: '交办单已超过答复期限 3 天' },
        { at: addDays(dueAt, 7), tell: [presidium], text: '交办单已超过答复期限 7 天，列入督办' },
      ];
    case 'returnRequested':
      return [{ at: addDays(statusSince, SETTLE_DAYS), tell: [presidium], text: '退办申请等待答复' }];
    case 'answered':
      return [{ at: addDays(statusSince, SETTLE_DAYS), tell: [presidium], text: '部门已答复，请评价' }];
    case 'rated':
    case 'filed':
    case 'returned':
    case 'cancelled':
      return [];
  }
}

/** The reminders due at `now` beyond the `told` first ones, and when the next is; null when none is to come. */
export function dueReminders(
  order: Order,
  told: number,
  now: Date,
): { due: OrderReminder[]; told: number; nextAt: Date | null } {
  const all = orderReminders(order);
  const reached = all.filter(({ at }) => at <= now).length;
  return {
    due: all.slice(told, reached),
    told: Math.max(told, reached),
    nextAt: all[Math.max(told, reached)]?.at ?? null,
  };
}
