import { addDays, DAY_MS } from '../../../domain/time';
import { runJobs } from '../../../cloudfunctions/clock/run-jobs';
import * as orders from '../../../cloudfunctions/store/orders';
import { anOrderThatIs, anOrderTown, moveTo, type OrderCast, type OrderTown } from '../order/cast';

/** A Monday; the table knows no holiday in these weeks. */
const MONDAY = new Date('2026-06-01T02:00:00Z');

let town: OrderTown;
beforeEach(async () => {
  town = await anOrderTown(MONDAY);
});
afterEach(() => town.functions.close());

const runAt = async (now: Date): Promise<number> => {
  town = moveTo(town, now);
  return (await runJobs(now, town.functions.host)).changed;
};

/** What the clock has told this person of the order, the number left out. */
async function remindedOf(id: string, who: keyof OrderCast): Promise<string[]> {
  const { items } = await town.functions.call('notice.list', {}, town.cast[who].token);
  const places = items.flatMap((item) => [item, ...(item.items ?? [])]).filter(({ orderId }) => orderId === id);
  return places.map(({ text }) => text.slice(text.indexOf(' ') + 1));
}

const aMinuteBefore = (at: Date): Date => new Date(at.getTime() - 60_000);

it('reminds of an unsigned order, each time once, and of whoever is to do something about it', async () => {
  const id = await anOrderThatIs('issued', town);
  const { signBy, dueAt } = await orders.get(id);
  const told = await remindedOf(id, 'department');
  await runAt(aMinuteBefore(signBy));
  expect(await remindedOf(id, 'department')).toEqual(told);
  expect(await runAt(signBy)).toBe(1);
  expect(await remindedOf(id, 'department')).toContain('交办单已满 1 个工作日，请签收');
  expect(await remindedOf(id, 'presidium')).toEqual([]);
  expect(await runAt(signBy)).toBe(0);
  await runAt(addDays(signBy, 1));
  for (const who of ['department', 'presidium'] as const) {
    expect(await remindedOf(id, who)).toContain('交办单超时未签收');
  }
  await runAt(addDays(dueAt, 3));
  expect(await remindedOf(id, 'presidium')).toContain('交办单超过答复期限 3 天仍未签收');
  expect((await orders.get(id)).plan.nextAt).toBeUndefined();
});

it('tells each the last that is theirs when it comes late', async () => {
  const id = await anOrderThatIs('accepted', town);
  const { dueAt, rev } = await orders.get(id);
  await runAt(addDays(dueAt, 40));
  expect(await remindedOf(id, 'presidium')).toEqual(['交办单已超过答复期限 7 天，列入督办']);
  const department = (await remindedOf(id, 'department')).filter((text) => text.includes('答复期限'));
  expect(department).toEqual(['交办单已超过答复期限 3 天']);
  expect(await orders.get(id)).toMatchObject({ rev, plan: { told: 4 } });
});

it('tells once when two runs meet, and keeps it told whatever somebody does to the order then', async () => {
  const id = await anOrderThatIs('accepted', town);
  const { dueAt } = await orders.get(id);
  await runAt(new Date(dueAt.getTime() - 3 * DAY_MS));
  const at = addDays(dueAt, -2);
  town = moveTo(town, at);
  const runs = await Promise.all([1, 2, 3].map(() => runJobs(at, town.functions.host)));
  expect(runs.reduce((sum, { changed }) => sum + changed, 0)).toBe(1);
  await town.functions.call(
    'order.meet',
    { id, stage: 'before', note: '到现场看过，三天内更换。' },
    town.cast.department.token,
  );
  expect(await runAt(at)).toBe(0);
  expect((await orders.get(id)).plan).toMatchObject({ told: 1, nextAt: dueAt });
});

it.each([
  ['returnRequested', '退办申请等待答复'],
  ['answered', '部门已答复，请评价'],
] as const)('reminds the presidium of an order that is %s', async (status, text) => {
  const id = await anOrderThatIs(status, town);
  await runAt(aMinuteBefore(addDays(MONDAY, 2)));
  expect(await remindedOf(id, 'presidium')).not.toContain(text);
  await runAt(addDays(MONDAY, 2));
  expect(await remindedOf(id, 'presidium')).toContain(text);
});

it('is silent about an order that is done', async () => {
  const ids = [await anOrderThatIs('filed', town), await anOrderThatIs('cancelled', town)];
  for (const id of ids) expect((await orders.get(id)).plan.nextAt).toBeUndefined();
});
