import { orderTerms, type OrderRole } from '../../domain/order';
import { orderMoves } from '../../domain/order-moves';
import { shanghaiYear } from '../../domain/time';
import { workingDays } from '../kit/working-days';
import * as counters from '../store/counters';
import { findCodes, type NewOrder, type OrderEvent } from '../store/orders';
import * as settings from '../store/settings';
import type { WishDoc } from '../store/wish-doc';

interface Issue {
  id: string;
  departmentId: string;
  role: OrderRole;
  reason: string;
  dueDays: number;
  /** Who issues it, and when. */
  event: OrderEvent;
  issuedBy: string;
}

/** The next number of the year, CJ-JB-2026-0001; those that an imported sheet already took are passed over. */
export async function nextOrderCode(now: Date): Promise<string> {
  const { codePrefix } = await settings.get();
  const year = shanghaiYear(now);
  for (;;) {
    const serial = await counters.next(`order:${year}`);
    const code = `${codePrefix}-JB-${year}-${String(serial).padStart(4, '0')}`;
    if ((await findCodes([code])).size === 0) return code;
  }
}

/** An order as it is issued, its terms counted in the town's working days. */
export async function newOrder(wish: WishDoc, code: string, issue: Issue): Promise<NewOrder> {
  const { id, event, dueDays, ...given } = issue;
  const terms = orderTerms(event.at, dueDays, workingDays(await settings.get()));
  return {
    _id: id,
    code,
    rev: 1,
    status: orderMoves.accept.from[0],
    statusSince: event.at,
    wishId: wish._id,
    wishCode: wish.code,
    groupId: wish.groupId,
    village: wish.village,
    departmentId: given.departmentId,
    role: given.role,
    reason: given.reason,
    issuedBy: given.issuedBy,
    issuedAt: event.at,
    dueDays,
    ...terms,
    redoCount: 0,
    urges: 0,
    meetings: [],
    timeline: [event],
    ...(wish.claimer ? { claimerId: wish.claimer.representativeId } : {}),
  };
}
