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

const DAY_MS = 24 * 3600_000;
const inDays = (days: number): Date => new Date(start.getTime() + days * DAY_MS);
const goTo = (days: number): Date => (town.functions.clock.now = inDays(days));

/** Calls as the one whose word it is. */
const as = {
  department: (action: string, data: Record<string, unknown>) => ask(action, data, town.cast.department.token),
  builders: (action: string, data: Record<string, unknown>) => ask(action, data, town.cast.builders.token),
  presidium: (action: string, data: Record<string, unknown>) => ask(action, data, town.cast.presidium.token),
  member: (action: string, data: Record<string, unknown>) => ask(action, data, town.cast.member.token),
};
async function ask(action: string, data: Record<string, unknown>, token: string): Promise<void> {
  expect(await town.functions.send(action, data, token)).toMatchObject({ ok: true });
}

describe('from issue to the claimer’s own word', () => {
  it('stops the claimer’s clock, passes the ball as it lies, and lets the claimer go on with what was left', async () => {
    const wishId = await aWishThatIs('claimed', town.functions, town.cast);
    const { dueAt: promised = '' } = await wishOf(town, wishId);
    goTo(1);
    const { id } = await anOrder(town, { wishId });
    goTo(2);
    await as.department('order.accept', { id });
    await as.department('order.meet', { id, stage: 'before', note: '到现场看了路灯' });
    expect((await wishOf(town, wishId)).holder).toEqual({ role: 'department', since: inDays(1).toISOString() });
    goTo(5);
    await as.department('order.answer', { id, ...anAnswer });
    expect((await wishOf(town, wishId)).holder).toEqual({ role: 'presidium', since: inDays(5).toISOString() });
    goTo(6);
    await as.presidium('order.rate', { id, rating: 'satisfied' });

    const wish = await wishOf(town, wishId);
    expect(wish).toMatchObject({
      status: 'claimed',
      holder: { role: 'representative', since: inDays(6).toISOString() },
      // Five days with the department and the presidium are none of the claimer's.
      dueAt: new Date(new Date(promised).getTime() + 5 * DAY_MS).toISOString(),
      heldHours: expect.arrayContaining([
        { role: 'department', hours: 96 },
        { role: 'presidium', hours: 24 },
      ]) as unknown,
    });
    expect(wish.timeline.slice(-4).map(({ who, what, note }) => [who, what, note])).toEqual([
      ['主席团 镇人大办', '交办', '主办：民政办'],
      ['职能部门 民政办', '主办部门签收', undefined],
      ['职能部门 民政办', '主办部门答复', 'A 已解决'],
      ['主席团 镇人大办', '交办结束，交还跟踪代表', '满意'],
    ]);
    expect(await toldTo(town, town.cast.member, wishId)).toContain('部门已办毕，请到现场核实后办结');
    await as.member('wish.fulfil', { id: wishId, note: '路灯亮了', outcomes: [{ kind: 'facility', items: 1 }] });
    expect((await orderOf(town, id)).timeline.map(({ what }) => what)).toEqual([
      '交办',
      '签收',
      '见面沟通',
      '答复',
      '评价答复',
      '心愿已有结果，归档',
    ]);
  });

  it('gives a claimer whose time had run out three days more', async () => {
    const wishId = await aWishThatIs('claimed', town.functions, town.cast, { category: 'health' });
    goTo(10);
    const { id } = await anOrder(town, { wishId });
    await as.department('order.accept', { id });
    await as.department('order.answer', { id, ...anAnswer });
    goTo(12);
    await as.member('order.rate', { id, rating: 'fair' });
    expect((await wishOf(town, wishId)).dueAt).toBe(inDays(15).toISOString());
  });

  it('stays with the presidium when it was done for nobody’s claim, to be fulfilled by it', async () => {
    const wishId = await aWishThatIs('open', town.functions, town.cast);
    const { id } = await anOrder(town, { wishId });
    await as.department('order.accept', { id });
    await as.department('order.answer', { id, ...anAnswer });
    await as.presidium('order.rate', { id, rating: 'satisfied' });
    const wish = await wishOf(town, wishId);
    expect(wish).toMatchObject({ status: 'coordinating', holder: { role: 'presidium' } });
    expect(wish.dueAt).toBeUndefined();
    expect(await toldTo(town, town.cast.presidium, wishId)).toContain('部门已办毕，请办结或说明');
    await as.presidium('wish.fulfil', { id: wishId, note: '路灯亮了', outcomes: [{ kind: 'facility', items: 1 }] });
    expect((await orderOf(town, id)).status).toBe('filed');
  });

  it.each(['B', 'C'] as const)('wants measure and time in an answer of class %s', async (closeClass) => {
    const id = await anOrderThatIs('accepted', town);
    const { token } = town.cast.department;
    expect(
      await town.functions.send('order.answer', { id, text: '正在办理，请等候。', closeClass }, token),
    ).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { text: '请写明措施和时间' } },
    });
    await as.department('order.answer', { id, text: '已列入八月的维修计划，由建设局在八月底以前换灯。', closeClass });
  });
});

