import { newId } from '../../../cloudfunctions/kit/new-id';
import type { Input, Output } from '../../../contract/contract';
import { commentRate } from '../../../domain/abuse';
import type { Functions } from '../../support/functions';
import { aResident, aWishThatIs, signInAs, type Cast, type Person } from '../../support/town';
import { publish, startTown } from './cast';

let functions: Functions;
let cast: Cast;
let id: string;
/** What the host's check says of the next text. */
let verdict: 'pass' | 'review' | 'reject' = 'pass';
beforeAll(async () => {
  ({ functions, cast } = await startTown({
    checkText: () => Promise.resolve({ verdict, hints: verdict === 'review' ? [{ word: '加微信', at: 1 }] : [] }),
  }));
});
afterAll(() => functions.close());
beforeEach(async () => {
  verdict = 'pass';
  functions.clock.now = new Date(functions.clock.now.getTime() + 24 * 3600_000);
  ({ id } = await publish(functions, cast.member));
});

type Comment = Output<'post.comment'>['comment'];
const aComment = (set: Partial<Input<'post.comment'>> = {}): Input<'post.comment'> => ({
  id,
  text: '谢谢代表，路亮了',
  clientToken: newId(),
  ...set,
});
const comment = async (who: Person, set: Partial<Input<'post.comment'>> = {}): Promise<Comment> => {
  functions.clock.now = new Date(functions.clock.now.getTime() + 1);
  return (await functions.call('post.comment', aComment(set), who.token)).comment;
};
const listed = async (who?: Person) => (await functions.call('post.comments', { id, limit: 50 }, who?.token)).items;
const counted = async (): Promise<number> =>
  (await functions.call('post.get', { id }, cast.member.token)).post.comments;
const hide = (commentId: string, who: Person = cast.liaison) =>
  functions.call('post.hideComment', { commentId, reason: '与晒单无关' }, who.token);

it('names a representative, the staff by their office, and a resident by no more than the family name', async () => {
  const resident = await signInAs(functions, 'resident');
  const [nameless, ...speakers] = [
    await aResident(functions),
    resident,
    cast.otherMember,
    cast.presidium,
    cast.department,
  ];
  await comment(nameless);
  for (const who of speakers) await comment(who);
  expect((await listed()).map(({ who }) => who)).toEqual(['居民', '王**', '施永康代表', '主席团', '职能部门']);
  expect(await counted()).toBe(5);
  const [own] = await listed(nameless);
  expect(own).toMatchObject({ mine: true, allowed: ['remove'] });
  expect((await listed(cast.otherMember))[0]).toMatchObject({ mine: false, allowed: ['report'] });
  expect((await listed(cast.liaison))[0]?.allowed).toEqual(['report', 'hide']);
  expect((await listed())[0]?.allowed).toEqual(['report']);
});

it('pages the oldest first while new ones come', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.push((await comment(cast.resident, { text: `第 ${count} 条` })).id);
  const first = await functions.call('post.comments', { id, limit: 3 });
  const late = (await comment(cast.otherMember)).id;
  const rest = await functions.call('post.comments', { id, limit: 3, cursor: first.nextCursor ?? '' });
  expect([...first.items, ...rest.items].map((one) => one.id)).toEqual([...ids, late]);
  expect(rest.nextCursor).toBeNull();
  expect(await functions.refusal('post.comments', { id, cursor: 'none' })).toBe('INVALID_INPUT');
});

it('writes once for one token, however often and at once it is sent', async () => {
  const input = aComment();
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => functions.call('post.comment', input, cast.resident.token)),
  );
  expect(new Set(answers.map((answer) => answer.comment.id)).size).toBe(1);
  expect(await listed()).toHaveLength(1);
  expect(await counted()).toBe(1);
});

it('refuses more than ten in ten minutes, of many at once too', async () => {
  const who = await aResident(functions);
  const sent = await Promise.all(
    Array.from({ length: commentRate.most + 4 }, () => functions.send('post.comment', aComment(), who.token)),
  );
  expect(sent.filter(({ ok }) => ok)).toHaveLength(commentRate.most);
  expect(sent.find(({ ok }) => !ok)).toMatchObject({
    error: { code: 'RATE_LIMITED', message: '评论太频繁了，请过几分钟再发' },
  });
  expect(await counted()).toBe(commentRate.most);
  await comment(cast.resident);
  functions.clock.now = new Date(functions.clock.now.getTime() + commentRate.withinMs);
  await comment(who);
});

