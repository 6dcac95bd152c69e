import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, theMember, toldTo } from '../../support/stored-wishes';
import { aCast, aPhoto, aTown, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, notice, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterEach(() => {
  functions.clock.now = new Date('2021-07-01T02:00:00Z');
});
afterAll(() => functions.close());

const said = { way: 'phone', note: '已约好周六上门' } as const;
const at = (time: string): void => {
  functions.clock.now = new Date(time);
};

/** A wish of ten days that 周建平 has just claimed. */
async function aClaim(): Promise<string> {
  const id = await aStoredWish(functions, 'open', { category: 'care', submitterId: cast.resident.accountId });
  await functions.call('wish.claim', { id }, cast.member.token);
  return id;
}

it('counts the time anew from the contact', async () => {
  const id = await aClaim();
  at('2021-07-02T08:00:00Z');
  const photos = [await aPhoto(cast.member)];
  await functions.call('wish.contact', { id, ...said, photos }, cast.member.token);
  const { wish } = await functions.call('wish.get', { id }, cast.liaison.token);
  expect(wish).toMatchObject({
    status: 'claimed',
    dueAt: '2021-07-12T08:00:00.000Z',
    claimer: { at: '2021-07-01T02:00:00.000Z', contactedAt: '2021-07-02T08:00:00.000Z' },
    holder: { role: 'representative', since: '2021-07-01T02:00:00.000Z' },
  });
  expect(wish.timeline.at(-1)).toMatchObject({
    what: '首次联系',
    note: '电话：已约好周六上门',
    photos: [{ id: photos[0] }],
  });
  expect(await toldTo(functions, cast.resident, id)).toContain('首次联系');
});

it('lets nobody win time by making contact late', async () => {
  const id = await aClaim();
  at('2021-07-09T02:00:00Z');
  const { wish } = await functions.call('wish.contact', { id, ...said }, cast.member.token);
  expect(wish.dueAt).toBe('2021-07-13T02:00:00.000Z');
  await functions.call('wish.release', { id, reason: '出差在外' }, cast.member.token);
});

it('leaves a time that was set anew since the claim', async () => {
  const claimer = theMember(functions);
  const dueAt = new Date('2021-07-06T02:00:00Z');
  const id = await aStoredWish(functions, 'claimed', { claimer, dueAt, category: 'care' });
  const { wish } = await functions.call('wish.contact', { id, ...said }, cast.member.token);
  expect(wish.dueAt).toBe(dueAt.toISOString());
});

it('is made once; what follows is progress, and the last note is kept', async () => {
  const id = await aStoredWish(functions, 'claimed', { claimer: theMember(functions) });
  const both = await Promise.all([
    functions.send('wish.contact', { id, ...said }, cast.member.token),
    functions.send('wish.contact', { id, ...said }, cast.member.token),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({
    error: { code: 'WRONG_STATE', message: expect.stringContaining('已经登记过首次联系') },
  });
  await functions.call('wish.progress', { id, note: '材料已买好' }, cast.member.token);
  const { wish } = await functions.call('wish.get', { id });
  expect(wish.timeline.map(({ what }) => what)).toEqual(['提交', '首次联系', '办理进展']);
});

it('is the claimer’s, while the wish is in hand', async () => {
  const id = await aStoredWish(functions, 'claimed', { claimer: theMember(functions) });
  for (const who of ['resident', 'otherMember', 'liaison', 'presidium'] as const) {
    expect(await functions.refusal('wish.contact', { id, ...said }, cast[who].token)).toBe('FORBIDDEN');
  }
  const open = await aStoredWish(functions, 'open');
  expect(await functions.send('wish.contact', { id: open, ...said }, cast.member.token)).toMatchObject({
    error: { code: 'WRONG_STATE', details: { holder: 'liaison' } },
  });
});
