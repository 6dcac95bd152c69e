import { orderStatuses, type OrderStatus } from '../../../domain/order';
import { orderMoves, type OrderMove } from '../../../domain/order-moves';
import { anAnswer, anOrderThatIs, anOrderTown, type OrderCast, type OrderTown } from './cast';

let town: OrderTown;
/** One order in each status, which nothing here moves. */
let resting: Record<OrderStatus, string>;
beforeAll(async () => {
  town = await anOrderTown();
  const walked: [OrderStatus, string][] = [];
  for (const status of orderStatuses) walked.push([status, await anOrderThatIs(status, town)]);
  resting = Object.fromEntries(walked) as Record<OrderStatus, string>;
});
afterAll(() => town.functions.close());

type Who = keyof OrderCast;
type CalledMove = Exclude<OrderMove, 'drop' | 'close'>;

interface Case {
  who: Who;
  action: string;
  data: Record<string, unknown>;
  /** Brings an order of the right status to where the move's guard lets it through. */
  ready?: (id: string) => Promise<unknown>;
  then?: Record<string, unknown>;
}

const askExtension = (id: string) =>
  town.functions.call('order.extend', { id, days: 5, reason: '材料还没有到' }, town.cast.department.token);

const cases: Record<CalledMove, Case> = {
  accept: { who: 'department', action: 'accept', data: {} },
  return: { who: 'department', action: 'return', data: { reason: '不属于本部门职责' } },
  agreeReturn: { who: 'presidium', action: 'settleReturn', data: { agree: true } },
  refuseReturn: { who: 'presidium', action: 'settleReturn', data: { agree: false, reason: '属于本部门职责' } },
  askExtension: {
    who: 'department',
    action: 'extend',
    data: { days: 5, reason: '材料还没有到' },
    then: { extension: { days: 5, reason: '材料还没有到', askedAt: '2021-07-01T02:00:00.000Z', state: 'asked' } },
  },
  grantExtension: {
    who: 'presidium',
    action: 'extend',
    data: {},
    ready: askExtension,
    then: { dueAt: '2021-07-19T15:59:59.999Z', extension: expect.objectContaining({ state: 'granted' }) as unknown },
  },
  refuseExtension: {
    who: 'presidium',
    action: 'refuseExtension',
    data: { reason: '群众等得急' },
    ready: askExtension,
    then: { dueAt: '2021-07-12T15:59:59.999Z', extension: expect.objectContaining({ state: 'refused' }) as unknown },
  },
  meet: {
    who: 'department',
    action: 'meet',
    data: { stage: 'before', note: '到现场看了路灯' },
    then: { meetings: [{ stage: 'before', at: '2021-07-01T02:00:00.000Z', note: '到现场看了路灯' }] },
  },
  answer: {
    who: 'department',
    action: 'answer',
    data: anAnswer,
    then: { answer: { ...anAnswer, at: '2021-07-01T02:00:00.000Z', who: '民政办' } },
  },
  rate: { who: 'presidium', action: 'rate', data: { rating: 'fair' }, then: { rating: 'fair' } },
  redo: {
    who: 'presidium',
    action: 'rate',
    data: { rating: 'unsatisfied', reason: '灯还是不亮' },
    then: { redoCount: 1, dueAt: '2021-07-07T15:59:59.999Z' },
  },
  file: { who: 'presidium', action: 'file', data: {} },
  urge: { who: 'presidium', action: 'urge', data: { reason: '请抓紧办理' }, then: { urges: 1 } },
  cancel: { who: 'presidium', action: 'cancel', data: { reason: '已由村里解决' } },
};

const named = Object.entries(cases) as [CalledMove, Case][];
const fits = (move: CalledMove, status: OrderStatus): boolean =>
  (orderMoves[move].from as readonly OrderStatus[]).includes(status);

