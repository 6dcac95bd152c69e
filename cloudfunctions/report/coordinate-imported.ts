import { actingAs } from '../../domain/acting';
import { stopDue } from '../../domain/due';
import { DomainError } from '../../domain/errors';
import { statusLabels } from '../../domain/labels';
import { isLiveOrder, orderTerms, wishTermsOf } from '../../domain/order';
import type { OrderEntry } from '../../domain/sheets/order-import';
import { DAY_MS, endOfDay, shanghaiDay } from '../../domain/time';
import { moves } from '../../domain/wish-moves';
import type { IsWorkingDay } from '../../domain/working-days';
import type { Context } from '../kit/use-case';
import type { Tx } from '../store/database';
import { followingEntry } from '../store/order-points';
import * as orders from '../store/orders';
import type { NewEntry } from '../store/points-book';
import type { WishChange, WishDoc } from '../store/wish-doc';
import * as wishes from '../store/wishes';

const NOTE = '台账导入';

/** Working days after the day of issue, up to and with the promised one. */
function daysBetween({ issuedAt, dueOn }: OrderEntry, isWorkingDay: IsWorkingDay): number {
  let days = 0;
  for (let at = issuedAt.getTime() + DAY_MS; at <= dueOn.getTime(); at += DAY_MS) {
    if (isWorkingDay(shanghaiDay(new Date(at)))) days += 1;
  }
  return Math.max(1, days);
}

function timelineOf(entry: OrderEntry, who: string): orders.OrderEvent[] {
  const { department, issuedAt, acceptedAt, answer } = entry;
  const line = (at: Date, by: string, what: string): orders.OrderEvent => ({ at, who: by, what, note: NOTE });
  return [
    line(issuedAt, who, '交办'),
    ...(acceptedAt ? [line(acceptedAt, department, '签收')] : []),
    ...(answer ? [line(answer.at, department, '答复')] : []),
  ];
}

/** The row as an order: its history is made up from its dates. */
function orderOf(entry: OrderEntry, wish: WishDoc, isWorkingDay: IsWorkingDay, context: Context): orders.NewOrder {
  const { code, status, role, departmentId, department, reason, issuedAt, acceptedAt, dueOn, answer, rating } = entry;
  const { caller, newId } = context;
  const dueDays = daysBetween(entry, isWorkingDay);
  return {
    _id: newId(),
    code,
    rev: 1,
    status,
    statusSince: answer?.at ?? acceptedAt ?? issuedAt,
    wishId: wish._id,
    wishCode: wish.code,
    groupId: wish.groupId,
    village: wish.village,
    departmentId,
    role,
    reason,
    issuedBy: caller.name,
    issuedAt,
    dueDays,
    ...orderTerms(issuedAt, dueDays, isWorkingDay),
    // A term that is named is kept until that day is over.
    dueAt: endOfDay(dueOn),
    redoCount: entry.redone ? 1 : 0,
    urges: entry.urges,
    meetings: [],
    timeline: timelineOf(entry, actingAs('presidium', caller)),
    ...(acceptedAt ? { acceptedAt } : {}),
    ...(answer ? { answer: { ...answer, who: department } } : {}),
    ...(rating ? { rating } : {}),
    ...(wish.claimer ? { claimerId: wish.claimer.representativeId } : {}),
    ...(entry.extendedDays === null
      ? {}
      : { extension: { days: entry.extendedDays, reason: NOTE, askedAt: issuedAt, state: 'granted' as const } }),
  };
}

/** What the wish shows of its live orders, its claimer's own clock stopped meanwhile. */
function coordinated(wish: WishDoc, live: readonly orders.NewOrder[], now: Date): WishChange | null {
  const terms = wishTermsOf(live);
  if (!terms) return null;
  const { dueLeftMs } = wish.status === 'coordinating' || wish.dueLeftMs !== undefined ? wish : stopDue(wish, now);
  return {
    status: moves.coordinate.to,
    departmentIds: live.map(({ departmentId }) => departmentId),
    dueAt: terms.dueAt,
    dueLeftMs: dueLeftMs ?? null,
    helpRequest: null,
    holder: terms.holder === wish.holder.role ? wish.holder : { role: terms.holder, since: now },
  };
}

/**
 * Registers the orders of one wish within the caller's transaction, and takes the wish with them. Answers what those that
 * are filed have earned, on the day of their answer: the sheet has no later one.
 */
export async function coordinate(
  wishId: string,
  entries: readonly OrderEntry[],
  isWorkingDay: IsWorkingDay,
  context: Context,
  tx: Tx,
): Promise<NewEntry[]> {
  const { caller, now, newId } = context;
  const wish = await wishes.get(wishId, tx);
  const made = entries.map((entry) => orderOf(entry, wish, isWorkingDay, context));
  const isLive = ({ status }: orders.NewOrder): boolean => isLiveOrder(status);
  if (made.some(isLive)) {
    if (!(moves.coordinate.from as readonly string[]).includes(wish.status)) throw movedMeanwhile(wish);
    const change = coordinated(wish, [...(await orders.listLiveByWish(wishId, tx)), ...made.filter(isLive)], now);
    const names = [...new Set(entries.map(({ department }) => department))].join('、');
    const event = {
      at: now,
      who: actingAs('presidium', caller),
      accountId: caller.accountId,
      what: moves.coordinate.line,
      note: `${names}（${NOTE}）`,
      photos: [],
    };
    if (change && !(await wishes.moveIn(wish, change, event, tx))) throw movedMeanwhile(wish);
  }
  for (const order of made) await orders.insert(order, tx);
  const booking = { newId, bookedAt: now, by: caller.accountId, said: `（${NOTE}）` };
  return made.flatMap((order) => followingEntry(order, wish, { ...booking, at: order.answer?.at ?? order.issuedAt }));
}

const movedMeanwhile = ({ code, status }: WishDoc): DomainError =>
  new DomainError('WRONG_STATE', {
    message: `心愿 ${code} 刚刚有变动，目前是“${statusLabels[status]}”，请重新导入`,
  });
