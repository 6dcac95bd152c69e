import type { OrderView } from '../../contract/order';
import type { Caller } from '../../domain/caller';
import { isOrderOverdue } from '../../domain/order';
import { allowedOrderActions } from '../../domain/order-moves';
import { dealsWith } from '../../domain/wish-privacy';
import type { Host } from '../host/host';
import { defined } from '../kit/defined';
import * as departments from '../store/departments';
import { asOrder, type OrderDoc } from '../store/orders';
import { asWish, type WishCardDoc } from '../store/wish-doc';
import * as wishLists from '../store/wish-lists';
import { withoutWisher } from './without-wisher';

type OrderLine = Omit<OrderView, 'timeline' | 'meetings' | 'allowed'>;

/** An order in full: the only way in which a stored one leaves the server. */
export async function viewOrder(doc: OrderDoc, caller: Caller, now: Date, host: Host): Promise<OrderView> {
  const [line] = await viewOrders([doc], caller, now, host);
  if (!line) throw new Error(`order ${doc._id} is of no wish`);
  return {
    ...line,
    meetings: doc.meetings.map(({ at, ...meeting }) => ({ ...meeting, at: at.toISOString() })),
    timeline: doc.timeline.map(({ at, who, what, note }) => ({
      at: at.toISOString(),
      who,
      what,
      ...defined({ note }),
    })),
    allowed: allowedOrderActions(asOrder(doc), caller, now),
  };
}

/** Lines of a page, with their wishes and departments read in one go. */
export async function viewOrders(
  docs: readonly OrderDoc[],
  caller: Caller,
  now: Date,
  host: Host,
): Promise<OrderLine[]> {
  const [wishes, names] = await Promise.all([
    wishLists.findAmong([...new Set(docs.map(({ wishId }) => wishId))], {}),
    departments.namesById(),
  ]);
  return docs.flatMap((doc) => {
    const wish = wishes.get(doc.wishId);
    return wish ? [viewLine(doc, viewWish(wish, doc, caller, host), names, now)] : [];
  });
}

/** Those who deal with the wish read it as it is written; a department, without whom it is from. */
function viewWish(wish: WishCardDoc, { reason }: OrderDoc, caller: Caller, host: Host) {
  const { _id, code, village, status, claimer } = wish;
  const said = dealsWith(asWish(wish), caller) ? { content: wish.content, reason } : withoutWisher(host, wish, reason);
  const shown = { id: _id, code, village, status, content: said.content, ...defined({ claimer: claimer?.name }) };
  return { wish: shown, reason: said.reason };
}

function viewLine(
  doc: OrderDoc,
  said: Pick<OrderLine, 'wish' | 'reason'>,
  names: ReadonlyMap<string, string>,
  now: Date,
): OrderLine {
  const { code, rev, status, role, departmentId, issuedBy, dueDays, rating, redoCount, urges } = doc;
  const { answer, extension, returnRequest: asked } = doc;
  const suggest = names.get(asked?.suggestDepartmentId ?? '');
  return {
    id: doc._id,
    code,
    rev,
    status,
    role,
    ...said,
    department: { id: departmentId, name: names.get(departmentId) ?? '' },
    issuedAt: doc.issuedAt.toISOString(),
    issuedBy,
    signBy: doc.signBy.toISOString(),
    returnBy: doc.returnBy.toISOString(),
    dueAt: doc.dueAt.toISOString(),
    dueDays,
    ...(asked ? { returnRequest: { at: asked.at.toISOString(), reason: asked.reason, ...defined({ suggest }) } } : {}),
    ...(extension ? { extension: { ...extension, askedAt: extension.askedAt.toISOString() } } : {}),
    ...(answer ? { answer: { ...answer, at: answer.at.toISOString() } } : {}),
    ...defined({ acceptedAt: doc.acceptedAt?.toISOString(), rating }),
    redoCount,
    urges,
    overdue: isOrderOverdue(doc, now),
  };
}
