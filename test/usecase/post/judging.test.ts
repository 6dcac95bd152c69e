import { newId } from '../../../cloudfunctions/kit/new-id';
import * as posts from '../../../cloudfunctions/store/posts';
import type { Functions } from '../../support/functions';
import { aResident, aWishThatIs, signInAs, type Cast, type Person } from '../../support/town';
import { publish, startTown } from './cast';

let functions: Functions;
let cast: Cast & { leader: Person };
beforeAll(async () => {
  const town = await startTown();
  ({ functions } = town);
  cast = { ...town.cast, leader: await signInAs(functions, 'liaison', 'g1-leader') };
});
afterAll(() => functions.close());

const reason = '照片里能看到老人的门牌';
const hide = (id: string, who: Person = cast.liaison) => functions.call('post.hide', { id, reason }, who.token);
const unhide = (id: string, who: Person = cast.liaison) => functions.call('post.unhide', { id }, who.token);
const clear = (id: string, who: Person = cast.liaison) => functions.call('post.clear', { id: `post:${id}` }, who.token);
const report = (id: string, who: Person) => functions.call('post.report', { id, reason: '内容不实' }, who.token);
const amountYuan = async (): Promise<number> => (await functions.call('report.overview', {})).outcomes.amountYuan;
const balance = async (): Promise<number> => {
  const board = await functions.call('points.board', { period: 'all', by: 'representative' }, cast.member.token);
  return board.mine?.points ?? 0;
};
const inQueue = async (id: string, who: Person): Promise<string[]> => {
  const kinds = ['reported', 'hinted', 'fresh'] as const;
  const pages = await Promise.all(kinds.map((kind) => functions.call('post.queue', { kind, limit: 50 }, who.token)));
  return kinds.filter((_, index) => pages[index]?.items.some((item) => item.postId === id));
};
const said = async (who: Person, id: string): Promise<string | undefined> => {
  const { items } = await functions.call('notice.list', {}, who.token);
  return items.find((item) => item.postId === id)?.text;
};
/** Days pass, so that each test pays and strikes on a day of its own. */
const nextMonth = (): void => {
  functions.clock.now = new Date(functions.clock.now.getTime() + 40 * 24 * 3600_000);
  for (const person of Object.values(cast)) person.token = functions.host.issueToken(person.accountId);
};
beforeEach(nextMonth);

it('hides a post from everybody but its author and its judges, who read why, and tells the author', async () => {
  const { id } = await publish(functions, cast.member);
  const { post } = await hide(id);
  expect(post).toMatchObject({ status: 'hidden', allowed: ['unhide'] });
  const because = { reason, who: '代表小组 陈志明', automatic: false, at: functions.clock.now.toISOString() };
  for (const who of [cast.member, cast.liaison, cast.presidium, cast.leader]) {
    expect((await functions.call('post.get', { id }, who.token)).post.hiddenBecause).toEqual(because);
  }
  for (const who of [cast.resident, cast.otherMember, cast.otherLiaison, cast.department]) {
    expect(await functions.refusal('post.get', { id }, who.token)).toBe('NOT_FOUND');
  }
  expect(await functions.refusal('post.get', { id })).toBe('NOT_FOUND');
  const feed = await functions.call('post.feed', { limit: 50 }, cast.member.token);
  expect(feed.items.map((shown) => shown.id)).not.toContain(id);
  expect(await said(cast.member, id)).toBe(
    '您的晒单“今天给村里换了路灯”已由代表小组 陈志明隐藏：照片里能看到老人的门牌。如有不同意见，请与小组联络员或主席团联系',
  );
  expect((await unhide(id, cast.presidium)).post).toMatchObject({ status: 'published' });
  expect(await said(cast.member, id)).toBe('您的晒单“今天给村里换了路灯”已由主席团 镇人大办恢复显示');
});

