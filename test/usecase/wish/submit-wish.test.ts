import { account } from '../../../cloudfunctions/account/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import * as media from '../../../cloudfunctions/store/media';
import * as rollups from '../../../cloudfunctions/store/rollups';
import * as wishes from '../../../cloudfunctions/store/wishes';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aPhoto, aResident, aTown, aWish, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

const submit = (set: Parameters<typeof aWish>[0], token = cast.resident.token) =>
  functions.call('wish.submit', aWish(set), token);

it('keeps a resident’s wish as their own, waiting for the group that serves the village', async () => {
  const { wish } = await submit({ team: '3 组', village: '闸西村' });
  expect(wish).toMatchObject({
    status: 'submitted',
    channel: 'self',
    village: '闸西村',
    team: '3 组',
    groupId: 'g2',
    groupName: '江西代表小组',
    wisher: '王小红',
    mine: true,
    allowed: ['withdraw'],
    mayReveal: true,
    reveals: [],
  });
  expect(wish.collectedBy).toBeUndefined();
});

it('takes a wish that a representative writes down for a resident as collected by the representative', async () => {
  const { wish } = await submit({}, cast.member.token);
  expect(wish).toMatchObject({ channel: 'homeVisit', collectedBy: '周建平', wisher: '王**', mine: true });
  expect(wish.timeline).toMatchObject([{ who: '代表 周建平', what: '提交' }]);
  expect(wish.reveals).toBeUndefined();
});

it('takes a representative’s own wish as a resident’s', async () => {
  const { wish } = await submit({ channel: 'self' }, cast.member.token);
  expect(wish).toMatchObject({ channel: 'self', wisher: '王小红' });
  expect(wish.collectedBy).toBeUndefined();
  expect(wish.timeline[0]?.who).toBe('居民');
});

it('takes what the people’s congress office writes down on a reception day as another’s wish', async () => {
  const { wish } = await submit({ channel: 'reception' }, cast.presidium.token);
  expect(wish).toMatchObject({ channel: 'reception', wisher: '王**' });
  expect(wish.collectedBy).toBeUndefined();
});

it('numbers wishes by year and passes over numbers that an imported ledger took', async () => {
  const { wish: first } = await submit({});
  const doc = await wishes.get(first.id);
  const serial = Number(first.code.slice(-4));
  const taken = `CJ-2021-${String(serial + 1).padStart(4, '0')}`;
  const { clientToken: _token, ...imported } = doc;
  await wishes.insertOnce({ ...imported, _id: `${doc._id}x`, code: taken });
  const { wish: second } = await submit({});
  expect(second.code).toBe(`CJ-2021-${String(serial + 2).padStart(4, '0')}`);

  functions.clock.now = new Date('2021-12-31T16:00:00Z');
  const { wish: nextYear } = await submit({}, (await aResident(functions)).token);
  functions.clock.now = new Date('2021-07-01T02:00:00Z');
  expect(nextYear.code).toBe('CJ-2022-0001');
});

it('writes no second wish under a number that was taken between its being drawn and written', async () => {
  const { wish } = await functions.call('wish.submit', aWish(), cast.resident.token);
  const late = { ...(await wishes.get(wish.id)), _id: newId(), clientToken: newId() };
  expect(await wishes.insertOnce(late)).toBeNull();
  expect(await wishes.find(late._id)).toBeNull();
});

it('drops what nobody can see from what was typed, and counts what is left', async () => {
  const content = '\u0000\u202e路灯\uffff坏\ud800了👨‍👩‍👧\u0007\n请修';
  const { wish } = await functions.call('wish.submit', aWish({ content }), cast.resident.token);
  expect(wish.content).toBe('路灯坏了👨‍👩‍👧\n请修');
  const unseen = aWish({ content: '\u202e\u202e\u202e\u202e\u202e\u202e' });
  expect(await functions.send('wish.submit', unseen, cast.resident.token)).toMatchObject({
    error: { code: 'INVALID_INPUT', details: { content: '心愿内容至少 5 个字' } },
  });
});

