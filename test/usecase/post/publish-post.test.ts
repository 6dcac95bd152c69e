import { newId } from '../../../cloudfunctions/kit/new-id';
import * as media from '../../../cloudfunctions/store/media';
import type { Functions } from '../../support/functions';
import { aPhoto, aWishThatIs, type Cast } from '../../support/town';
import { aPost, earnedByPosts, publish, startTown } from './cast';

let functions: Functions;
let cast: Cast;
beforeEach(async () => {
  ({ functions, cast } = await startTown());
});
afterEach(() => functions.close());

const earned = (): Promise<number[]> => earnedByPosts(functions, 'g1-member', cast.member.token);
const outcomes = async () => (await functions.call('report.overview', {})).outcomes;

it('shows the deed with its photos, author, group and outcomes, and uses the photos', async () => {
  const photos = [await aPhoto(cast.member), await aPhoto(cast.member)];
  const post = await publish(functions, cast.member, { photos, outcomes: [{ kind: 'goods', amountYuan: 300.5 }] });
  expect(post).toMatchObject({
    text: '今天给村里换了路灯',
    status: 'published',
    representative: '周建平',
    groupName: '江东代表小组',
    at: '2021-07-01T02:00:00.000Z',
    outcomes: [{ kind: 'goods', amountYuan: 300.5 }],
    thanks: 0,
    thanked: false,
    mine: true,
  });
  expect(post.photos.map((photo) => photo.id)).toEqual(photos);
  expect(post.photos[0]).toMatchObject({ thumb: `/files/images/${photos[0] ?? ''}-240.jpg`, width: 800, height: 600 });
  expect([...(await media.findMany(photos)).values()].map((photo) => photo.used)).toEqual([true, true]);
});

it('pays a deed that stands alone once, one a day, and counts its outcomes', async () => {
  await publish(functions, cast.member, { outcomes: [{ kind: 'lecture', sessions: 1, people: 40 }] });
  expect(await earned()).toEqual([1]);
  expect(await outcomes()).toMatchObject({ lectures: { sessions: 1, people: 40 } });
  await publish(functions, cast.member);
  expect((await earned()).sort()).toEqual([0, 1]);
});

it('links the caller’s own wish: its outcomes count there once, and nothing is paid for the post', async () => {
  const wishId = await aWishThatIs('claimed', functions, cast);
  const post = await publish(functions, cast.member, { wishId, outcomes: [{ kind: 'gift', amountYuan: 500 }] });
  expect(post.wish).toMatchObject({ id: wishId, village: '刘胜村', content: '村口的路灯坏了，晚上出门看不清路' });
  expect(await earned()).toEqual([]);
  // A deed counts once the wish is called done; what the fulfilment records stands before the post's.
  expect((await outcomes()).amountYuan).toBe(0);
  await functions.call('wish.fulfil', { id: wishId, note: '已送到家', outcomes: [] }, cast.member.token);
  expect((await outcomes()).amountYuan).toBe(500);
});

it('counts a deed shown in the fulfilment and in the post once', async () => {
  const wishId = await aWishThatIs('claimed', functions, cast);
  const deed = { kind: 'gift', amountYuan: 500 } as const;
  await functions.call('wish.fulfil', { id: wishId, note: '已送到家', outcomes: [deed] }, cast.member.token);
  await publish(functions, cast.member, { wishId, outcomes: [deed] });
  expect((await outcomes()).amountYuan).toBe(500);
});

it.each(['fulfilled', 'closed'] as const)('links a %s wish too', async (status) => {
  const wishId = await aWishThatIs(status, functions, cast);
  expect((await publish(functions, cast.member, { wishId })).wish?.id).toBe(wishId);
});

it('answers the same post to the same token, one after the other', async () => {
  const input = await aPost(cast.member, { outcomes: [{ kind: 'gift', amountYuan: 100 }] });
  const first = await functions.call('post.publish', input, cast.member.token);
  const again = await functions.call('post.publish', { ...input, text: '又写了一遍' }, cast.member.token);
  expect(again.post).toEqual(first.post);
  expect((await outcomes()).amountYuan).toBe(100);
});

