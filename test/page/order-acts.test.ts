import type { OrderView } from '../../contract/order';
import { whatIsMissing } from '../../src/features/act/act-spec';
import {
  confirmed,
  isConfirmed,
  orderActsOf,
  specOf,
  type OrderAct,
} from '../../src/workbench/department/order/order-acts';
import { anOrder } from './support/an-order';
import { phone } from './support/taro';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));

const departments = [{ value: 'd2', label: '公路站' }];
const askedAt = '2026-11-24T08:00:00.000Z';
const extension = { days: 5, reason: '灯具要订货', askedAt, state: 'asked' } as const;
let asked: unknown[];

beforeEach(() => {
  phone.reset();
  asked = [];
  phone.answerCalls(({ name, data }) => {
    asked.push({ name, ...(data as object) });
    return Promise.resolve({ result: { ok: true, data: { order: anOrder() } } });
  });
});

it.each<[string, Partial<OrderView>, OrderAct[]]>([
  ['somebody who only follows it is offered nothing', {}, []],
  [
    'the department signs in, or gives it back',
    { status: 'issued', allowed: ['accept', 'return'] },
    ['accept', 'return'],
  ],
  [
    'once signed in the department answers first, and may ask for more time',
    { allowed: ['return', 'extend', 'meet', 'answer'] },
    ['answer', 'meet', 'extend', 'return'],
  ],
  [
    'the presidium answers what the department asked for before anything else',
    { extension, allowed: ['extend', 'refuseExtension', 'urge', 'cancel'] },
    ['grantExtension', 'refuseExtension', 'urge', 'cancel'],
  ],
  [
    'an extension that was refused is not asked for again',
    { extension: { ...extension, state: 'refused' }, allowed: ['extend', 'answer'] },
    ['answer'],
  ],
  ['an answer is rated', { status: 'answered', allowed: ['rate', 'cancel'] }, ['rate', 'cancel']],
  ['what is rated is filed', { status: 'rated', allowed: ['file'] }, ['file']],
])('%s', (_, facts, expected) => {
  expect(orderActsOf(anOrder(facts))).toEqual(expected);
});

it('makes the calls that only need a second look', async () => {
  for (const act of ['accept', 'grantExtension', 'file'] as const) {
    expect(isConfirmed(act)).toBe(true);
    await confirmed(act).send('o1');
  }
  expect(isConfirmed('cancel')).toBe(false);
  expect(asked).toEqual([
    { name: 'order', action: 'accept', data: { id: 'o1' } },
    { name: 'order', action: 'extend', data: { id: 'o1' } },
    { name: 'order', action: 'file', data: { id: 'o1' } },
  ]);
});

it('asks why of whoever sends an answer back, and of nobody else', async () => {
  const rate = specOf('rate', anOrder({ status: 'answered' }), departments);
  expect(whatIsMissing(rate.fields, { rating: 'satisfied', redo: 'no' })).toEqual({});
  expect(Object.keys(whatIsMissing(rate.fields, { rating: 'fair', redo: 'redo' }))).toEqual(['reason']);
  expect(Object.keys(whatIsMissing(rate.fields, { rating: 'unsatisfied' }))).toEqual(['reason']);
  // Whether it is done again is not asked of who is not satisfied: it always is.
  await rate.send('o1', { rating: 'unsatisfied', redo: 'no', reason: '灯杆还是歪的' }, []);
  await rate.send('o1', { rating: 'fair', redo: 'redo', reason: '只修了一盏' }, []);
  await rate.send('o1', { rating: 'satisfied', redo: 'no', reason: '' }, []);
  expect(asked).toEqual([
    { name: 'order', action: 'rate', data: { id: 'o1', rating: 'unsatisfied', reason: '灯杆还是歪的', redo: false } },
    { name: 'order', action: 'rate', data: { id: 'o1', rating: 'fair', reason: '只修了一盏', redo: true } },
    { name: 'order', action: 'rate', data: { id: 'o1', rating: 'satisfied', redo: false } },
  ]);
});

it('settles a return in one of three ways, each with what it needs', async () => {
  const returnRequest = { at: askedAt, reason: '归公路站管养', suggest: '公路站' };
  const settle = specOf('settleReturn', anOrder({ status: 'returnRequested', returnRequest }), departments);
  expect(settle.about).toBe('归公路站管养；建议：公路站');
  expect(whatIsMissing(settle.fields, { settlement: 'takeBack' })).toEqual({});
  expect(Object.keys(whatIsMissing(settle.fields, { settlement: 'passOn' }))).toEqual(['departmentId']);
  expect(Object.keys(whatIsMissing(settle.fields, { settlement: 'refuse' }))).toEqual(['reason']);
  // A department that was chosen before minds were changed is not said.
  await settle.send('o1', { settlement: 'takeBack', departmentId: 'd2', reason: '' }, []);
  await settle.send('o1', { settlement: 'passOn', departmentId: 'd2' }, []);
  await settle.send('o1', { settlement: 'refuse', reason: '在贵局的清单上' }, []);
  expect(asked).toEqual([
    { name: 'order', action: 'settleReturn', data: { id: 'o1', agree: true } },
    { name: 'order', action: 'settleReturn', data: { id: 'o1', agree: true, departmentId: 'd2' } },
    { name: 'order', action: 'settleReturn', data: { id: 'o1', agree: false, reason: '在贵局的清单上' } },
  ]);
});
