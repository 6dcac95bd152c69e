import type { Input, Output } from '../../../contract/contract';
import { aWish, aWishThatIs, type Person } from '../../support/town';
import { anOrderTown, type OrderTown } from '../order/cast';

let town: OrderTown;
const START = Date.UTC(2026, 5, 1, 2);
const hours = (after: number): Date => new Date(START + after * 3_600_000);

beforeEach(async () => {
  town = await anOrderTown(hours(0));
});
afterEach(() => town.functions.close());

type Queue = Output<'wish.queue'>['items'];
const queue = async (who: Person, data: Input<'wish.queue'> = {}): Promise<Queue> =>
  (await town.functions.call('wish.queue', data, who.token)).items;
const kinds = async (who: Person, data: Input<'wish.queue'> = {}) => (await queue(who, data)).map(({ kind }) => kind);
const counts = (who: Person) => town.functions.call('wish.queueCount', {}, who.token);

it('lays each wish on the desk of whoever has to act, and takes it off when they have', async () => {
  const { functions, cast } = town;
  const id = await aWishThatIs('submitted', functions, cast);
  expect(await kinds(cast.liaison)).toEqual(['review']);
  expect(await kinds(cast.member)).toEqual([]);
  await functions.call('wish.review', { id, decision: 'publish' }, cast.liaison.token);
  expect(await kinds(cast.liaison)).toEqual(['assign']);
  await functions.call('wish.claim', { id }, cast.member.token);
  expect(await kinds(cast.liaison)).toEqual([]);
  expect(await kinds(cast.member)).toEqual(['contact']);
  const [task] = await queue(cast.member);
  expect(task).toMatchObject({ id: `wish:${id}`, wishId: id, code: 'CJ-2026-0001', village: '刘胜村', late: false });
  expect(await kinds(cast.otherLiaison)).toEqual([]);
});

it('asks the submitter for what is missing', async () => {
  const { functions, cast } = town;
  await aWishThatIs('needInfo', functions, cast);
  expect(await kinds(cast.resident)).toEqual(['supply']);
});

it('shows the most late first and says what is late', async () => {
  const { functions, cast } = town;
  for (const at of [30, 0, 20]) {
    functions.clock.now = hours(at);
    await aWishThatIs('submitted', functions, cast, { content: `第 ${at} 小时提交的心愿` });
  }
  functions.clock.now = hours(0);
  const [first] = await queue(cast.liaison);
  functions.clock.now = new Date(Date.parse(first?.actBy ?? '') + 1);
  const tasks = await queue(cast.liaison);
  expect(tasks.map(({ content }) => content)).toEqual([0, 20, 30].map((at) => `第 ${at} 小时提交的心愿`));
  expect(tasks.map(({ late }) => late)).toEqual([true, false, false]);
  expect(await counts(cast.liaison)).toEqual({ waiting: 3, late: 1 });
});

it('holds orders and wishes together, and narrows by kind', async () => {
  const { functions, cast } = town;
  const [first, second] = [
    await aWishThatIs('claimed', functions, cast, { content: '请打 13712345678，门前的路坏了' }),
    await aWishThatIs('claimed', functions, cast),
  ];
  await functions.call('wish.askHelp', { id: second, reason: '需要建设局出面' }, cast.member.token);
  const { order } = await functions.call(
    'order.issue',
    { wishId: first, departmentId: 'd2', dueDays: 5, reason: '请修路' },
    cast.presidium.token,
  );
  const [signing] = await queue(cast.builders);
  expect(signing).toMatchObject({ id: `order:${order.id}`, orderId: order.id, wishId: first, kind: 'sign' });
  expect(signing).toMatchObject({ code: order.code, content: '请打 137****5678，门前的路坏了' });
  expect(signing?.claimer).toBeDefined();
  expect(await kinds(cast.farming)).toEqual([]);
  await functions.call('order.accept', { id: order.id }, cast.builders.token);
  await functions.call(
    'order.answer',
    { id: order.id, text: '路已经修好，请验收', closeClass: 'A' },
    cast.builders.token,
  );
  expect(await kinds(cast.builders)).toEqual([]);
  expect([...(await kinds(cast.presidium))].sort()).toEqual(['help', 'rateOrder']);
  expect(await kinds(cast.presidium, { kind: 'rateOrder' })).toEqual(['rateOrder']);
  expect(await kinds(cast.presidium, { kind: 'help' })).toEqual(['help']);
  expect(await kinds(cast.presidium, { kind: 'review' })).toEqual([]);
});

it('keeps from the liaison what they may not judge themselves, in the list and in the counts', async () => {
  const { functions, cast } = town;
  const { call } = functions;
  const written = aWish({ channel: 'homeVisit', content: '替老人写下的心愿' });
  await call('wish.submit', written, cast.liaison.token);
  const own = (await call('wish.submit', aWish({ channel: 'self', content: '自己的心愿' }), cast.liaison.token)).wish
    .id;
  expect(await kinds(cast.liaison)).toEqual([]);
  expect(await counts(cast.liaison)).toEqual({ waiting: 0, late: 0 });
  const finished = await aWishThatIs('fulfilled', functions, cast, { content: '别人的心愿' });
  await call('wish.review', { id: own, decision: 'publish' }, cast.presidium.token);
  await call('wish.claim', { id: own }, cast.member.token);
  await call('wish.fulfil', { id: own, note: '已经办好了', outcomes: [] }, cast.member.token);
  expect((await queue(cast.liaison)).map(({ wishId, kind }) => [wishId, kind])).toEqual([[finished, 'callBack']]);
  const claimedByLiaison = await aWishThatIs('open', functions, cast, { content: '联络员认领的心愿' });
  await call('wish.claim', { id: claimedByLiaison }, cast.liaison.token);
  await call('wish.fulfil', { id: claimedByLiaison, note: '已经办好了', outcomes: [] }, cast.liaison.token);
  expect((await queue(cast.liaison)).map(({ wishId }) => wishId)).toEqual([finished]);
});

it('counts up to 99, wishes and orders together', async () => {
  const { functions, cast } = town;
  for (let index = 0; index < 101; index++) await aWishThatIs('submitted', functions, cast);
  expect(await counts(cast.liaison)).toEqual({ waiting: 99, late: 0 });
  functions.clock.now = hours(24 * 30);
  expect(await counts(cast.liaison)).toEqual({ waiting: 99, late: 99 });
});

it('goes on page by page among tasks of the same moment', async () => {
  const { functions, cast } = town;
  for (let index = 0; index < 7; index++) await aWishThatIs('submitted', functions, cast);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page: Output<'wish.queue'> = await functions.call(
      'wish.queue',
      { limit: 2, ...(cursor ? { cursor } : {}) },
      cast.liaison.token,
    );
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toHaveLength(7);
  expect(seen).toEqual([...new Set(seen)].sort());
});

it('is for those who have signed in, and refuses what is no place in it', async () => {
  const { functions, cast } = town;
  expect(await functions.refusal('wish.queue', {})).toBe('UNAUTHENTICATED');
  expect(await functions.refusal('wish.queueCount', {})).toBe('UNAUTHENTICATED');
  expect(await functions.refusal('wish.queue', { kind: 'nothing' }, cast.member.token)).toBe('INVALID_INPUT');
  expect(await functions.refusal('wish.queue', { cursor: 'nonsense' }, cast.member.token)).toBe('INVALID_INPUT');
});
