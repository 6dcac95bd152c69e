import { wishTimers } from '../../../cloudfunctions/clock/run-wish-timers';
import { aWishThatIs } from '../../support/town';
import { anAnswer, anOrder, anOrderThatIs, anOrderTown, orderOf, toldTo, wishOf, type OrderTown } from './cast';

let town: OrderTown;
beforeAll(async () => {
  town = await anOrderTown();
});
afterAll(() => town.functions.close());
const start = new Date('2021-07-01T02:00:00Z');
afterEach(() => {
  town.functions.clock.now = start;
});

type Who = 'department' | 'builders' | 'presidium' | 'resident' | 'liaison';
async function make(who: Who, action: string, data: Record<string, unknown>): Promise<void> {
  expect(await town.functions.send(action, data, town.cast[who].token)).toMatchObject({ ok: true });
}

async function answerAs(who: 'department' | 'builders', id: string): Promise<void> {
  await make(who, 'order.accept', { id });
  await make(who, 'order.answer', { id, ...anAnswer });
}

/** A lead of 民政办 and a helper of 建设局 for one claimed wish. */
async function leadAndHelper(): Promise<{ wishId: string; lead: string; helper: string }> {
  const { id: lead, wish } = await anOrder(town);
  const { id: helper } = await anOrder(town, { wishId: wish.id, departmentId: 'd2', dueDays: 3 });
  return { wishId: wish.id, lead, helper };
}

describe('协办', () => {
  it('ends by itself, and the lead goes on', async () => {
    const { wishId, lead, helper } = await leadAndHelper();
    await answerAs('builders', helper);
    expect(await wishOf(town, wishId)).toMatchObject({ status: 'coordinating', holder: { role: 'department' } });
    await make('presidium', 'order.rate', { id: helper, rating: 'satisfied' });
    const wish = await wishOf(town, wishId);
    expect(wish).toMatchObject({ status: 'coordinating', holder: { role: 'department' } });
    expect(wish.dueAt).toBe((await orderOf(town, lead)).dueAt);
    expect(wish.timeline.at(-1)).toMatchObject({ what: '协办评价答复' });
    // Its department follows the wish no longer.
    await make('presidium', 'wish.hide', { id: wishId, reason: '核实照片' });
    expect(await town.functions.refusal('wish.get', { id: wishId }, town.cast.builders.token)).toBe('NOT_FOUND');
    expect((await town.functions.call('wish.get', { id: wishId }, town.cast.department.token)).wish.id).toBe(wishId);
  });

  it('is cancelled with a line when the lead is done, so that nothing is left behind', async () => {
    const { wishId, lead, helper } = await leadAndHelper();
    await make('builders', 'order.accept', { id: helper });
    await answerAs('department', lead);
    await make('presidium', 'order.rate', { id: lead, rating: 'satisfied' });
    expect(await wishOf(town, wishId)).toMatchObject({ status: 'claimed', holder: { role: 'representative' } });
    const { status, timeline } = await orderOf(town, helper);
    expect(status).toBe('cancelled');
    expect(timeline.at(-1)).toMatchObject({ who: '主席团 镇人大办', what: '撤销交办', note: '主办已结束' });
    expect(await toldTo(town, town.cast.builders, wishId)).toEqual(['主办已结束，协办不用再办']);
  });

  it('goes on for another lead when the first gives it back', async () => {
    const { wishId, lead, helper } = await leadAndHelper();
    await make('department', 'order.return', { id: lead, reason: '不属于本部门职责' });
    await make('presidium', 'order.settleReturn', { id: lead, agree: true, departmentId: 'd3' });
    const wish = await wishOf(town, wishId);
    expect(wish.orders.map(({ department, role, status }) => [department, role, status])).toEqual([
      ['民政办', 'lead', 'returned'],
      ['建设局', 'helper', 'issued'],
      ['农村工作局', 'lead', 'issued'],
    ]);
    expect((await orderOf(town, helper)).status).toBe('issued');
  });

  it('gives the wish back when it never had a lead', async () => {
    const { id, wish } = await anOrder(town, { role: 'helper' });
    await make('presidium', 'order.cancel', { id, reason: '不用协办' });
    expect((await wishOf(town, wish.id)).status).toBe('claimed');
  });
});

