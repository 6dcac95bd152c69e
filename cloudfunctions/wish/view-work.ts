import type { WishView } from '../../contract/wish-views';
import type { Caller } from '../../domain/caller';
import { HOUR_MS } from '../../domain/time';
import { holderRoles, isLive, isStopped } from '../../domain/wish';
import { dealsWith, isMinors, isOrdered } from '../../domain/wish-privacy';
import { defined } from '../kit/defined';
import * as departments from '../store/departments';
import * as orders from '../store/orders';
import { asWish, type WishDoc } from '../store/wish-doc';

type Work = Pick<
  WishView,
  | 'helpers'
  | 'helpRequest'
  | 'pauseRequest'
  | 'orders'
  | 'callBacks'
  | 'explanation'
  | 'followUpOn'
  | 'master'
  | 'hiddenBecause'
  | 'minor'
  | 'behalfConsent'
  | 'heldHours'
  | 'stoppedHours'
>;

const hours = (ms: number): number => Math.round((ms / HOUR_MS) * 10) / 10;

/** How the work on a wish stands: who takes part, what was asked for, who has held it for how long. */
export async function viewWork(
  doc: WishDoc,
  caller: Caller | null,
  now: Date,
  readable: (text: string) => string,
): Promise<Work> {
  const wish = asWish(doc);
  const follows = dealsWith(wish, caller) || isOrdered(wish, caller);
  const { helpers = [], helpRequest, pauseRequest, explanation, followUpOn, master, callBacks = [] } = doc;
  return {
    helpers: helpers.map(({ representativeId, at, note, ...helper }) => ({
      id: representativeId,
      ...helper,
      note: readable(note),
      at: at.toISOString(),
    })),
    orders: follows ? await viewOrders(doc._id) : [],
    callBacks: follows ? callBacks.map(({ at, ...callBack }) => ({ ...callBack, at: at.toISOString() })) : [],
    minor: isMinors(doc),
    ...heldSoFar(doc, now),
    ...(follows && helpRequest
      ? { helpRequest: { reason: readable(helpRequest.reason), at: helpRequest.at.toISOString() } }
      : {}),
    ...(follows && pauseRequest
      ? {
          pauseRequest: {
            who: pauseRequest.who,
            reason: readable(pauseRequest.reason),
            at: pauseRequest.at.toISOString(),
            resumeOn: pauseRequest.resumeOn.toISOString(),
          },
        }
      : {}),
    ...(explanation
      ? { explanation: { way: explanation.way, text: readable(explanation.text), at: explanation.at.toISOString() } }
      : {}),
    ...(master ? { master: { id: master.id, code: master.code, status: master.status } } : {}),
    ...defined({
      followUpOn: followUpOn?.toISOString(),
      behalfConsent: follows ? doc.behalfConsent : undefined,
      hiddenBecause: follows ? doc.hidden?.reason : undefined,
    }),
  };
}

async function viewOrders(wishId: string): Promise<Work['orders']> {
  const [found, names] = await Promise.all([orders.listByWish(wishId), departments.namesById()]);
  return found.map(({ _id, code, role, status, departmentId, dueAt }) => ({
    id: _id,
    code,
    role,
    status,
    department: names.get(departmentId) ?? '',
    dueAt: dueAt.toISOString(),
  }));
}

/** The holders' times add up to the whole time since the wish was handed in. */
function heldSoFar({ holder, heldMs, status, statusSince, stoppedMs }: WishDoc, now: Date) {
  const running = isLive(status) ? now.getTime() - holder.since.getTime() : 0;
  const stopped = stoppedMs + (isStopped(status) ? now.getTime() - statusSince.getTime() : 0);
  const total = (role: (typeof holderRoles)[number]): number =>
    (heldMs[role] ?? 0) + (role === holder.role ? running : 0);
  return {
    heldHours: holderRoles.map((role) => ({ role, hours: hours(total(role)) })).filter((held) => held.hours > 0),
    stoppedHours: hours(stopped),
  };
}
