import { account } from '../../../cloudfunctions/account/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as representatives from '../../../cloudfunctions/store/representatives';
import { aStoredWish, theMember } from '../../support/stored-wishes';
import { aCast, aRepresentative, aTown, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterEach(() => {
  functions.clock.now = new Date('2021-07-01T02:00:00Z');
});
afterAll(() => functions.close());

const health = { category: 'health', content: '老人行动不便，想请人上门量血压' } as const;

beforeAll(() => {
  const doctor = { occupation: '卫生室医生', strengths: ['医疗健康', '义诊'] };
  const people = [
    aRepresentative(functions, {
      _id: 'near',
      name: '丁银山',
      groupId: 'g1',
      order: 20,
      ...doctor,
      villages: ['刘胜村'],
    }),
    aRepresentative(functions, { _id: 'far', name: '朱秀英', groupId: 'g2', order: 21, ...doctor }),
    aRepresentative(functions, { _id: 'gone', name: '高学军', groupId: 'g1', order: 22, ...doctor, active: false }),
    aRepresentative(functions, { _id: 'smith', name: '曾长根', groupId: 'g2', order: 23, strengths: ['水电维修'] }),
  ];
  return inTransaction((tx) => representatives.replaceAll(people, tx));
});
const suggest = async (id: string) => (await functions.call('wish.suggest', { id }, cast.liaison.token)).items;

it('names five at most with the reason: who is good at it, from anywhere, then the own group', async () => {
  const id = await aStoredWish(functions, 'open', health);
  const items = await suggest(id);
  expect(items).toHaveLength(5);
  expect(items.slice(0, 2)).toEqual([
    {
      id: 'near',
      name: '丁银山',
      groupName: '江东代表小组',
      inHand: 0,
      reason: '擅长医疗健康、义诊；职业为卫生室医生；联系刘胜村；手上 0 件',
    },
    {
      id: 'far',
      name: '朱秀英',
      groupName: '江西代表小组',
      inHand: 0,
      reason: '擅长医疗健康、义诊；职业为卫生室医生；手上 0 件',
    },
  ]);
  expect(items[2]).toMatchObject({ groupName: '江东代表小组', reason: '本小组代表；手上 0 件' });
  expect(items.map(({ id }) => id)).not.toContain('gone');
});

it('leaves out the claimer, those who take part or have declined, and the wisher', async () => {
  const far = {
    representativeId: 'far',
    name: '朱秀英',
    part: 'goods',
    note: '药箱',
    at: functions.clock.now,
  } as const;
  const id = await aStoredWish(functions, 'claimed', {
    ...health,
    claimer: theMember(functions, { representativeId: 'near' }),
    declinedBy: ['g1-leader'],
    helpers: [far],
    submitterId: cast.member.accountId,
  });
  expect((await suggest(id)).map((one) => one.id)).toEqual(['g1-liaison', 'g1-member2']);
});

it('puts whoever has a full hand last', async () => {
  // One more than these is claimed above.
  for (let index = 0; index < 4; index += 1) {
    await aStoredWish(functions, 'claimed', { claimer: theMember(functions, { representativeId: 'near' }) });
  }
  const items = await suggest(await aStoredWish(functions, 'open', { ...health, declinedBy: ['g1-leader'] }));
  expect(items[0]?.id).toBe('far');
  expect(items.at(-1)).toMatchObject({ id: 'near', inHand: 5, reason: expect.stringContaining('手上 5 件，已满') });
});

it('is for representatives, of wishes that they may see', async () => {
  const id = await aStoredWish(functions, 'open', health);
  await functions.call('wish.suggest', { id }, cast.otherMember.token);
  for (const who of ['resident', 'department', 'admin'] as const) {
    expect(await functions.refusal('wish.suggest', { id }, cast[who].token)).toBe('FORBIDDEN');
  }
  const submitted = await aStoredWish(functions, 'submitted', health);
  expect(await functions.refusal('wish.suggest', { id: submitted }, cast.otherMember.token)).toBe('NOT_FOUND');
});

it('reads a bounded part of a large roster', async () => {
  const crowd = Array.from({ length: 400 }, (_, index) =>
    aRepresentative(functions, {
      _id: `crowd${index}`,
      name: `代表${index}`,
      groupId: `far${index % 8}`,
      order: 1000 + index,
      strengths: index % 3 === 0 ? ['水电维修'] : ['文艺演出'],
    }),
  );
  await inTransaction((tx) => representatives.replaceAll(crowd, tx));
  const id = await aStoredWish(functions, 'open', health);
  const before = functions.examined();
  await suggest(id);
  expect(functions.examined() - before).toBeLessThan(100);
});
