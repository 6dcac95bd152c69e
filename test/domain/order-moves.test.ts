import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { lacksMeasure, orderStatuses, redoDays, wishTermsOf, type Order, type OrderStatus } from '../../domain/order';
import { orderReminders, orderTaskOf } from '../../domain/order-desk';
import {
  allowedOrderActions,
  checkOrderMove,
  maySeeOrder,
  mayMoveOrder,
  orderMoves,
  type OrderMove,
} from '../../domain/order-moves';

const now = new Date('2021-07-05T02:00:00Z');
const anOrder = (set: Partial<Order> = {}): Order => ({
  id: 'o1',
  status: 'issued',
  statusSince: new Date('2021-07-01T02:00:00Z'),
  role: 'lead',
  wishId: 'w1',
  departmentId: 'd1',
  issuedAt: new Date('2021-07-01T02:00:00Z'),
  signBy: new Date('2021-07-02T15:59:59.999Z'),
  returnBy: new Date('2021-07-06T15:59:59.999Z'),
  dueAt: new Date('2021-07-12T15:59:59.999Z'),
  redoCount: 0,
  claimerId: 'r1',
  last: { who: '主席团 镇人大办', what: '交办', at: new Date('2021-07-01T02:00:00Z') },
  ...set,
});
const asked = { days: 5, reason: '材料还没有到', askedAt: now, state: 'asked' as const };

const people = {
  department: { accountId: 'a', name: '民政办', roles: ['department'], departmentId: 'd1' },
  otherDepartment: { accountId: 'b', name: '建设局', roles: ['department'], departmentId: 'd2' },
  presidium: { accountId: 'c', name: '镇人大办', roles: ['presidium'] },
  claimer: { accountId: 'd', name: '周建平', roles: ['representative'], representativeId: 'r1', groupId: 'g1' },
  liaison: { accountId: 'e', name: '陈志明', roles: ['liaison'], representativeId: 'r2', groupId: 'g1' },
  otherLiaison: { accountId: 'f', name: '顾秀英', roles: ['liaison'], representativeId: 'r3', groupId: 'g2' },
  admin: { accountId: 'g', name: '系统管理员', roles: ['admin'] },
  /** Left the department: the role is gone, the name of the department still stands. */
  former: { accountId: 'h', name: '老民政', roles: ['resident'], departmentId: 'd1' },
} as const satisfies Record<string, Caller>;
type Who = keyof typeof people;

const may: Record<OrderMove, { from: OrderStatus[]; who: Who[]; set?: Partial<Order> }> = {
  accept: { from: ['issued'], who: ['department'] },
  return: { from: ['issued', 'accepted'], who: ['department'] },
  agreeReturn: { from: ['returnRequested'], who: ['presidium'] },
  refuseReturn: { from: ['returnRequested'], who: ['presidium'] },
  askExtension: { from: ['accepted'], who: ['department'] },
  grantExtension: { from: ['accepted'], who: ['presidium'], set: { extension: asked } },
  refuseExtension: { from: ['accepted'], who: ['presidium'], set: { extension: asked } },
  meet: { from: ['accepted', 'answered'], who: ['department'] },
  answer: { from: ['accepted'], who: ['department'] },
  rate: { from: ['answered'], who: ['presidium', 'claimer'] },
  redo: { from: ['answered'], who: ['presidium', 'claimer'] },
  file: { from: ['rated'], who: ['presidium'] },
  urge: { from: ['issued', 'accepted', 'returnRequested'], who: ['presidium'] },
  cancel: { from: ['issued', 'accepted', 'returnRequested', 'answered'], who: ['presidium'] },
  drop: { from: ['issued', 'accepted', 'returnRequested'], who: [] },
  close: { from: ['answered', 'rated'], who: [] },
};

const codeOf = (act: () => void): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'OK';
};

describe.each(Object.keys(orderMoves) as OrderMove[])('%s', (move) => {
  const { from, who, set = {} } = may[move];
  it.each(orderStatuses)('is made from %s by those it belongs to, and by nobody else', (status) => {
    const order = anOrder({ status, ...set });
    for (const [person, caller] of Object.entries(people) as [Who, Caller][]) {
      const expected = !who.includes(person) ? 'FORBIDDEN' : from.includes(status) ? 'OK' : 'WRONG_STATE';
      expect([person, codeOf(() => checkOrderMove(move, order, caller, now))]).toEqual([person, expected]);
      expect(mayMoveOrder(move, order, caller, now)).toBe(expected === 'OK');
    }
  });
});