describe('who may judge', () => {
  const acts = ['hide', 'unhide', 'clear'] as const;
  const who = ['resident', 'member', 'otherMember', 'otherLiaison', 'department', 'admin'] as const;
  it.each(who)('is not the %s', async (name) => {
    const [shown, hidden] = [await publish(functions, cast.member), await publish(functions, cast.member)];
    await hide(hidden.id);
    const { token } = cast[name];
    expect(await functions.refusal('post.hide', { id: shown.id, reason }, token)).toBe('FORBIDDEN');
    expect(await functions.refusal('post.unhide', { id: hidden.id }, token)).toBe('FORBIDDEN');
    expect(await functions.refusal('post.clear', { id: `post:${shown.id}` }, token)).toBe('FORBIDDEN');
    await unhide(hidden.id);
  });

  it('is not a liaison for their own post, but the group’s leader and the presidium', async () => {
    const { id } = await publish(functions, cast.liaison);
    const inputs = { hide: { id, reason }, unhide: { id }, clear: { id: `post:${id}` } };
    for (const act of acts) {
      expect(await functions.send(`post.${act}`, inputs[act], cast.liaison.token)).toMatchObject({
        error: { code: 'FORBIDDEN', message: '不能处理自己的晒单，请由其他联络员或主席团处理' },
      });
    }
    expect(await inQueue(id, cast.liaison)).toEqual([]);
    expect(await inQueue(id, cast.otherLiaison)).toEqual([]);
    expect(await inQueue(id, cast.leader)).toHaveLength(1);
    expect(await inQueue(id, cast.presidium)).toHaveLength(1);
    await clear(id, cast.leader);
    expect(await inQueue(id, cast.presidium)).toEqual([]);
  });
});

it('takes points and outcomes back and gives them again, each time and once', async () => {
  const [before, paid] = [await balance(), await amountYuan()];
  const seen = async () => [(await balance()) - before, (await amountYuan()) - paid];
  const { id } = await publish(functions, cast.member, { outcomes: [{ kind: 'gift', amountYuan: 300 }] });
  expect(await seen()).toEqual([1, 300]);
  for (let round = 0; round < 2; round += 1) {
    await hide(id);
    expect(await seen()).toEqual([0, 0]);
    await unhide(id);
    expect(await seen()).toEqual([1, 300]);
  }
  await hide(id);
  await functions.call('post.remove', { id }, cast.member.token);
  expect(await seen()).toEqual([0, 0]);
  expect((await functions.call('post.get', { id }, cast.member.token)).post.status).toBe('removed');
  expect(await functions.send('post.unhide', { id }, cast.liaison.token)).toMatchObject({
    error: { code: 'WRONG_STATE', message: '这条晒单已被发布人撤回' },
  });
});

it('takes back what was hidden and shown again with what it earned', async () => {
  const before = await balance();
  const { id } = await publish(functions, cast.member);
  await hide(id);
  await unhide(id);
  expect((await balance()) - before).toBe(1);
  await functions.call('post.remove', { id }, cast.member.token);
  expect(await balance()).toBe(before);
});

it('takes the outcomes off the linked wish, and puts them back', async () => {
  const wishId = await aWishThatIs('claimed', functions, cast);
  const before = await amountYuan();
  const { id } = await publish(functions, cast.member, { wishId, outcomes: [{ kind: 'gift', amountYuan: 500 }] });
  await functions.call('wish.fulfil', { id: wishId, note: '已送到家', outcomes: [] }, cast.member.token);
  const counted: number[] = [await amountYuan()];
  for (const act of [hide, unhide, hide]) {
    await act(id);
    counted.push(await amountYuan());
  }
  await functions.call('post.remove', { id }, cast.member.token);
  counted.push(await amountYuan());
  expect(counted.map((yuan) => yuan - before)).toEqual([500, 0, 500, 0, 0]);
});