it('publishes once when the same token is sent ten times at once', async () => {
  const input = await aPost(cast.member, { outcomes: [{ kind: 'gift', amountYuan: 100 }] });
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => functions.call('post.publish', input, cast.member.token)),
  );
  expect(new Set(answers.map(({ post }) => post.id)).size).toBe(1);
  expect((await functions.call('post.feed', {})).items).toHaveLength(1);
  expect(await earned()).toEqual([1]);
  expect((await outcomes()).amountYuan).toBe(100);
});

it('keeps two people’s equal tokens apart', async () => {
  const clientToken = newId();
  await publish(functions, cast.member, { clientToken });
  await publish(functions, cast.otherMember, { clientToken });
  expect((await functions.call('post.feed', {})).items).toHaveLength(2);
});

it('refuses everybody who is no representative', async () => {
  for (const who of ['resident', 'presidium', 'department', 'admin'] as const) {
    expect(await functions.refusal('post.publish', await aPost(cast[who]), cast[who].token)).toBe('FORBIDDEN');
  }
  expect(await functions.refusal('post.publish', await aPost(cast.member))).toBe('UNAUTHENTICATED');
});

it('refuses a wish that is another’s, nobody’s, or no wish', async () => {
  const another = await aWishThatIs('claimed', functions, cast);
  const theirs = await aPost(cast.otherMember, { wishId: another });
  expect(await functions.refusal('post.publish', theirs, cast.otherMember.token)).toBe('FORBIDDEN');
  const open = await aPost(cast.member, { wishId: await aWishThatIs('open', functions, cast) });
  expect(await functions.refusal('post.publish', open, cast.member.token)).toBe('FORBIDDEN');
  const none = await aPost(cast.member, { wishId: 'nothing' });
  expect(await functions.refusal('post.publish', none, cast.member.token)).toBe('NOT_FOUND');
});

it('refuses a wish that was withdrawn from the caller’s hands', async () => {
  const wishId = await aWishThatIs('claimed', functions, cast);
  await functions.call('wish.withdraw', { id: wishId, reason: '已经自己解决' }, cast.resident.token);
  const input = await aPost(cast.member, { wishId });
  expect(await functions.refusal('post.publish', input, cast.member.token)).toBe('WRONG_STATE');
});

it('refuses photos that are another’s, missing, repeated, none or too many', async () => {
  const own = await aPhoto(cast.member);
  const many = await Promise.all(Array.from({ length: 10 }, () => aPhoto(cast.member)));
  for (const photos of [[await aPhoto(cast.resident)], ['nothing'], [own, own], [], many]) {
    const input = await aPost(cast.member, { photos });
    expect(await functions.refusal('post.publish', input, cast.member.token)).toBe('INVALID_INPUT');
  }
});

it('refuses a text with somebody’s number, and says which and where', async () => {
  const input = await aPost(cast.member, { text: '已电话回访王大爷13959171093' });
  expect(await functions.send('post.publish', input, cast.member.token)).toMatchObject({
    error: {
      code: 'CONTENT_REJECTED',
      message: '文字第 9 个字起有手机号“13959171093”，为保护个人隐私，请删去后再发布',
      details: { kind: '手机号', at: 9 },
    },
  });
  expect((await functions.call('post.feed', {})).items).toEqual([]);
});

it('shows of the linked wish what the wall shows: no numbers, and nothing once it is withdrawn', async () => {
  const content = '想装扶手，请打 137-1234-5678 联系我';
  const wishId = await aWishThatIs('claimed', functions, cast, { content });
  const { id } = await publish(functions, cast.member, { wishId });
  const seen = async () => (await functions.call('post.get', { id })).post.wish;
  expect(await seen()).toMatchObject({ id: wishId, content: '想装扶手，请打 137****5678 联系我' });
  await functions.call('wish.withdraw', { id: wishId, reason: '已经装好了' }, cast.resident.token);
  expect(await seen()).toBeUndefined();
});