it('lets a department give back within three working days and once', () => {
  const late = new Date('2021-07-06T16:00:00Z');
  expect(mayMoveOrder('return', anOrder(), people.department, new Date('2021-07-06T15:59:59.999Z'))).toBe(true);
  expect(mayMoveOrder('return', anOrder(), people.department, late)).toBe(false);
  const refused = anOrder({ returnRequest: { at: now, reason: '不属于本部门职责' } });
  expect(mayMoveOrder('return', refused, people.department, now)).toBe(false);
});

it.each(['asked', 'granted', 'refused'] as const)('extends once: not after one that is %s', (state) => {
  const order = anOrder({ status: 'accepted', extension: { ...asked, state } });
  expect(mayMoveOrder('askExtension', order, people.department, now)).toBe(false);
  expect(mayMoveOrder('grantExtension', order, people.presidium, now)).toBe(state === 'asked');
  expect(allowedOrderActions(order, people.presidium, now)).toEqual(
    state === 'asked' ? ['extend', 'refuseExtension', 'urge', 'cancel'] : ['urge', 'cancel'],
  );
});

it('lets nobody rate their own answer, though they follow the wish or sit in the presidium', () => {
  const order = anOrder({ status: 'answered' });
  const inBoth: Caller = { ...people.department, roles: ['department', 'presidium'] };
  const following: Caller = { ...people.claimer, roles: ['representative', 'department'], departmentId: 'd1' };
  for (const caller of [inBoth, following]) {
    expect(codeOf(() => checkOrderMove('rate', order, caller, now))).toBe('FORBIDDEN');
  }
});

it('says where the order is, who moved last and when', () => {
  const move = (status: OrderStatus) => () => checkOrderMove('file', anOrder({ status }), people.presidium, now);
  expect(move('issued')).toThrow('这件交办单目前是“待签收”（7月1日 10:00 主席团 镇人大办：交办），不能进行这项操作');
  const holders = orderStatuses.flatMap((status) => {
    try {
      move(status)();
      return [];
    } catch (error) {
      return error instanceof DomainError ? [[status, error.refusal.details?.holder]] : [];
    }
  });
  expect(Object.fromEntries(holders)).toEqual({
    issued: 'department',
    accepted: 'department',
    returnRequested: 'presidium',
    answered: 'presidium',
    filed: 'none',
    returned: 'none',
    cancelled: 'none',
  });
});

it('is seen by its department, the presidium, the 跟踪代表 and the liaison of the group', () => {
  const order = { ...anOrder(), groupId: 'g1' };
  const seeing = Object.entries(people).filter(([, caller]) => maySeeOrder(order, caller));
  expect(seeing.map(([person]) => person)).toEqual(['department', 'presidium', 'claimer', 'liaison']);
});

it('shows the term and the holder of the lead, and without one of the slowest helper', () => {
  const [early, late] = [new Date('2021-07-08'), new Date('2021-07-12')];
  const lead = { role: 'lead', status: 'answered', dueAt: early } as const;
  const helper = { role: 'helper', status: 'accepted', dueAt: late } as const;
  expect(wishTermsOf([helper, lead])).toEqual({ dueAt: early, holder: 'presidium' });
  expect(wishTermsOf([helper, { ...helper, status: 'answered', dueAt: early }])).toEqual({
    dueAt: late,
    holder: 'department',
  });
  expect(wishTermsOf([])).toBeNull();
});

it('wants measure and time where a wish is not solved yet, in twenty characters at least', () => {
  const short = '正在办理，请等候一段时间。';
  expect((['A', 'B', 'C', 'D'] as const).map((code) => lacksMeasure(code, short))).toEqual([false, true, true, false]);
  expect(lacksMeasure('B', '已列入八月的维修计划，由建设局在八月底以前换灯。')).toBe(false);
});

it('gives half the time for what is done again, rounded up', () => {
  expect([1, 2, 7, 66].map(redoDays)).toEqual([1, 1, 4, 33]);
});

it('lies on one desk while anything is to be done, and on none after', () => {
  const desks = orderStatuses.map((status) => [status, orderTaskOf(anOrder({ status }))?.desk ?? null]);
  expect(Object.fromEntries(desks)).toEqual({
    issued: 'department:d1',
    accepted: 'department:d1',
    returnRequested: 'presidium',
    answered: 'presidium',
    rated: 'presidium',
    filed: null,
    returned: null,
    cancelled: null,
  });
  expect(orderTaskOf(anOrder({ status: 'accepted', extension: asked }))).toEqual({
    desk: 'presidium',
    kind: 'settleExtension',
    actBy: new Date('2021-07-07T02:00:00Z'),
  });
});

it('reminds in the order of time, and of nothing once it is over', () => {
  for (const status of orderStatuses) {
    const times = orderReminders(anOrder({ status })).map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.length > 0).toBe(['issued', 'accepted', 'returnRequested', 'answered'].includes(status));
  }
});