it('stops what gives somebody away, what the host rejects, and what stands below no published post', async () => {
  const refused = (set: Partial<Input<'post.comment'>>) =>
    functions.send('post.comment', aComment(set), cast.resident.token);
  expect(await refused({ text: '找王师傅13959171093' })).toMatchObject({
    error: {
      code: 'CONTENT_REJECTED',
      details: { spots: [{ kind: '手机号', found: '13959171093', at: 5, length: 11 }] },
    },
  });
  const wishId = await aWishThatIs('claimed', functions, cast, {
    content: '想给孩子找一位周末辅导的老师',
    wisher: { name: '黄晓芸', phone: '13959171093' },
  });
  const { id: ofChild } = await publish(functions, cast.member, { wishId, text: '周末有老师上门了' });
  expect(await refused({ id: ofChild, text: '黄晓芸笑得真开心' })).toMatchObject({
    error: { code: 'CONTENT_REJECTED', details: { spots: [{ kind: '未成年人姓名', found: '黄晓芸' }] } },
  });
  expect(await functions.refusal('post.comment', aComment())).toBe('UNAUTHENTICATED');
  expect(await refused({ text: ' ' })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  verdict = 'reject';
  expect(await refused({})).toMatchObject({ error: { code: 'CONTENT_REJECTED' } });
  verdict = 'pass';
  await functions.call('post.hide', { id, reason: '内容不实' }, cast.liaison.token);
  expect(await refused({})).toMatchObject({ error: { code: 'NOT_FOUND' } });
  expect(await functions.refusal('post.comment', aComment(), cast.member.token)).toBe('WRONG_STATE');
  expect(await functions.refusal('post.comments', { id })).toBe('NOT_FOUND');
});

it('shows the wisher’s name, where somebody wrote it, to those who know it anyway', async () => {
  const wishId = await aWishThatIs('claimed', functions, cast, {
    wisher: { name: '黄晓芸', phone: '13959171093', address: '刘胜村永兴桥西' },
  });
  ({ id } = await publish(functions, cast.member, { wishId }));
  const neighbour = await aResident(functions);
  const written = '黄晓芸阿姨家门口亮了';
  expect(await comment(neighbour, { text: written })).toMatchObject({ text: written });
  const read = async (who?: Person) => (await listed(who))[0]?.text;
  for (const who of [undefined, cast.otherMember, cast.otherLiaison, cast.department, await aResident(functions)]) {
    expect(await read(who)).toBe('某某阿姨家门口亮了');
  }
  for (const who of [neighbour, cast.member, cast.liaison, cast.presidium]) expect(await read(who)).toBe(written);
});

it('counts tries at a child’s name as comments, so that nobody finds it by trying', async () => {
  const wishId = await aWishThatIs('claimed', functions, cast, {
    content: '想给孩子找一位周末辅导的老师',
    wisher: { name: '黄晓芸', phone: '13959171093' },
  });
  const { id: ofChild } = await publish(functions, cast.member, { wishId, text: '周末有老师上门了' });
  const guesser = await aResident(functions);
  const codes: string[] = [];
  for (let tries = 0; tries <= commentRate.most; tries += 1) {
    codes.push(await functions.refusal('post.comment', aComment({ id: ofChild, text: '黄晓芸' }), guesser.token));
  }
  expect(new Set(codes.slice(0, -1))).toEqual(new Set(['CONTENT_REJECTED']));
  expect(codes.at(-1)).toBe('RATE_LIMITED');
});

it('lets its writer and nobody else take it back, once', async () => {
  const { id: commentId } = await comment(cast.resident);
  for (const who of [cast.member, cast.liaison, cast.presidium]) {
    expect(await functions.refusal('post.removeComment', { commentId }, who.token)).toBe('FORBIDDEN');
  }
  const remove = () => functions.send('post.removeComment', { commentId }, cast.resident.token);
  expect((await Promise.all([remove(), remove(), remove()])).every(({ ok }) => ok)).toBe(true);
  expect([await counted(), (await listed(cast.resident)).length]).toEqual([0, 0]);
  expect(await functions.refusal('post.hideComment', { commentId, reason: '不雅' }, cast.liaison.token)).toBe(
    'NOT_FOUND',
  );
});

it('hides one from all but its writer and the judges, tells the writer, and shows it again', async () => {
  const { id: commentId } = await comment(cast.resident);
  expect((await hide(commentId)).comment).toMatchObject({ status: 'hidden', allowed: ['unhide'] });
  expect([await listed(), await listed(cast.otherMember), await listed(cast.otherLiaison)]).toEqual([[], [], []]);
  for (const who of [cast.resident, cast.liaison, cast.presidium]) {
    const [seen] = await listed(who);
    expect(seen?.hiddenBecause).toMatchObject({ reason: '与晒单无关', who: '代表小组 陈志明', automatic: false });
  }
  expect(await counted()).toBe(0);
  const { items } = await functions.call('notice.list', {}, cast.resident.token);
  expect(items.find(({ postId }) => postId === id)?.text).toMatch(
    /^您的评论“谢谢代表，路亮了”已由代表小组 陈志明隐藏：与晒单无关/,
  );
  expect(await functions.send('post.hideComment', { commentId, reason: '不雅' }, cast.presidium.token)).toMatchObject({
    error: { code: 'WRONG_STATE', message: expect.stringContaining('代表小组 陈志明在') },
  });
  const unhide = (who: Person) => functions.send('post.unhideComment', { commentId }, who.token);
  expect(await unhide(cast.otherLiaison)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  const both = await Promise.all([unhide(cast.liaison), unhide(cast.presidium)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect([await counted(), (await listed()).length]).toEqual([1, 1]);
});

it('leaves what stands below a liaison’s own post, and their own words, to others', async () => {
  ({ id } = await publish(functions, cast.liaison));
  verdict = 'review';
  const { id: commentId } = await comment(cast.resident);
  const input = { commentId, reason: '不雅' };
  expect(await functions.refusal('post.hideComment', input, cast.liaison.token)).toBe('FORBIDDEN');
  expect((await listed(cast.liaison))[0]?.allowed).toEqual(['report']);
  const queued = async (who: Person) =>
    (await functions.call('post.queue', { kind: 'hinted' }, who.token)).items.map((item) => item.commentId);
  expect(await queued(cast.liaison)).not.toContain(commentId);
  expect(await queued(cast.presidium)).toContain(commentId);
  const own = await comment(cast.presidium);
  expect(await functions.refusal('post.hideComment', { ...input, commentId: own.id }, cast.presidium.token)).toBe(
    'FORBIDDEN',
  );
  await functions.call('post.hideComment', input, cast.presidium.token);
  expect(await queued(cast.presidium)).toEqual([]);
});

it('brings before a person what the check hints at or somebody reports, and nothing else', async () => {
  const quiet = await comment(cast.resident);
  verdict = 'review';
  const hinted = await comment(cast.resident, { text: '加微信领优惠' });
  const report = { commentId: quiet.id, reason: '骂人' };
  expect(await functions.refusal('post.reportComment', report, cast.resident.token)).toBe('FORBIDDEN');
  await functions.call('post.reportComment', report, cast.otherMember.token);
  await functions.call('post.reportComment', report, cast.otherMember.token);
  const queue = async (kind: 'hinted' | 'reported') =>
    (await functions.call('post.queue', { kind, limit: 50 }, cast.liaison.token)).items.filter(
      (item) => item.postId === id,
    );
  expect(await queue('hinted')).toMatchObject([
    { id: `comment:${hinted.id}`, of: 'comment', hints: [{ word: '加微信', at: 1 }], photos: [], reports: [] },
  ]);
  expect(await queue('reported')).toMatchObject([{ commentId: quiet.id, reports: [{ reason: '骂人' }] }]);
  await functions.call('post.clear', { id: `comment:${quiet.id}` }, cast.liaison.token);
  expect(await queue('reported')).toEqual([]);
  await functions.call('post.remove', { id }, cast.member.token);
  expect(await queue('hinted')).toEqual([]);
});

it('pauses who had three comments hidden, and no longer once one is shown again', async () => {
  const who = await aResident(functions);
  const ids: string[] = [];
  for (let count = 0; count < 3; count += 1) ids.push((await comment(who)).id);
  for (const one of ids) await hide(one);
  expect(await functions.send('post.comment', aComment(), who.token)).toMatchObject({
    error: { code: 'FORBIDDEN', message: expect.stringMatching(/^您 30 天内有 3 条评论被隐藏，评论暂停到.*月.*日/) },
  });
  await functions.call('post.unhideComment', { commentId: ids[2] ?? '' }, cast.presidium.token);
  await comment(who);
});