it('lets one of two judges at once decide, and says to the other who was faster', async () => {
  const { id } = await publish(functions, cast.member);
  const before = await balance();
  const answers = await Promise.all(
    [cast.liaison, cast.presidium, cast.leader].map(({ token }) => functions.send('post.hide', { id, reason }, token)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const { hiddenBecause } = (await functions.call('post.get', { id }, cast.member.token)).post;
  for (const answer of answers.filter(({ ok }) => !ok)) {
    expect(answer).toMatchObject({
      error: {
        code: 'WRONG_STATE',
        message: expect.stringMatching(
          `^${hiddenBecause?.who}在.*更新了这条晒单（已隐藏：${reason}），请刷新后再操作$`,
        ),
      },
    });
  }
  expect((await balance()) - before).toBe(-1);
  await Promise.all([cast.liaison, cast.presidium].map(({ token }) => functions.send('post.unhide', { id }, token)));
  expect(await balance()).toBe(before);
  expect(await functions.refusal('post.unhide', { id }, cast.liaison.token)).toBe('WRONG_STATE');
});

it('takes one report from each account, shows the reasons to the judges and never by whom', async () => {
  const { id } = await publish(functions, cast.member);
  expect(await functions.refusal('post.report', { id, reason: '内容不实' }, cast.member.token)).toBe('FORBIDDEN');
  expect(await functions.refusal('post.report', { id, reason: '内容不实' })).toBe('UNAUTHENTICATED');
  const once = await report(id, cast.resident);
  expect(await report(id, cast.resident)).toEqual(once);
  await Promise.all([report(id, cast.otherMember), report(id, cast.otherMember)]);
  expect(await inQueue(id, cast.liaison)).toEqual(['reported']);
  expect(await inQueue(id, cast.otherLiaison)).toEqual([]);
  const { items } = await functions.call('post.queue', { kind: 'reported' }, cast.presidium.token);
  const item = items.find(({ postId }) => postId === id);
  expect(item).toMatchObject({ id: `post:${id}`, of: 'post', who: '周建平代表', hidden: false });
  expect(item?.reports.map((one) => one.reason)).toEqual(['内容不实', '内容不实']);
  expect(item?.photos).toHaveLength(1);
  await hide(id);
  expect(await inQueue(id, cast.presidium)).toEqual([]);
  expect(await functions.refusal('post.report', { id, reason: '内容不实' }, cast.leader.token)).toBe('WRONG_STATE');
});

it('clears once, and refuses what is hidden or not in the queue', async () => {
  const { id } = await publish(functions, cast.member);
  await clear(id);
  expect(await inQueue(id, cast.presidium)).toEqual([]);
  expect(await functions.send('post.clear', { id: `post:${id}` }, cast.presidium.token)).toMatchObject({
    error: { code: 'WRONG_STATE', message: expect.stringContaining('代表小组 陈志明在') },
  });
  await report(id, cast.resident);
  expect(await inQueue(id, cast.presidium)).toEqual(['reported']);
  await hide(id);
  expect(await functions.refusal('post.clear', { id: `post:${id}` }, cast.liaison.token)).toBe('WRONG_STATE');
  expect(await functions.refusal('post.clear', { id }, cast.liaison.token)).toBe('INVALID_INPUT');
  expect(await functions.refusal('post.clear', { id: 'post:nothing' }, cast.liaison.token)).toBe('NOT_FOUND');
});

it('pauses the reports of who is turned down three times, until one of them turns out right', async () => {
  const reporter = await aResident(functions);
  const ids: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const { id } = await publish(functions, cast.member);
    await report(id, reporter);
    await clear(id);
    ids.push(id);
  }
  const { id: next } = await publish(functions, cast.member);
  expect(await functions.send('post.report', { id: next, reason: '内容不实' }, reporter.token)).toMatchObject({
    error: {
      code: 'FORBIDDEN',
      message: expect.stringMatching(/^您 30 天内有 3 次举报经核实不成立，举报暂停到.*月.*日/),
    },
  });
  // Reports alone are paused, and of this account alone.
  await functions.call('post.comment', { id: next, text: '辛苦了', clientToken: newId() }, reporter.token);
  await report(next, cast.resident);
  await hide(ids[0] ?? '');
  expect((await report(next, reporter)).post.id).toBe(next);
});

it('pauses an author three of whose posts a person hid, until one is shown again or a week has passed', async () => {
  const ids: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const { id } = await publish(functions, cast.otherMember);
    await hide(id, cast.otherLiaison);
    ids.push(id);
  }
  const refused = async (): Promise<string> => {
    const answer = await publish(functions, cast.otherMember).catch((error: Error) => error.message);
    return typeof answer === 'string' ? answer : answer.status;
  };
  expect(await refused()).toMatch(/^FORBIDDEN 您 30 天内有 3 条晒单被隐藏，发布晒单暂停到/);
  await unhide(ids[1] ?? '', cast.presidium);
  expect(await refused()).toBe('published');
  await hide(ids[1] ?? '', cast.otherLiaison);
  expect(await refused()).toMatch(/^FORBIDDEN/);
  functions.clock.now = new Date(functions.clock.now.getTime() + 7 * 24 * 3600_000);
  expect(await refused()).toBe('published');
});

