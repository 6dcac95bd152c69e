import * as contract from '../../contract/wish';
import type { QueueItem } from '../../contract/wish-views';
import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import type { Host } from '../host/host';
import { cursorAt, placeOf } from '../store/desk';
import * as orders from '../store/orders';
import type { WishCardDoc } from '../store/wish-doc';
import * as wishDesk from '../store/wish-desk';
import { ordersOnDeskOf, wishesOnDeskOf, type AnyKind } from './desk-of';
import { viewCard } from './view-card';

const DEFAULT_LIMIT = 20;

interface QueueTask {
  /** `wish:<id>` or `order:<id>`: tells tasks of one moment apart, in the same order on every page. */
  id: string;
  orderId?: string;
  kind: AnyKind;
  /** The order's number where the task is an order's. */
  code: string;
  actBy: Date;
  wishId: string;
}

/** What lies on the caller's desks, the most late first. What moves while one pages may show again; what stays does not. */
export const listQueue = useCase(
  contract.queue,
  async ({ kind, cursor, limit = DEFAULT_LIMIT }, { caller, now, host }) => {
    const page = { place: placeOf(cursor), limit };
    const [wishes, ordered] = await Promise.all([
      wishDesk.list(wishesOnDeskOf(caller, kind), page),
      orders.listDesk(ordersOnDeskOf(caller, kind), page),
    ]);
    const tasks = [...wishes.map(wishTask), ...ordered.map(orderTask)].sort(byLateness);
    const shown = tasks.slice(0, limit);
    const last = shown.at(-1);
    const about = new Map<string, WishCardDoc>(wishes.map((wish) => [wish._id, wish]));
    const missing = shown.map(({ wishId }) => wishId).filter((id) => !about.has(id));
    for (const wish of await wishDesk.listByIds(missing)) about.set(wish._id, wish);
    return {
      items: shown.map((task) => viewTask(task, about.get(task.wishId), caller, now, host)),
      nextCursor: tasks.length > limit && last ? cursorAt({ at: last.actBy, id: last.id }) : null,
    };
  },
);

/** Every task has a day by which it is to be done: it is what the queue is read by. */
function planned<Kind>({ kind, actBy }: { kind?: Kind; actBy?: Date }): { kind: Kind; actBy: Date } {
  if (kind === undefined || actBy === undefined) throw new DomainError('INTERNAL', { facts: { plan: 'has no task' } });
  return { kind, actBy };
}

const wishTask = ({ _id, code, plan }: wishDesk.DeskWishDoc): QueueTask => ({
  id: `wish:${_id}`,
  wishId: _id,
  code,
  ...planned(plan),
});

const orderTask = ({ _id, wishId, code, plan }: orders.OrderDoc): QueueTask => ({
  id: `order:${_id}`,
  orderId: _id,
  wishId,
  code,
  ...planned(plan),
});

function byLateness(a: QueueTask, b: QueueTask): number {
  return a.actBy.getTime() - b.actBy.getTime() || (a.id < b.id ? -1 : 1);
}

function viewTask(
  { actBy, ...task }: QueueTask,
  wish: WishCardDoc | undefined,
  caller: Caller,
  now: Date,
  host: Host,
): QueueItem {
  if (!wish) throw new DomainError('INTERNAL', { facts: { wishId: task.wishId, task: task.id } });
  const { content, village, claimer } = viewCard(wish, caller, now, host);
  return {
    ...task,
    content,
    village,
    actBy: actBy.toISOString(),
    late: actBy < now,
    ...(claimer ? { claimer: claimer.name } : {}),
  };
}