describe('退办', () => {
  it('goes to the department that it belongs to, with fresh terms, and nothing in between', async () => {
    const { id, wish } = await anOrder(town, { dueDays: 5 });
    await as.department('order.return', { id, reason: '不属于本部门职责', suggestDepartmentId: 'd2' });
    expect(await orderOf(town, id)).toMatchObject({
      status: 'returnRequested',
      returnRequest: { reason: '不属于本部门职责', suggest: '建设局' },
    });
    expect((await wishOf(town, wish.id)).holder.role).toBe('presidium');
    expect(await toldTo(town, town.cast.presidium, wish.id)).toContain(
      '部门申请退办：不属于本部门职责（建议转建设局）',
    );
    goTo(1);
    await as.presidium('order.settleReturn', { id, agree: true, departmentId: 'd2' });
    const { status, holder, dueAt, orders } = await wishOf(town, wish.id);
    expect(orders.map(({ department, role, status: at }) => [department, role, at])).toEqual([
      ['民政办', 'lead', 'returned'],
      ['建设局', 'lead', 'issued'],
    ]);
    // Five working days from Friday 2 July.
    expect({ status, holder, dueAt }).toEqual({
      status: 'coordinating',
      holder: { role: 'department', since: inDays(1).toISOString() },
      dueAt: '2021-07-09T15:59:59.999Z',
    });
    expect(await toldTo(town, town.cast.builders, wish.id)).toHaveLength(1);
    await as.builders('order.accept', { id: orders[1]?.id ?? '' });
  });

  it('ends with the wish back at its claimer when no department is named', async () => {
    const id = await anOrderThatIs('returned', town);
    const { wish } = await orderOf(town, id);
    expect(wish.status).toBe('claimed');
    expect(await toldTo(town, town.cast.member, wish.id)).toContain('部门已退办，请继续办理');
  });

  it('is refused with a reason, signed in anew, and not asked again', async () => {
    const id = await anOrderThatIs('accepted', town);
    const { token } = town.cast.presidium;
    await as.department('order.return', { id, reason: '不属于本部门职责' });
    expect(await town.functions.send('order.settleReturn', { id, agree: false }, token)).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { reason: '请写明不同意退办的理由' } },
    });
    goTo(1);
    await as.presidium('order.settleReturn', { id, agree: false, reason: '按三定方案由民政办负责' });
    const order = await orderOf(town, id);
    expect(order).toMatchObject({ status: 'issued', signBy: '2021-07-05T15:59:59.999Z' });
    expect(order.acceptedAt).toBeUndefined();
    expect((await wishOf(town, order.wish.id)).holder).toMatchObject({ role: 'department' });
    const again = await town.functions.send('order.return', { id, reason: '还是不属于' }, town.cast.department.token);
    expect(again).toMatchObject({
      error: { code: 'WRONG_STATE', message: expect.stringContaining('不能再次退办') as string },
    });
    await as.department('order.accept', { id });
  });

  it('is too late after three working days', async () => {
    const id = await anOrderThatIs('accepted', town);
    goTo(6);
    expect(await town.functions.refusal('order.return', { id, reason: '不属于' }, town.cast.department.token)).toBe(
      'WRONG_STATE',
    );
  });

  it('names only departments that there are, other than its own, and none that has an order already', async () => {
    const { id, wish } = await anOrder(town);
    const { refusal } = town.functions;
    const { department, presidium } = town.cast;
    for (const suggestDepartmentId of ['d9', 'd1']) {
      const data = { id, reason: '不属于本部门职责', suggestDepartmentId };
      expect(await town.functions.send('order.return', data, department.token)).toMatchObject({
        error: { code: 'INVALID_INPUT', details: { suggestDepartmentId: expect.any(String) as string } },
      });
    }
    await anOrder(town, { wishId: wish.id, departmentId: 'd2' });
    await as.department('order.return', { id, reason: '不属于本部门职责' });
    const settle = (departmentId: string) =>
      refusal('order.settleReturn', { id, agree: true, departmentId }, presidium.token);
    expect([await settle('d9'), await settle('d1'), await settle('d2')]).toEqual([
      'INVALID_INPUT',
      'INVALID_INPUT',
      'DUPLICATE',
    ]);
    expect((await orderOf(town, id)).status).toBe('returnRequested');
  });
});