it('pages the queue oldest first over posts and comments, without a repeat or a gap while others judge and publish', async () => {
  const base = functions.clock.now.getTime();
  const { id: about } = await publish(functions, cast.member);
  await clear(about);
  const expected: string[] = [];
  for (let minute = 1; minute <= 6; minute += 1) {
    // Two of each moment.
    functions.clock.now = new Date(base + Math.ceil(minute / 2) * 60_000);
    if (minute % 2) {
      const input = { id: about, text: `第${minute}条，加我微信`, clientToken: newId() };
      const { comment } = await functions.call('post.comment', input, cast.resident.token);
      expected.push(`comment:${comment.id}`);
    } else {
      const { id } = await publish(functions, cast.member, { text: `加我微信了解第${minute}件` });
      expected.push(`post:${id}`);
    }
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const asked = { kind: 'hinted' as const, limit: 2, ...(cursor === undefined ? {} : { cursor }) };
    const page = await functions.call('post.queue', asked, cast.liaison.token);
    seen.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor ?? undefined;
    if (seen.length === 2) {
      await functions.call('post.clear', { id: seen[0] ?? '' }, cast.liaison.token);
      await functions.call('post.clear', { id: expected[3] ?? '' }, cast.presidium.token);
      functions.clock.now = new Date(base + 3600_000);
      expected.push(`post:${(await publish(functions, cast.member, { text: '加我微信看新的' })).id}`);
    }
  } while (cursor !== undefined);
  expect(seen).toEqual(expected.filter((_, index) => index !== 3));
  const counts = await functions.call('post.queueCount', {}, cast.liaison.token);
  expect(counts.hinted).toBe(5);
  for (const id of seen.slice(1)) await functions.call('post.clear', { id }, cast.liaison.token);
  expect((await functions.call('post.queueCount', {}, cast.liaison.token)).hinted).toBe(0);
});

it('counts up to 99 of a kind and reads a page by its index, however much waits', async () => {
  const { id } = await publish(functions, cast.member);
  const post = await posts.get(id);
  const many = Array.from({ length: 400 }, (_, index) => ({
    ...post,
    _id: `many-${index}`,
    clientToken: `many-${index}`,
  }));
  await (await posts.posts()).insertMany(many);
  let before = functions.examined();
  const { fresh } = await functions.call('post.queueCount', {}, cast.liaison.token);
  expect(fresh).toBe(99);
  expect(functions.examined() - before).toBeLessThan(250);
  before = functions.examined();
  const page = await functions.call('post.queue', { kind: 'fresh', limit: 10 }, cast.presidium.token);
  expect(page.items).toHaveLength(10);
  expect(functions.examined() - before).toBeLessThan(50);
});