it('answers the same wish to the same clientToken, one after the other', async () => {
  const input = aWish();
  const first = await functions.call('wish.submit', input, cast.resident.token);
  const again = await functions.call('wish.submit', input, cast.resident.token);
  expect(again.wish.id).toBe(first.wish.id);
});

it('makes one wish of twenty sent at once with the same clientToken', async () => {
  const photo = await aPhoto(cast.resident);
  const input = aWish({ photos: [photo], content: '希望村口装一面凸面镜' });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => functions.call('wish.submit', input, cast.resident.token)),
  );
  expect(new Set(answers.map((answer) => answer.wish.id)).size).toBe(1);
  const { items } = await functions.call('wish.list', { scope: 'mine', q: '凸面镜' }, cast.resident.token);
  expect(items).toHaveLength(1);
});

it('counts and numbers thirty different wishes in the first second of a year', async () => {
  functions.clock.now = new Date('2022-12-31T16:00:00Z');
  const { token } = await aResident(functions);
  const answers = await Promise.all(Array.from({ length: 30 }, () => submit({}, token)));
  functions.clock.now = new Date('2021-07-01T02:00:00Z');
  const serials = answers.map(({ wish }) => Number(/^CJ-2023-(\d{4})$/.exec(wish.code)?.[1]));
  expect(serials.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  const { registered, status } = await rollups.sum('2023-01-01', '2023-01-01');
  expect([registered, status.submitted]).toEqual([30, 30]);
});

it('lets another account use the same clientToken for a wish of its own', async () => {
  const input = aWish();
  const first = await functions.call('wish.submit', input, cast.resident.token);
  const other = await functions.call('wish.submit', input, cast.otherMember.token);
  expect(other.wish.id).not.toBe(first.wish.id);
});

it('marks the photos as shown, so that the sweep leaves them', async () => {
  const photo = await aPhoto(cast.resident);
  const { wish } = await submit({ photos: [photo] });
  expect(wish.photos).toMatchObject([{ id: photo, width: 800, height: 600 }]);
  expect(wish.cover).toBe(wish.photos[0]?.thumb);
  expect((await media.findMany([photo])).get(photo)?.used).toBe(true);
});

it('refuses photos that somebody else brought, or the same photo twice', async () => {
  const theirs = await aPhoto(cast.member);
  const mine = await aPhoto(cast.resident);
  for (const photos of [[theirs], [mine, mine], ['nothing']]) {
    const refused = await functions.send('wish.submit', aWish({ photos }), cast.resident.token);
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', details: { photos: expect.any(String) } },
    });
  }
  expect((await media.findMany([mine])).get(mine)?.used).toBe(false);
});

it('refuses a village that no group serves, and says so at the field', async () => {
  const refused = await functions.send('wish.submit', aWish({ village: '无名村' }), cast.resident.token);
  expect(refused).toMatchObject({
    error: { code: 'INVALID_INPUT', details: { village: '没有这个村（社区），请从列表中选择' } },
  });
});

it('refuses content that the host’s check rejects, with its reason', async () => {
  const check = jest
    .spyOn(functions.host, 'checkText')
    .mockResolvedValue({ verdict: 'reject', reason: '含有广告信息' });
  const refused = await functions.send('wish.submit', aWish({ content: '这是一条广告内容' }), cast.resident.token);
  check.mockRestore();
  expect(refused).toMatchObject({ error: { code: 'CONTENT_REJECTED', message: '含有广告信息' } });
});

it('asks a stranger to sign in', async () => {
  expect(await functions.refusal('wish.submit', aWish())).toBe('UNAUTHENTICATED');
});

it('keeps no name, phone or address readable in the database', async () => {
  const { wish } = await submit({
    wisher: { name: '赵铁柱', phone: '１３９ ５９１７ １０９３', address: '三组 8 号' },
  });
  const stored = JSON.stringify(await wishes.get(wish.id));
  for (const secret of ['赵铁柱', '13959171093', '三组 8 号']) expect(stored).not.toContain(secret);
});
