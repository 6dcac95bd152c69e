import type { Functions } from '../../support/functions';
import { aWishThatIs, type Cast } from '../../support/town';
import { earnedByPosts, publish, startTown } from './cast';

let functions: Functions;
let cast: Cast;
beforeEach(async () => {
  ({ functions, cast } = await startTown());
});
afterEach(() => functions.close());

const amountYuan = async (): Promise<number> => (await functions.call('report.overview', {})).outcomes.amountYuan;

it('takes the post out of every feed, but not from its author', async () => {
  const { id } = await publish(functions, cast.member);
  await functions.call('post.remove', { id }, cast.member.token);
  expect((await functions.call('post.feed', {}, cast.member.token)).items).toEqual([]);
  expect((await functions.call('post.get', { id }, cast.member.token)).post).toMatchObject({ id, status: 'removed' });
  expect(await functions.refusal('post.get', { id })).toBe('NOT_FOUND');
  expect(await functions.refusal('post.get', { id }, cast.resident.token)).toBe('NOT_FOUND');
  expect(await functions.refusal('post.thank', { id }, cast.resident.token)).toBe('NOT_FOUND');
});

it('takes back what it counted and earned, once, however often it is sent', async () => {
  const { id } = await publish(functions, cast.member, { outcomes: [{ kind: 'gift', amountYuan: 200 }] });
  expect(await amountYuan()).toBe(200);
  await Promise.all(Array.from({ length: 4 }, () => functions.call('post.remove', { id }, cast.member.token)));
  await functions.call('post.remove', { id }, cast.member.token);
  expect(await amountYuan()).toBe(0);
  expect((await earnedByPosts(functions, 'g1-member', cast.member.token)).sort()).toEqual([-1, 1]);
  const board = await functions.call('points.board', { period: '2021-07', by: 'representative' }, cast.member.token);
  expect(board.mine?.points ?? 0).toBe(0);
});

it('takes its outcomes back from the linked wish', async () => {
  const wishId = await aWishThatIs('claimed', functions, cast);
  const { id } = await publish(functions, cast.member, { wishId, outcomes: [{ kind: 'gift', amountYuan: 500 }] });
  await functions.call('wish.fulfil', { id: wishId, note: '已送到家', outcomes: [] }, cast.member.token);
  expect(await amountYuan()).toBe(500);
  await functions.call('post.remove', { id }, cast.member.token);
  expect(await amountYuan()).toBe(0);
});

it('takes back a hidden post too, which had given up before what it counted and earned', async () => {
  const gift = [{ kind: 'gift', amountYuan: 200 }] as const;
  const wishId = await aWishThatIs('fulfilled', functions, cast);
  const ids = [
    (await publish(functions, cast.member, { outcomes: [...gift] })).id,
    (await publish(functions, cast.member, { outcomes: [...gift], wishId })).id,
  ];
  for (const id of ids) {
    await functions.call('post.hide', { id, reason: '照片不清楚' }, cast.liaison.token);
    await functions.call('post.remove', { id }, cast.member.token);
    expect((await functions.call('post.get', { id }, cast.member.token)).post).toMatchObject({
      status: 'removed',
      allowed: [],
    });
    expect(await functions.refusal('post.unhide', { id }, cast.liaison.token)).not.toBe('INTERNAL');
  }
  expect(await amountYuan()).toBe(0);
  expect((await earnedByPosts(functions, 'g1-member', cast.member.token)).sort()).toEqual([-1, 1]);
});

it('takes back what was hidden and shown again', async () => {
  const { id } = await publish(functions, cast.member, { outcomes: [{ kind: 'gift', amountYuan: 200 }] });
  await functions.call('post.hide', { id, reason: '照片不清楚' }, cast.liaison.token);
  expect(await amountYuan()).toBe(0);
  await functions.call('post.unhide', { id }, cast.liaison.token);
  expect(await amountYuan()).toBe(200);
  await functions.call('post.remove', { id }, cast.member.token);
  expect(await amountYuan()).toBe(0);
  expect((await earnedByPosts(functions, 'g1-member', cast.member.token)).sort()).toEqual([-1, -1, 1, 1]);
});

it('refuses everybody else', async () => {
  const { id } = await publish(functions, cast.member);
  expect(await functions.refusal('post.remove', { id }, cast.otherMember.token)).toBe('FORBIDDEN');
  expect(await functions.refusal('post.remove', { id }, cast.liaison.token)).toBe('FORBIDDEN');
  expect(await functions.refusal('post.remove', { id }, cast.resident.token)).toBe('FORBIDDEN');
  expect(await functions.refusal('post.remove', { id })).toBe('UNAUTHENTICATED');
  expect(await functions.refusal('post.remove', { id: 'nothing' }, cast.member.token)).toBe('NOT_FOUND');
  expect((await functions.call('post.get', { id })).post.status).toBe('published');
});
