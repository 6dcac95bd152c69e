import * as settings from '../../../cloudfunctions/store/settings';
import { aWishThatIs } from '../../support/town';
import { anOrder, anOrderTown, moveTo, orderOf, toldTo, wishOf, type OrderTown } from './cast';

let town: OrderTown;
beforeAll(async () => {
  town = await anOrderTown();
});
afterAll(() => town.functions.close());
afterEach(() => {
  town.functions.clock.now = new Date('2021-07-01T02:00:00Z');
});

const issue = (data: Record<string, unknown>) =>
  town.functions.send(
    'order.issue',
    { departmentId: 'd1', dueDays: 7, reason: '路灯由建设部门负责维修', ...data },
    town.cast.presidium.token,
  );

it('names the departments in the order of the town, to anybody', async () => {
  expect(await town.functions.call('order.departments', {})).toEqual({
    items: [
      { id: 'd1', name: '民政办' },
      { id: 'd2', name: '建设局' },
      { id: 'd3', name: '农村工作局' },
    ],
  });
});

it('gives a claimed wish to the department, in working days, and tells all whom it concerns', async () => {
  const { functions, cast } = town;
  const wishId = await aWishThatIs('claimed', functions, cast);
  const before = await wishOf(town, wishId);
  const order = await anOrder(town, { wishId });
  expect(order).toMatchObject({
    code: expect.stringMatching(/^CJ-JB-2021-\d{4}$/) as string,
    rev: 1,
    status: 'issued',
    role: 'lead',
    wish: { id: wishId, code: before.code, status: 'coordinating', claimer: '周建平' },
    department: { id: 'd1', name: '民政办' },
    reason: '路灯由建设部门负责维修',
    issuedAt: '2021-07-01T02:00:00.000Z',
    issuedBy: '镇人大办',
    signBy: '2021-07-02T15:59:59.999Z',
    returnBy: '2021-07-06T15:59:59.999Z',
    dueAt: '2021-07-12T15:59:59.999Z',
    dueDays: 7,
    redoCount: 0,
    urges: 0,
    overdue: false,
  });
  expect(await wishOf(town, wishId)).toMatchObject({
    status: 'coordinating',
    rev: before.rev + 1,
    holder: { role: 'department', since: '2021-07-01T02:00:00.000Z' },
    dueAt: order.dueAt,
    orders: [{ id: order.id, code: order.code, role: 'lead', status: 'issued', department: '民政办' }],
    timeline: [...before.timeline, expect.objectContaining({ what: '交办', note: '主办：民政办' })],
  });
  expect(await toldTo(town, cast.department, wishId)).toEqual([
    '交民政办主办，请在2021年7月2日前签收，2021年7月12日前答复',
  ]);
  for (const person of [cast.member, cast.resident, cast.liaison]) {
    expect(await toldTo(town, person, wishId)).toEqual(['已交民政办主办']);
  }
});

it('numbers the orders of a year one after the other', async () => {
  const serial = (code: string): number => Number(code.split('-').at(-1));
  const [first, second] = [await anOrder(town), await anOrder(town)];
  expect(serial(second.code)).toBe(serial(first.code) + 1);
  const { clock } = town.functions;
  const wishId = await aWishThatIs('open', town.functions, town.cast);
  clock.now = new Date('2021-07-02T02:00:00Z');
  expect((await anOrder(town, { wishId })).code).toBe(
    first.code.replace(/\d{4}$/, String(serial(first.code) + 2).padStart(4, '0')),
  );
});

it('takes an open wish that nobody claims', async () => {
  const wishId = await aWishThatIs('open', town.functions, town.cast);
  const order = await anOrder(town, { wishId });
  const wish = await wishOf(town, wishId);
  expect(wish).toMatchObject({ status: 'coordinating', dueAt: order.dueAt, holder: { role: 'department' } });
  expect(wish.claimer).toBeUndefined();
});

it('answers the requests of the claimer that it makes needless', async () => {
  const { functions, cast } = town;
  const wishId = await aWishThatIs('claimed', functions, cast);
  await functions.call('wish.askHelp', { id: wishId, reason: '要建设部门换灯' }, cast.member.token);
  await functions.call(
    'wish.askPause',
    { id: wishId, reason: '等部门答复', resumeOn: '2021-07-20' },
    cast.member.token,
  );
  await anOrder(town, { wishId });
  const wish = await wishOf(town, wishId);
  expect([wish.helpRequest, wish.pauseRequest]).toEqual([undefined, undefined]);
});

it('makes the second department a helper, and keeps the term of the lead', async () => {
  const lead = await anOrder(town);
  const helper = await anOrder(town, { wishId: lead.wish.id, departmentId: 'd2', dueDays: 20 });
  expect(helper.role).toBe('helper');
  const wish = await wishOf(town, lead.wish.id);
  expect(wish).toMatchObject({ dueAt: lead.dueAt });
  expect(wish.orders.map(({ department, role }) => [department, role])).toEqual([
    ['民政办', 'lead'],
    ['建设局', 'helper'],
  ]);
});

