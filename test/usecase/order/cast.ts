/** The town with three departments, and orders walked as far as a test needs them. */
import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { order } from '../../../cloudfunctions/order/use-cases';
import * as accounts from '../../../cloudfunctions/store/accounts';
import * as departments from '../../../cloudfunctions/store/departments';
import * as settings from '../../../cloudfunctions/store/settings';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import type { Input } from '../../../contract/contract';
import type { OrderView } from '../../../contract/order';
import type { OrderStatus } from '../../../domain/order';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWishThatIs, type Cast, type Person } from '../../support/town';

export interface OrderCast extends Cast {
  /** The contacts of 建设局 and 农村工作局; `department` is 民政办's. */
  builders: Person;
  farming: Person;
  /** Of 民政办 and of the presidium both. */
  both: Person;
}

export interface OrderTown {
  functions: Functions;
  cast: OrderCast;
}

async function aContact({ host, clock }: Functions, departmentId: string, name: string, alsoPresidium = false) {
  const _id = newId();
  await accounts.ensureOnce({
    _id,
    identity: `device:${_id}`,
    name,
    granted: alsoPresidium ? ['department', 'presidium'] : ['department'],
    departmentId,
    createdAt: clock.now,
  });
  return { token: host.issueToken(_id), accountId: _id };
}

export async function anOrderTown(now?: Date): Promise<OrderTown> {
  const functions = await startFunctions([account, notice, order, wish], now ? { now } : {});
  await aTown(functions);
  // Many wishes are claimed here by one representative.
  await settings.save({ town: '长江镇', codePrefix: 'CJ', campaign: '为民服务我先行', claimLimit: 1000 });
  await departments.saveAll([
    { _id: 'd2', name: '建设局', order: 2 },
    { _id: 'd3', name: '农村工作局', order: 3 },
  ]);
  const cast = {
    ...(await aCast(functions)),
    builders: await aContact(functions, 'd2', '建设局'),
    farming: await aContact(functions, 'd3', '农村工作局'),
    both: await aContact(functions, 'd1', '民政办', true),
  };
  return { functions, cast };
}

/** An order of 民政办's with seven working days, for a claimed wish unless it says otherwise. */
export async function anOrder(
  { functions, cast }: OrderTown,
  set: Partial<Input<'order.issue'>> = {},
): Promise<OrderView> {
  const wishId = set.wishId ?? (await aWishThatIs('claimed', functions, cast));
  const data = { departmentId: 'd1', dueDays: 7, reason: '路灯由建设部门负责维修', ...set, wishId };
  return (await functions.call('order.issue', data, cast.presidium.token)).order;
}

export const anAnswer = { text: '路灯已经更换，当晚恢复照明。', closeClass: 'A' } as const;

/** Walks an order to this status, and answers its id. */
export async function anOrderThatIs(
  status: OrderStatus,
  town: OrderTown,
  set: Partial<Input<'order.issue'>> = {},
): Promise<string> {
  const { functions, cast } = town;
  const { call } = functions;
  const { id } = await anOrder(town, set);
  const [department, presidium] = [cast.department.token, cast.presidium.token];
  if (status === 'issued') return id;
  if (status === 'cancelled') {
    await call('order.cancel', { id, reason: '已由村里解决' }, presidium);
    return id;
  }
  if (status === 'returnRequested' || status === 'returned') {
    await call('order.return', { id, reason: '不属于本部门职责', suggestDepartmentId: 'd2' }, department);
    if (status === 'returned') await call('order.settleReturn', { id, agree: true }, presidium);
    return id;
  }
  await call('order.accept', { id }, department);
  if (status === 'accepted') return id;
  await call('order.answer', { id, ...anAnswer }, department);
  if (status === 'answered') return id;
  await call('order.rate', { id, rating: 'satisfied' }, presidium);
  if (status === 'filed') await call('order.file', { id }, presidium);
  return id;
}

export const wishOf = async ({ functions, cast }: OrderTown, id: string) =>
  (await functions.call('wish.get', { id }, cast.presidium.token)).wish;

export const orderOf = async ({ functions, cast }: OrderTown, id: string) =>
  (await functions.call('order.get', { id }, cast.presidium.token)).order;

/** What this person's inbox says about the wish, the number of the wish left out. */
export async function toldTo({ functions }: OrderTown, { token }: Person, wishId: string): Promise<string[]> {
  const { items } = await functions.call('notice.list', { limit: 50 }, token);
  return items.filter((item) => item.wishId === wishId).map(({ text }) => text.slice(text.indexOf(' ') + 1));
}

/** Moves the clock beyond the end of a session, with everybody signed in anew. */
export function moveTo({ functions, cast }: OrderTown, now: Date): OrderTown {
  functions.clock.now = now;
  const fresh = (person: Person): Person => ({ ...person, token: functions.host.issueToken(person.accountId) });
  const people = Object.entries(cast).map(([name, person]: [string, Person]) => [name, fresh(person)]);
  return { functions, cast: Object.fromEntries(people) as OrderCast };
}
