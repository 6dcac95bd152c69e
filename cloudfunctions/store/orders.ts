/** orders: 交办单. Every change is one conditional write on { _id, status, rev }, beside the wish's in one transaction. */
import type { DigestItem } from '../../domain/notice';
import type { Filter, UpdateFilter } from 'mongodb';
import { DomainError } from '../../domain/errors';
import { mailbox, type Mailbox } from '../../domain/mailbox';
import { liveOrderStatuses, type MeetingStage, type Order, type OrderStatus } from '../../domain/order';
import { dueReminders, orderTaskOf, type OrderTaskKind } from '../../domain/order-desk';
import { orderMoves } from '../../domain/order-moves';
import { updateOf, type Change } from './change';
import { after, pageFrom, type Page, type Position } from './cursor';
import { collection, type Tx } from './database';
import { countOnDesk, onDesk, readDesk, type OnDesk } from './desk';
import * as notices from './notices';
import type { TimelineEvent } from './wish-doc';
import { noticeOf } from './wish-notices';

export interface OrderEvent {
  at: Date;
  who: string;
  /** None where the clock did it. */
  accountId?: string;
  what: string;
  note?: string;
}

/** What the clock and the work queue read; made anew in every write. */
export interface OrderPlan {
  /** How many reminders of the present status have been told. */
  told: number;
  nextAt?: Date;
  desk?: Mailbox;
  kind?: OrderTaskKind;
  actBy?: Date;
}

export interface OrderDoc extends Omit<Order, 'id' | 'last' | 'answer'> {
  _id: string;
  /** CJ-JB-2026-0001 */
  code: string;
  rev: number;
  wishCode: string;
  groupId: string;
  village: string;
  reason: string;
  issuedBy: string;
  /** In working days. */
  dueDays: number;
  acceptedAt?: Date;
  answer?: NonNullable<Order['answer']> & { who: string };
  urges: number;
  meetings: { stage: MeetingStage; at: Date; note: string }[];
  timeline: OrderEvent[];
  plan: OrderPlan;
}

export const orders = collection<OrderDoc>('orders', [
  { key: { code: 1 }, name: 'code', unique: true },
  { key: { wishId: 1, issuedAt: 1, code: 1 }, name: 'wish' },
  { key: { departmentId: 1, issuedAt: -1, _id: -1 }, name: 'department' },
  { key: { departmentId: 1, status: 1, issuedAt: -1, _id: -1 }, name: 'departmentStatus' },
  { key: { issuedAt: -1, _id: -1 }, name: 'issued' },
  { key: { status: 1, issuedAt: -1, _id: -1 }, name: 'status' },
  { key: { 'plan.desk': 1, 'plan.kind': 1, 'plan.actBy': 1, _id: 1 }, name: 'desk' },
  { key: { 'plan.nextAt': 1 }, name: 'planNext', sparse: true },
]);

export function asOrder(doc: OrderDoc): Order {
  const last = doc.timeline.at(-1);
  return { ...doc, id: doc._id, ...(last ? { last } : {}) };
}

export const NO_SUCH_ORDER = '没有找到这件交办单';

export type NewOrder = Omit<OrderDoc, 'plan'>;

function planned(order: NewOrder, told: number): OrderDoc {
  const asSeen = { ...order, id: order._id };
  // Nothing is told of before it has begun.
  const { nextAt } = dueReminders(asSeen, told, order.statusSince);
  return { ...order, plan: { told, ...(nextAt ? { nextAt } : {}), ...orderTaskOf(asSeen) } };
}

export async function get(id: string, tx?: Tx): Promise<OrderDoc> {
  const found = await (await orders()).findOne({ _id: id }, { ...(tx ? { session: tx } : {}) });
  if (!found) throw new DomainError('NOT_FOUND', { message: NO_SUCH_ORDER });
  return found;
}

/** The orders of a wish in the order of their issue. */
export async function listByWish(wishId: string, tx?: Tx): Promise<OrderDoc[]> {
  return (await orders())
    .find({ wishId }, { ...(tx ? { session: tx } : {}) })
    .sort({ issuedAt: 1, code: 1 })
    .toArray();
}

export async function listLiveByWish(wishId: string, tx?: Tx): Promise<OrderDoc[]> {
  return (await orders())
    .find({ wishId, status: { $in: [...liveOrderStatuses] } }, { ...(tx ? { session: tx } : {}) })
    .toArray();
}

/** A department's orders, or all of them, the newest first. */
export async function listPage(
  filter: { departmentId?: string; status?: OrderStatus },
  cursor: string | undefined,
  limit: number,
): Promise<Page<OrderDoc>> {
  const wanted: Filter<OrderDoc> = { ...filter, ...after<OrderDoc>('issuedAt', cursor) };
  const read = await (
    await orders()
  )
    .find(wanted)
    .sort({ issuedAt: -1, _id: -1 })
    .limit(limit + 1)
    .toArray();
  return pageFrom(read, limit, ({ issuedAt, _id }) => ({ at: issuedAt, id: _id }));
}

/** The orders of the work queue (store/desk). */
export async function listDesk(
  asked: OnDesk<OrderTaskKind>,
  page: { place: Position | null; limit: number },
): Promise<OrderDoc[]> {
  return readDesk(await orders(), 'order', onDesk(asked), page);
}