describe('暂缓 meanwhile', () => {
  const pause = (id: string) => make('liaison', 'wish.pause', { id, reason: '等汛期过去', resumeOn: '2021-07-20' });

  it('lets the department work on, and gives the wish to its claimer when it is resumed', async () => {
    const { id, wish } = await anOrder(town);
    await pause(wish.id);
    await answerAs('department', id);
    await make('presidium', 'order.rate', { id, rating: 'satisfied' });
    expect(await wishOf(town, wish.id)).toMatchObject({ status: 'paused', holder: { role: 'liaison' } });
    town.functions.clock.now = new Date('2021-07-05T02:00:00Z');
    await make('liaison', 'wish.resume', { id: wish.id });
    const resumed = await wishOf(town, wish.id);
    expect(resumed).toMatchObject({ status: 'claimed', holder: { role: 'representative' } });
    // The facility's thirty working days from 1 July, and the four that the clock stood.
    expect(resumed.dueAt).toBe('2021-08-16T15:59:59.999Z');
  });

  it('keeps the department’s order when it is resumed before, with its new term', async () => {
    const id = await anOrderThatIs('accepted', town);
    const { wish } = await orderOf(town, id);
    await pause(wish.id);
    await make('department', 'order.extend', { id, days: 5, reason: '灯具还没有到货' });
    await make('presidium', 'order.extend', { id });
    await make('liaison', 'wish.resume', { id: wish.id });
    expect(await wishOf(town, wish.id)).toMatchObject({
      status: 'coordinating',
      holder: { role: 'department' },
      dueAt: '2021-07-19T15:59:59.999Z',
    });
  });

  it.each(['a leader', 'the clock'])('is the presidium’s to rate when %s ends it after the answer', async (by) => {
    const id = await anOrderThatIs('accepted', town);
    const { wish } = await orderOf(town, id);
    await pause(wish.id);
    await make('department', 'order.answer', { id, ...anAnswer });
    expect(await wishOf(town, wish.id)).toMatchObject({ status: 'paused', holder: { role: 'liaison' } });
    if (by === 'a leader') await make('liaison', 'wish.resume', { id: wish.id });
    else await wishTimers(new Date('2021-07-20T02:00:00Z'), town.functions.host);
    expect(await wishOf(town, wish.id)).toMatchObject({ status: 'coordinating', holder: { role: 'presidium' } });
  });

  it('lies on the presidium’s desk afterwards where nobody claimed it', async () => {
    const wishId = await aWishThatIs('open', town.functions, town.cast);
    const { id } = await anOrder(town, { wishId });
    await pause(wishId);
    await make('presidium', 'order.cancel', { id, reason: '可由代表办理' });
    await make('liaison', 'wish.resume', { id: wishId });
    expect(await wishOf(town, wishId)).toMatchObject({ status: 'coordinating', holder: { role: 'presidium' } });
  });
});

describe('a wish that ends by another way', () => {
  it.each(['issued', 'accepted', 'returnRequested'] as const)('cancels an order that is %s', async (status) => {
    const id = await anOrderThatIs(status, town);
    const { wish } = await orderOf(town, id);
    await make('resident', 'wish.withdraw', { id: wish.id, reason: '自己修好了' });
    const order = await orderOf(town, id);
    expect(order).toMatchObject({ status: 'cancelled', allowed: [] });
    expect(order.timeline.at(-1)).toMatchObject({ who: '居民', what: '心愿已有结果，交办终止', note: '心愿：撤回' });
    expect(await toldTo(town, town.cast.department, wish.id)).toEqual(['心愿已有结果，交办终止（撤回）']);
  });

  it('files what was answered, without a rating', async () => {
    const id = await anOrderThatIs('answered', town);
    const { wish } = await orderOf(town, id);
    const outcomes = [{ kind: 'facility', items: 1 }];
    await make('presidium', 'wish.fulfil', { id: wish.id, note: '路灯亮了', outcomes });
    const order = await orderOf(town, id);
    expect(order).toMatchObject({ status: 'filed', answer: anAnswer });
    expect(order.rating).toBeUndefined();
  });

  it('leaves alone what ended before', async () => {
    const id = await anOrderThatIs('cancelled', town);
    const { wish, rev } = await orderOf(town, id);
    await make('resident', 'wish.withdraw', { id: wish.id, reason: '自己修好了' });
    expect((await orderOf(town, id)).rev).toBe(rev);
  });
});

it('answers while the claimer writes a note: neither is lost, and order and wish agree', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await anOrderThatIs('accepted', town);
    const { wish } = await orderOf(town, id);
    const [answered, noted] = await Promise.all([
      town.functions.send('order.answer', { id, ...anAnswer }, town.cast.department.token),
      town.functions.send('wish.progress', { id: wish.id, note: '去看过了' }, town.cast.member.token),
    ]);
    expect(answered.ok).toBe(true);
    const { holder, timeline } = await wishOf(town, wish.id);
    expect(holder.role).toBe('presidium');
    expect(timeline.filter(({ what }) => what === '办理进展')).toHaveLength(noted.ok ? 1 : 0);
    expect(timeline.filter(({ what }) => what === '主办部门答复')).toHaveLength(1);
  }
});
