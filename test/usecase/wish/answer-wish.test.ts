import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { order } from '../../../cloudfunctions/order/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import * as orders from '../../../cloudfunctions/store/orders';
import * as wishes from '../../../cloudfunctions/store/wishes';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, theMember, toldTo } from '../../support/stored-wishes';
import { aCast, aResident, aTown, aWish, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, notice, order, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

const explanation = '王小红家这条路列入明年的改造项目，今年先补坑';
const planned = { closeClass: 'C', explanation, way: 'visit', followUpOn: '2022-03-01' } as const;
const limited = { closeClass: 'D', explanation, way: 'phone' } as const;
const aClaimed = () =>
  aStoredWish(functions, 'claimed', { claimer: theMember(functions), submitterId: cast.resident.accountId });
const answer = (id: string, set: object, { token } = cast.presidium) =>
  functions.send('wish.answer', { id, ...set }, token);

it('says that it is planned, when it is looked at again, and how the wisher was told', async () => {
  const id = await aClaimed();
  expect(await answer(id, planned)).toMatchObject({
    data: {
      wish: {
        status: 'answered',
        closeClass: 'C',
        holder: { role: 'none' },
        explanation: { text: explanation, way: 'visit', at: '2021-07-01T02:00:00.000Z' },
        followUpOn: '2022-02-28T16:00:00.000Z',
        claimer: { name: '周建平' },
      },
    },
  });
  expect(await wishes.get(id)).toMatchObject({
    endedAt: functions.clock.now,
    plan: { kind: 'planned', desk: 'presidium' },
  });
  for (const who of [cast.resident, cast.member, cast.liaison]) {
    expect(await toldTo(functions, who, id)).toContain(explanation);
  }
  const publicly = await functions.call('wish.get', { id });
  expect(publicly.wish.explanation?.text).toBe('某某家这条路列入明年的改造项目，今年先补坑');
  expect(await functions.refusal('wish.reveal', { id, why: '再看一眼' }, cast.member.token)).toBe('FORBIDDEN');
});

it('ends the orders and tells the wisher of a merged wish, without the other’s name', async () => {
  const id = await aClaimed();
  const other = await aResident(functions);
  const { wish: also } = await functions.call('wish.submit', aWish({ alsoOf: id }), other.token);
  const issue = { wishId: id, departmentId: 'd1', dueDays: 15, reason: '需要安装路灯' };
  await functions.call('order.issue', issue, cast.presidium.token);
  expect(await answer(id, limited)).toMatchObject({ data: { wish: { status: 'answered', closeClass: 'D' } } });
  expect(await orders.listByWish(id)).toMatchObject([{ status: 'cancelled' }]);
  const told = await toldTo(functions, other, also.id);
  expect(told).toContain('某某家这条路列入明年');
  expect(await wishes.get(also.id)).toMatchObject({ status: 'merged', master: { status: 'answered' } });
});

it.each([
  ['planned for no day', { ...planned, followUpOn: undefined }],
  ['planned for today', { ...planned, followUpOn: '2021-07-01' }],
  ['planned for yesterday', { ...planned, followUpOn: '2021-06-30' }],
  ['limited, and yet planned', { ...limited, followUpOn: '2022-03-01' }],
])('refuses what is %s', async (_what, set) => {
  const id = await aClaimed();
  expect(await answer(id, JSON.parse(JSON.stringify(set)) as object)).toMatchObject({
    error: { code: 'INVALID_INPUT', details: { followUpOn: expect.any(String) } },
  });
});

it('is the presidium’s alone', async () => {
  const id = await aClaimed();
  for (const who of [cast.resident, cast.member, cast.liaison, cast.admin, cast.department]) {
    expect(await answer(id, limited, who)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  }
});

it.each(['submitted', 'paused', 'fulfilled', 'closed'] as const)('refuses a wish that is %s', async (status) => {
  expect(await answer(await aStoredWish(functions, status), limited)).toMatchObject({ error: { code: 'WRONG_STATE' } });
});

it('lets one of two at once decide', async () => {
  const id = await aClaimed();
  const answers = await Promise.all([
    answer(id, limited),
    functions.send('wish.fulfil', { id, note: '路灯已经修好', outcomes: [] }, cast.member.token),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});
