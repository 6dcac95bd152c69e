/** What a publication is checked for, and what of it is kept for those who judge it. */
import { newId } from '../../../cloudfunctions/kit/new-id';
import { sweepMedia } from '../../../cloudfunctions/clock/sweep-media';
import * as media from '../../../cloudfunctions/store/media';
import * as posts from '../../../cloudfunctions/store/posts';
import { addDays } from '../../../domain/time';
import type { Functions } from '../../support/functions';
import { aPhoto, aWishThatIs, type Cast } from '../../support/town';
import { aPost, publish, startTown } from './cast';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  ({ functions, cast } = await startTown());
});
afterAll(() => functions.close());

it('names every spot of a text that gives somebody away, the first in words', async () => {
  const input = await aPost(cast.member, { text: '八组21号的王小明同学，电话13959171093' });
  const reason = '文字第 1 个字起有门牌号“八组21号”（另有 2 处），为保护个人隐私，请删去后再发布';
  expect(await functions.send('post.publish', input, cast.member.token)).toMatchObject({
    error: {
      code: 'CONTENT_REJECTED',
      message: reason,
      details: {
        text: reason,
        kind: '门牌号',
        at: 1,
        spots: [
          { kind: '门牌号', found: '八组21号', at: 1, length: 5 },
          { kind: '未成年人姓名', found: '王小明', at: 7, length: 3 },
          { kind: '手机号', found: '13959171093', at: 15, length: 11 },
        ],
      },
    },
  });
});

it('knows the child whom the linked wish is about, by the given name too', async () => {
  const child = { minor: true, guardianConsent: true, wisher: { name: '沈乐乐', phone: '13959171093' } };
  const wishId = await aWishThatIs('claimed', functions, cast, child);
  const input = await aPost(cast.member, { wishId, text: '乐乐有了新书桌' });
  expect(await functions.send('post.publish', input, cast.member.token)).toMatchObject({
    error: { details: { spots: [{ kind: '未成年人姓名', found: '乐乐', at: 1, length: 2 }] } },
  });
  const alone = await publish(functions, cast.member, { text: '乐乐有了新书桌' });
  expect(alone.text).toBe('乐乐有了新书桌');
});

it('takes pairs of its own photos, each photo in one pair', async () => {
  const photos = await Promise.all(Array.from({ length: 4 }, () => aPhoto(cast.member)));
  const [a = '', b = '', c = '', d = ''] = photos;
  const bad = [
    [{ before: a, after: a }],
    [{ before: a, after: await aPhoto(cast.member) }],
    [
      { before: a, after: b },
      { before: c, after: b },
    ],
  ];
  for (const pairs of bad) {
    const input = await aPost(cast.member, { photos, pairs });
    const answer = await functions.send('post.publish', input, cast.member.token);
    expect(answer).toMatchObject({ error: { code: 'INVALID_INPUT', details: { pairs: expect.any(String) } } });
  }
  const pairs = [
    { before: b, after: a },
    { before: c, after: d },
  ];
  const post = await publish(functions, cast.member, { photos: [b, a, c, d], pairs });
  expect(post.pairs).toEqual(pairs);
  const { card } = await functions.call('post.card', { id: post.id }, cast.member.token);
  expect([card.photo?.id, card.after?.id]).toEqual([b, a]);
});

it('takes place and category from the wish, or a village that there is', async () => {
  const wishId = await aWishThatIs('claimed', functions, cast);
  const linked = await publish(functions, cast.member, { wishId, village: '闸西村', category: 'care' });
  expect(linked).toMatchObject({ village: '刘胜村', category: 'facility' });
  const alone = await publish(functions, cast.member, { village: '闸西村', category: 'care' });
  expect(alone).toMatchObject({ village: '闸西村', category: 'care', place: '闸西村' });
  const nowhere = await aPost(cast.member, { village: '没有村' });
  expect(await functions.send('post.publish', nowhere, cast.member.token)).toMatchObject({
    error: { code: 'INVALID_INPUT', details: { village: expect.any(String) } },
  });
  for (const place of [
    { village: '刘胜村' },
    { category: 'facility' },
    { village: '刘胜村', category: 'facility' },
  ] as const) {
    expect((await functions.call('post.feed', place)).items.map(({ id }) => id)).toEqual([linked.id]);
  }
});

it('puts every post before those who judge, with what the check found', async () => {
  const { id } = await publish(functions, cast.member);
  expect((await posts.get(id)).queue).toMatchObject({ in: ['town', 'group:g1'], kind: 'fresh', hints: [] });
  const hints = [{ word: '微信', at: 3 }];
  const checkText = jest.spyOn(functions.host, 'checkText').mockResolvedValueOnce({ verdict: 'review', hints });
  const hinted = await publish(functions, cast.member, { text: '加个微信' });
  checkText.mockRestore();
  expect((await posts.get(hinted.id)).queue).toMatchObject({ kind: 'hinted', hints });
});

it('makes one post of one draft that two phones send with different photos; the loser’s photos are swept', async () => {
  const clientToken = newId();
  const drafts = await Promise.all(
    ['手机上写的', '平板上写的'].map((text) => aPost(cast.member, { text, clientToken })),
  );
  const answers = await Promise.all(drafts.map((draft) => functions.call('post.publish', draft, cast.member.token)));
  const [first, second] = answers.map(({ post }) => post);
  expect(second).toEqual(first);
  const won = drafts.find(({ text }) => text === first?.text)?.photos ?? [];
  const lost = drafts.flatMap(({ photos }) => photos).filter((id) => !won.includes(id));
  expect(first?.photos.map(({ id }) => id)).toEqual(won);
  await sweepMedia(addDays(functions.clock.now, 2), functions.host);
  expect([...(await media.findMany([...won, ...lost])).keys()]).toEqual(won);
});

it('does not link a wish that is given up while its post is on the way', async () => {
  const id = await aWishThatIs('claimed', functions, cast);
  let giveUp = (): Promise<unknown> =>
    functions.call('wish.release', { id, reason: '没有时间办理' }, cast.member.token);
  const checkText = functions.host.checkText.bind(functions.host);
  functions.host.checkText = async (text) => {
    const release = giveUp;
    giveUp = () => Promise.resolve();
    await release();
    return checkText(text);
  };
  const sent = await aPost(cast.member, { wishId: id, outcomes: [{ kind: 'goods', items: 2 }] });
  expect(await functions.refusal('post.publish', sent, cast.member.token)).toBe('FORBIDDEN');
  functions.host.checkText = checkText;
  expect((await functions.call('post.feed', {})).items.filter(({ wish }) => wish?.id === id)).toEqual([]);
});

it.each(['\u200d\u200c\u2060', '\u00ad\u200e', '好\u200d'])('refuses a text that nobody sees', async (text) => {
  const sent = await aPost(cast.member, { text });
  expect(await functions.send('post.publish', sent, cast.member.token)).toMatchObject({
    error: { code: 'INVALID_INPUT', details: { text: expect.any(String) } },
  });
});

it('leaves pictures that are made of several as they are', async () => {
  expect((await publish(functions, cast.member, { text: '一家👨‍👩‍👧都来了' })).text).toBe('一家👨‍👩‍👧都来了');
});
