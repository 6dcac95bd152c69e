import { runJobs } from '../../../cloudfunctions/clock/run-jobs';
import type { ImageVerdict } from '../../../cloudfunctions/host/host';
import { mediaCheckOf } from '../../../cloudfunctions/host/wechat-media-event';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { takeEvent } from '../../../cloudfunctions/post/take-event';
import { addDays } from '../../../domain/time';
import type { Functions } from '../../support/functions';
import { aPhoto, type Cast } from '../../support/town';
import { publish, startTown } from './cast';

let functions: Functions;
let cast: Cast;
/** What the host answers for the photos of the next post, in their order; then it is as one that dies. */
let answers: (ImageVerdict | Error)[];
let asked: string[];
beforeAll(async () => {
  ({ functions, cast } = await startTown({
    checkText: () => Promise.resolve({ verdict: 'pass' }),
    checkImage(key) {
      asked.push(key);
      const answer = answers.shift() ?? new Error('the process is gone');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  }));
});
afterAll(() => functions.close());
beforeEach(() => {
  asked = [];
  functions.clock.now = addDays(functions.clock.now, 1);
});

const post = async (...verdicts: (ImageVerdict | Error)[]) => {
  answers = verdicts;
  const photos = await Promise.all(verdicts.map(() => aPhoto(cast.member)));
  return publish(functions, cast.member, { photos });
};
const now = async (id: string) => (await functions.call('post.get', { id }, cast.member.token)).post;
const queued = async (id: string) => {
  const kinds = ['reported', 'hinted', 'fresh'] as const;
  for (const kind of kinds) {
    const { items } = await functions.call('post.queue', { kind, limit: 50 }, cast.presidium.token);
    const item = items.find(({ postId }) => postId === id);
    if (item) return { kind, hidden: item.hidden, hints: item.hints.map(({ word }) => word) };
  }
  return null;
};
const push = (trace_id: string, suggest: 'pass' | 'review' | 'risky', errcode = 0): Promise<void> =>
  takeEvent(
    { MsgType: 'event', Event: 'wxa_media_check', trace_id, errcode, result: { suggest, label: 20002 } },
    { now: functions.clock.now, newId },
  );
const rejected = '第 2 张照片未通过图片安全检查';
const clear = (id: string) => functions.call('post.clear', { id: `post:${id}` }, cast.liaison.token);

it('asks once about each photo’s largest rendition, and nothing when the same post is sent again', async () => {
  answers = [{ verdict: 'pass' }, { verdict: 'pass' }];
  const photos = [await aPhoto(cast.member), await aPhoto(cast.member)];
  const input = { text: '今天给村里换了路灯', photos, clientToken: newId() };
  const { post: published } = await functions.call('post.publish', input, cast.member.token);
  await functions.call('post.publish', input, cast.member.token);
  expect(asked).toEqual(photos.map((id) => `images/${id}-1600.jpg`));
  expect(published.status).toBe('published');
});

it('hides a post at once for a rejected photo, says which, and brings it before a person', async () => {
  const { id, status, hiddenBecause } = await post({ verdict: 'pass' }, { verdict: 'reject', reason: '色情' });
  const at = functions.clock.now.toISOString();
  expect({ status, hiddenBecause }).toEqual({
    status: 'hidden',
    hiddenBecause: { reason: rejected, who: '内容安全检查', automatic: true, at },
  });
  expect(await functions.refusal('post.get', { id })).toBe('NOT_FOUND');
  expect(await queued(id)).toEqual({ kind: 'hinted', hidden: true, hints: [rejected] });
  const { items } = await functions.call('notice.list', {}, cast.member.token);
  expect(items.find(({ postId }) => postId === id)?.text).toBe(
    '您的晒单“今天给村里换了路灯”已由内容安全检查自动隐藏：第 2 张照片未通过图片安全检查。工作人员会尽快复核',
  );
  expect(await functions.refusal('post.clear', { id: `post:${id}` }, cast.liaison.token)).toBe('WRONG_STATE');
  await functions.call('post.hide', { id, reason: '照片不雅' }, cast.liaison.token);
  expect((await now(id)).hiddenBecause).toMatchObject({ reason: '照片不雅', automatic: false });
  expect(await queued(id)).toBeNull();
  expect(await functions.refusal('post.hide', { id, reason: '照片不雅' }, cast.presidium.token)).toBe('WRONG_STATE');
});

it('hides for a late answer, once: twice changes nothing, nor after a person has shown the post again', async () => {
  const { id, status } = await post({ waits: 'late-1' }, { waits: 'late-2' });
  expect(status).toBe('published');
  await push('late-1', 'pass');
  await Promise.all([push('late-2', 'risky'), push('late-2', 'risky')]);
  expect((await now(id)).hiddenBecause).toMatchObject({ reason: rejected, automatic: true });
  await functions.call('post.unhide', { id }, cast.liaison.token);
  await push('late-2', 'risky');
  expect((await now(id)).status).toBe('published');
  expect(await queued(id)).toBeNull();
});

it('does not lose an answer that comes before its question is kept', async () => {
  await push('early', 'risky');
  const { id } = await post({ verdict: 'pass' }, { waits: 'early' });
  expect(await now(id)).toMatchObject({ status: 'hidden', hiddenBecause: { reason: rejected } });
});

it('lets answer and question meet, however close they come', async () => {
  const traces = Array.from({ length: 6 }, (_, index) => `race-${index}`);
  answers = traces.map((waits) => ({ waits }));
  const posts = await Promise.all(
    traces.map(async (waits) => {
      const photos = [await aPhoto(cast.member)];
      const [published] = await Promise.all([publish(functions, cast.member, { photos }), push(waits, 'risky')]);
      return published.id;
    }),
  );
  const hidden = await Promise.all(posts.map(async (id) => (await now(id)).status));
  expect(hidden).toEqual(posts.map(() => 'hidden'));
});

it('does nothing to a post that was taken back, and hides one that a person had cleared', async () => {
  const { id: removed } = await post({ waits: 'removed' });
  await functions.call('post.remove', { id: removed }, cast.member.token);
  await push('removed', 'risky');
  expect(await now(removed)).toMatchObject({ status: 'removed' });
  expect((await now(removed)).hiddenBecause).toBeUndefined();
  expect(await queued(removed)).toBeNull();
  const { id: cleared } = await post({ waits: 'cleared' });
  await clear(cleared);
  await push('cleared', 'risky');
  expect((await now(cleared)).status).toBe('hidden');
});

it('brings before a person what the check is unsure of, or could not fetch', async () => {
  const { id: unsure } = await post({ waits: 'unsure' });
  await clear(unsure);
  await push('unsure', 'review');
  expect(await queued(unsure)).toEqual({
    kind: 'hinted',
    hidden: false,
    hints: ['第 1 张照片：微信图片检查建议人工查看'],
  });
  const { id: unfetched } = await post({ waits: 'unfetched' });
  await push('unfetched', 'pass', -1008);
  expect(await queued(unfetched)).toMatchObject({ kind: 'hinted', hints: ['图片检查没有结果'] });
});

it('brings before a person, after half an hour, what was never answered or never asked; and a late answer still counts', async () => {
  const { id: silent } = await post({ waits: 'silent' });
  const { id: dead, status } = await post(new Error('the process is gone'));
  expect(status).toBe('published');
  const { id: answered } = await post({ waits: 'answered' });
  for (const id of [silent, dead, answered]) await clear(id);
  await push('answered', 'pass');
  const start = functions.clock.now.getTime();
  const runAt = (minutes: number) => runJobs(new Date(start + minutes * 60_000), functions.host);
  await runAt(29);
  expect(await queued(silent)).toBeNull();
  await Promise.all([runAt(30), runAt(30)]);
  const unanswered = { kind: 'hinted', hidden: false, hints: ['图片检查没有结果'] };
  expect([await queued(silent), await queued(dead), await queued(answered)]).toEqual([unanswered, unanswered, null]);
  await clear(silent);
  await runAt(60);
  expect(await queued(silent)).toBeNull();
  await push('silent', 'risky');
  expect((await now(silent)).status).toBe('hidden');
});

it('keeps the reports of an automatically hidden post open for whoever decides', async () => {
  const { id } = await post({ waits: 'reported' });
  await functions.call('post.report', { id, reason: '照片不雅' }, cast.resident.token);
  await push('reported', 'risky');
  expect(await queued(id)).toMatchObject({ kind: 'reported', hidden: true });
  await functions.call('post.unhide', { id }, cast.presidium.token);
  expect((await now(id)).status).toBe('published');
});

it('reads WeChat’s event and no other', () => {
  expect(mediaCheckOf({ Event: 'wxa_media_check', trace_id: 't', result: { suggest: 'pass', label: 100 } })).toEqual({
    waits: 't',
    answer: 'pass',
  });
  for (const event of [
    null,
    {},
    { Event: 'subscribe' },
    { Event: 'wxa_media_check', trace_id: '' },
    { Event: 'wxa_media_check', trace_id: 't', result: { suggest: 'no' } },
  ]) {
    expect(mediaCheckOf(event)).toBeNull();
  }
});