describe.each(named)('%s', (move, { who, action, data, ready, then = {} }) => {
  const { from, to, line } = orderMoves[move];

  it.each([...from])(`is made by its own from %s`, async (status) => {
    const { call } = town.functions;
    const id = await anOrderThatIs(status, town);
    await ready?.(id);
    const before = (await call('order.get', { id }, town.cast.presidium.token)).order;
    const envelope = await town.functions.send(`order.${action}`, { id, ...data }, town.cast[who].token);
    expect(envelope).toMatchObject({
      ok: true,
      data: {
        order: {
          status: to ?? status,
          rev: before.rev + 1,
          timeline: [...before.timeline, expect.objectContaining({ what: line, at: '2021-07-01T02:00:00.000Z' })],
          ...then,
        },
      },
    });
  });

  it('is refused from every other status, with who moved last', async () => {
    for (const status of orderStatuses.filter((other) => !fits(move, other))) {
      const id = resting[status];
      const envelope = await town.functions.send(`order.${action}`, { id, ...data }, town.cast[who].token);
      expect({ status, envelope }).toMatchObject({
        envelope: { error: { code: 'WRONG_STATE', details: { status, who: expect.any(String) as string } } },
      });
    }
  });

  it('is refused to everybody else', async () => {
    const id = await anOrderThatIs(from[0], town);
    await ready?.(id);
    const judges: Who[] = orderMoves[move].actor === 'judge' ? ['member'] : [];
    const allowed = new Set<Who>([who, ...judges]);
    // One who is of both offices may do what a department or the presidium does, but not settle their own asking.
    const everybody = Object.keys(town.cast) as Who[];
    const others = everybody.filter((person) => !allowed.has(person) && person !== 'both');
    const codes: Record<string, string> = {};
    for (const person of others) {
      codes[person] = await town.functions.refusal(`order.${action}`, { id, ...data }, town.cast[person].token);
    }
    // `extend` asks when a department calls and consents when the presidium does: the wrong one of both is too early.
    const offices: Who[] = action === 'extend' ? ['department', 'presidium'] : [];
    const expected = others.map((person) => [person, offices.includes(person) ? 'WRONG_STATE' : 'FORBIDDEN']);
    expect(codes).toEqual(Object.fromEntries(expected));
    expect(await town.functions.refusal(`order.${action}`, { id, ...data })).toBe('UNAUTHENTICATED');
  });
});

it('lets nobody settle, consent to or rate what their own department asked or answered', async () => {
  const { refusal } = town.functions;
  const { token } = town.cast.both;
  const returned = await anOrderThatIs('returnRequested', town);
  const answered = await anOrderThatIs('answered', town);
  const asked = await anOrderThatIs('accepted', town);
  await askExtension(asked);
  expect(await refusal('order.settleReturn', { id: returned, agree: true }, token)).toBe('FORBIDDEN');
  expect(await refusal('order.rate', { id: answered, rating: 'satisfied' }, token)).toBe('FORBIDDEN');
  expect(await refusal('order.refuseExtension', { id: asked, reason: '不用延期' }, token)).toBe('FORBIDDEN');
  expect(await refusal('order.extend', { id: asked }, token)).toBe('WRONG_STATE');
});

it('names what a caller may do next', async () => {
  const { call } = town.functions;
  const { department, presidium, member, liaison } = town.cast;
  const allowedTo = async (id: string, { token }: { token: string }) =>
    (await call('order.get', { id }, token)).order.allowed;
  const issued = await anOrderThatIs('issued', town);
  const answered = await anOrderThatIs('answered', town);
  expect(await allowedTo(issued, department)).toEqual(['accept', 'return']);
  expect(await allowedTo(issued, presidium)).toEqual(['urge', 'cancel']);
  expect(await allowedTo(answered, department)).toEqual(['meet']);
  expect(await allowedTo(answered, presidium)).toEqual(['rate', 'cancel']);
  expect(await allowedTo(answered, member)).toEqual(['rate']);
  expect(await allowedTo(answered, liaison)).toEqual([]);
});

it.each(['accept', 'answer', 'cancel', 'rate'] as const)('has one winner of two who %s at once', async (move) => {
  const { who, action, data } = cases[move];
  const id = await anOrderThatIs(orderMoves[move].from[0], town);
  const { token } = town.cast[who];
  const answers = await Promise.all([1, 2].map(() => town.functions.send(`order.${action}`, { id, ...data }, token)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))).toEqual(['WRONG_STATE']);
  const { order } = await town.functions.call('order.get', { id }, town.cast.presidium.token);
  expect(order.timeline.filter(({ what }) => what === orderMoves[move].line)).toHaveLength(1);
});

it('tells who was quicker when two urge at once, and counts one', async () => {
  const id = await anOrderThatIs('issued', town);
  const { token } = town.cast.presidium;
  const answers = await Promise.all([1, 2].map(() => town.functions.send('order.urge', { id }, token)));
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2 - refused.length);
  for (const error of refused) {
    expect(error).toMatchObject({ code: 'WRONG_STATE', details: { who: '主席团 镇人大办' } });
    expect(error.message).toContain('更新了这件交办单（督办），请刷新后再操作');
  }
  const { order } = await town.functions.call('order.get', { id }, token);
  expect(order.urges).toBe(2 - refused.length);
});