describe('延期', () => {
  it('moves the terms of order and wish on by working days, once', async () => {
    const id = await anOrderThatIs('accepted', town);
    const { token } = town.cast.department;
    expect(await town.functions.send('order.extend', { id }, token)).toMatchObject({
      error: {
        code: 'INVALID_INPUT',
        details: { days: expect.any(String) as string, reason: expect.any(String) as string },
      },
    });
    await as.department('order.extend', { id, days: 5, reason: '灯具还没有到货' });
    await as.presidium('order.extend', { id });
    const order = await orderOf(town, id);
    expect(order).toMatchObject({ dueAt: '2021-07-19T15:59:59.999Z', extension: { state: 'granted' } });
    expect((await wishOf(town, order.wish.id)).dueAt).toBe(order.dueAt);
    expect(await toldTo(town, town.cast.department, order.wish.id)).toEqual([
      '延期已同意，延长 5 个工作日，至2021年7月19日',
    ]);
    const again = { id, days: 5, reason: '灯具还没有到货' };
    expect(await town.functions.send('order.extend', again, token)).toMatchObject({
      error: { code: 'WRONG_STATE', message: '一件交办单只能延期一次' },
    });
  });

  it('is asked for in vain, and then not again', async () => {
    const id = await anOrderThatIs('accepted', town);
    await as.department('order.extend', { id, days: 5, reason: '灯具还没有到货' });
    await as.presidium('order.refuseExtension', { id, reason: '群众等得急' });
    const order = await orderOf(town, id);
    expect(order).toMatchObject({ dueAt: '2021-07-12T15:59:59.999Z', extension: { state: 'refused' } });
    const again = { id, days: 2, reason: '灯具还没有到货' };
    expect(await town.functions.refusal('order.extend', again, town.cast.department.token)).toBe('WRONG_STATE');
  });

  it('needs no answer once the order is answered', async () => {
    const id = await anOrderThatIs('accepted', town);
    await as.department('order.extend', { id, days: 5, reason: '灯具还没有到货' });
    await as.department('order.answer', { id, ...anAnswer });
    expect((await orderOf(town, id)).extension).toBeUndefined();
  });
});

describe('重办', () => {
  it.each([
    { rating: 'unsatisfied', reason: '灯还是不亮' },
    { rating: 'fair', redo: true, reason: '灯还是不亮' },
  ])('has half the time, and an extension of its own, after $rating', async (rated) => {
    const { id, wish } = await anOrder(town);
    await as.department('order.accept', { id });
    await as.department('order.extend', { id, days: 5, reason: '灯具还没有到货' });
    await as.presidium('order.extend', { id });
    await as.department('order.answer', { id, ...anAnswer });
    goTo(1);
    await as.member('order.rate', { id, ...rated });
    const order = await orderOf(town, id);
    // Half of seven working days, rounded up, from Friday 2 July.
    expect(order).toMatchObject({ status: 'accepted', redoCount: 1, dueAt: '2021-07-08T15:59:59.999Z' });
    expect([order.extension, order.rating]).toEqual([undefined, undefined]);
    expect(await wishOf(town, wish.id)).toMatchObject({
      status: 'coordinating',
      dueAt: order.dueAt,
      holder: { role: 'department', since: inDays(1).toISOString() },
    });
    expect(await toldTo(town, town.cast.department, wish.id)).toContain(
      `请在2021年7月8日前重办，${rated.rating === 'fair' ? '基本满意' : '不满意'}：灯还是不亮`,
    );
    await as.department('order.extend', { id, days: 2, reason: '灯具又没有到货' });
  });
});

describe('撤销', () => {
  it('gives the wish back to its claimer, with the reason', async () => {
    const { id, wish } = await anOrder(town);
    await as.presidium('order.cancel', { id, reason: '已由村里解决' });
    expect(await wishOf(town, wish.id)).toMatchObject({
      status: 'claimed',
      timeline: expect.arrayContaining([expect.objectContaining({ note: '已由村里解决' })]) as unknown,
    });
    expect(await toldTo(town, town.cast.member, wish.id)).toContain('交办已撤销，请继续办理');
    expect(await toldTo(town, town.cast.department, wish.id)).toEqual(['交办已撤销：已由村里解决']);
  });

  it('lets a wish without a claimer wait for one again', async () => {
    const wishId = await aWishThatIs('open', town.functions, town.cast);
    const { id } = await anOrder(town, { wishId });
    await as.presidium('order.cancel', { id, reason: '可由代表办理' });
    const wish = await wishOf(town, wishId);
    expect(wish).toMatchObject({ status: 'open', holder: { role: 'liaison' } });
    expect(wish.dueAt).toBeUndefined();
    await as.member('wish.claim', { id: wishId });
  });

  it('frees the department for another order of the same wish', async () => {
    const id = await anOrderThatIs('cancelled', town);
    const { wish } = await orderOf(town, id);
    expect((await anOrder(town, { wishId: wish.id })).role).toBe('lead');
  });
});