it('refuses a second lead, and the same department twice', async () => {
  const { wish } = await anOrder(town);
  expect(await issue({ wishId: wish.id, departmentId: 'd2', role: 'lead' })).toMatchObject({
    error: {
      code: 'WRONG_STATE',
      message: expect.stringContaining('已有主办部门') as string,
      details: { status: 'coordinating', holder: 'department' },
    },
  });
  for (const role of [undefined, 'helper', 'lead']) {
    expect(await issue({ wishId: wish.id, ...(role ? { role } : {}) })).toMatchObject({ error: { code: 'DUPLICATE' } });
  }
});

it('lets a helper begin, and the lead follow', async () => {
  const helper = await anOrder(town, { role: 'helper', dueDays: 3 });
  expect(await wishOf(town, helper.wish.id)).toMatchObject({ dueAt: helper.dueAt });
  const lead = await anOrder(town, { wishId: helper.wish.id, departmentId: 'd2' });
  expect(lead.role).toBe('lead');
  expect(await wishOf(town, helper.wish.id)).toMatchObject({ dueAt: lead.dueAt });
});

it('refuses what is wrong with the order, field by field', async () => {
  const wishId = await aWishThatIs('claimed', town.functions, town.cast);
  const wrong = [
    [{ departmentId: 'd9' }, 'departmentId'],
    [{ dueDays: 0 }, 'dueDays'],
    [{ dueDays: 67 }, 'dueDays'],
    [{ dueDays: 1.5 }, 'dueDays'],
    [{ reason: '' }, 'reason'],
    [{ role: 'chief' }, 'role'],
  ] as const;
  for (const [set, field] of wrong) {
    const answer = await issue({ wishId, ...set });
    expect(answer).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { [field]: expect.any(String) as string } },
    });
  }
  expect(await wishOf(town, wishId)).toMatchObject({ status: 'claimed', orders: [] });
});

it.each(['submitted', 'needInfo', 'fulfilled', 'closed'] as const)('refuses a wish that is %s', async (status) => {
  const wishId = await aWishThatIs(status, town.functions, town.cast);
  expect(await issue({ wishId })).toMatchObject({ error: { code: 'WRONG_STATE', details: { status } } });
});

it('is the presidium’s alone', async () => {
  const { functions, cast } = town;
  const wishId = await aWishThatIs('claimed', functions, cast);
  const data = { wishId, departmentId: 'd1', dueDays: 7, reason: '路灯由建设部门负责维修' };
  for (const who of ['resident', 'member', 'liaison', 'department', 'admin'] as const) {
    expect(await functions.refusal('order.issue', data, cast[who].token)).toBe('FORBIDDEN');
  }
  expect(await issue({ wishId: 'nothing' })).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

it('gives a wish to one of two leads at once', async () => {
  const wishId = await aWishThatIs('claimed', town.functions, town.cast);
  const answers = await Promise.all(['d1', 'd2'].map((departmentId) => issue({ wishId, departmentId, role: 'lead' })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))).toEqual(['WRONG_STATE']);
  expect((await wishOf(town, wishId)).orders).toHaveLength(1);
});

it('tells who moved the wish meanwhile, and writes no order', async () => {
  const { functions, cast } = town;
  const wishId = await aWishThatIs('claimed', functions, cast);
  const [noted, issued] = await Promise.all([
    functions.send('wish.progress', { id: wishId, note: '去看过了' }, cast.member.token),
    issue({ wishId }),
  ]);
  const [refused] = [noted, issued].flatMap((answer) => (answer.ok ? [] : [answer.error]));
  expect([noted, issued].some(({ ok }) => ok)).toBe(true);
  if (refused) expect(refused).toMatchObject({ code: 'WRONG_STATE', details: { who: expect.any(String) as string } });
  expect((await wishOf(town, wishId)).orders).toHaveLength(issued.ok ? 1 : 0);
});

it('counts working days over the holiday, with the days that make up for it', async () => {
  // 2026: 1–7 October are off, Saturday the 10th is worked on.
  const eve = moveTo(town, new Date('2026-09-30T02:00:00Z'));
  const { signBy, returnBy, dueAt } = await anOrder(eve, { dueDays: 7 });
  expect({ signBy, returnBy, dueAt }).toEqual({
    signBy: '2026-10-08T15:59:59.999Z',
    returnBy: '2026-10-10T15:59:59.999Z',
    dueAt: '2026-10-15T15:59:59.999Z',
  });
});

it('follows the town’s own days off', async () => {
  const before = await settings.get();
  await settings.save({ ...before, daysOff: ['2021-07-02'], daysOn: ['2021-07-03'] });
  const { signBy, returnBy } = await anOrder(town);
  await settings.save(before);
  expect([signBy, returnBy]).toEqual(['2021-07-03T15:59:59.999Z', '2021-07-06T15:59:59.999Z']);
});

it('is on record with whom it was issued by', async () => {
  const { id } = await anOrder(town);
  expect((await orderOf(town, id)).timeline).toEqual([
    { at: '2021-07-01T02:00:00.000Z', who: '主席团 镇人大办', what: '交办' },
  ]);
});