export async function countDesk(
  asked: OnDesk<OrderTaskKind>,
  limits: { most: number; before?: Date },
): Promise<number> {
  return countOnDesk(await orders(), onDesk(asked), limits);
}

export async function insert(order: NewOrder, tx: Tx): Promise<OrderDoc> {
  const doc = planned(order, 0);
  await (await orders()).insertOne(doc, { session: tx });
  return doc;
}

/** The clock's reminders move no revision: what it has told since `before` was read stays told. */
async function toldNow(id: string, tx: Tx): Promise<number> {
  const found = await (await orders()).findOne({ _id: id }, { session: tx, projection: { 'plan.told': 1 } });
  return found?.plan.told ?? 0;
}

export type OrderChange = Change<NewOrder>;

/** Makes one move if nobody moved first, and answers the order as it now is; null when somebody did. */
export async function moveIn(
  before: OrderDoc,
  change: OrderChange,
  event: OrderEvent,
  tx: Tx,
): Promise<OrderDoc | null> {
  const { plan: _plan, ...old } = before;
  const status = change.status ?? before.status;
  const isMoved = status !== before.status;
  const whole: OrderChange = { ...change, ...(isMoved ? { statusSince: event.at } : {}) };
  const kept = Object.fromEntries(Object.entries({ ...old, ...whole }).filter(([, value]) => value !== null));
  const unplanned = { ...(kept as unknown as NewOrder), rev: before.rev + 1, timeline: [...before.timeline, event] };
  // A new term is a new clock.
  const isNewClock = isMoved || whole.dueAt !== undefined;
  const moved = planned(unplanned, isNewClock ? 0 : await toldNow(before._id, tx));
  const update: UpdateFilter<OrderDoc> = {
    ...updateOf({ ...whole, plan: moved.plan }),
    $inc: { rev: 1 },
    $push: { timeline: event },
  };
  const { matchedCount } = await (
    await orders()
  ).updateOne({ _id: before._id, status: before.status, rev: before.rev }, update, { session: tx });
  return matchedCount === 1 ? moved : null;
}

/** The notice about an order: it is filed under its wish, so that a wish comes up once a day. */
export const orderNotice = ({ _id, wishId, wishCode }: OrderDoc, text: string): DigestItem => ({
  ...noticeOf({ _id: wishId, code: wishCode }, text),
  orderId: _id,
});

/** A move of an order that was read in this transaction: another writer makes the transaction run again. */
export async function endIn(order: OrderDoc, status: OrderStatus, event: OrderEvent, tx: Tx): Promise<void> {
  if (!(await moveIn(order, { status }, event, tx))) throw new Error(`order ${order._id} moved within our transaction`);
}

/** Ends the order because of what `event` did to its wish; tells the department that need not go on. */
async function end(order: OrderDoc, { at, who, accountId, what }: WishEvent, tx: Tx): Promise<void> {
  const isDropped = (orderMoves.drop.from as readonly string[]).includes(order.status);
  const { to, line } = isDropped ? orderMoves.drop : orderMoves.close;
  const event = { at, who, ...(accountId === undefined ? {} : { accountId }), what: line, note: `心愿：${what}` };
  await endIn(order, to, event, tx);
  if (isDropped) {
    await notices.tell([mailbox.department(order.departmentId)], orderNotice(order, `${line}（${what}）`), at, tx);
  }
}

type WishEvent = Pick<TimelineEvent, 'at' | 'who' | 'accountId' | 'what'>;

/**
 * For a wish that comes to its end by another way than its orders (withdrawn, answered, fulfilled), in the transaction
 * of that move: what is not yet answered is cancelled, what was answered or rated is filed as it is.
 */
export async function endOrders(wishId: string, event: WishEvent, tx: Tx): Promise<void> {
  const running = [...liveOrderStatuses, 'rated' as const];
  const found = await (await orders()).find({ wishId, status: { $in: running } }, { session: tx }).toArray();
  for (const order of found) await end(order, event, tx);
}

/** The orders of a span in the order of their issue, one at a time. */
export async function* eachIssued(within: { $gte?: Date; $lt?: Date } | undefined): AsyncGenerator<OrderDoc> {
  yield* (await orders())
    .find(within ? { issuedAt: within } : {})
    .sort({ issuedAt: 1, _id: 1 })
    .batchSize(200);
}

/** The orders of several wishes by the wish, each in the order of their issue. */
export async function listByWishes(wishIds: readonly string[]): Promise<Map<string, OrderDoc[]>> {
  const found = await (
    await orders()
  )
    .find({ wishId: { $in: [...wishIds] } })
    .sort({ wishId: 1, issuedAt: 1 })
    .toArray();
  const byWish = new Map<string, OrderDoc[]>();
  for (const order of found) byWish.set(order.wishId, [...(byWish.get(order.wishId) ?? []), order]);
  return byWish;
}

/** Which of these numbers are taken. */
export async function findCodes(codes: readonly string[], tx?: Tx): Promise<Set<string>> {
  const found = (await orders()).find({ code: { $in: [...codes] } }, { ...(tx ? { session: tx } : {}) });
  return new Set((await found.project<Pick<OrderDoc, 'code'>>({ code: 1 }).toArray()).map(({ code }) => code));
}
