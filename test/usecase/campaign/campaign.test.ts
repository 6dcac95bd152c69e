/** 主题实践活动 from the plan to the report: who plans, who reads, who does, and what next year's is made from. */
import { campaigns } from '../../../cloudfunctions/store/campaigns';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { aPhoto } from '../../support/town';
import { aCampaignTown, at, type CampaignTown } from './cast';

let town: CampaignTown;
beforeAll(async () => {
  town = await aCampaignTown();
});
beforeEach(async () => {
  town.clock.now = at('2026-11-16T09:00:00');
  await (await campaigns()).deleteMany({});
});
afterAll(() => town.close());

const planner = () => town.tokenOf(town.cast.presidium);
const liaison = () => town.tokenOf(town.cast.liaison);

describe('the plan', () => {
  it('is begun once, changed by the presidium alone, and seen by the office alone', async () => {
    const { call, refusal, cast, aDraft } = town;
    const [one, same] = await Promise.all([
      aDraft({ clientToken: 'the-same-token' }),
      aDraft({ clientToken: 'the-same-token' }),
    ]);
    expect(same.id).toBe(one.id);
    const { id, rev, from, until } = one;
    const change = { id, rev, name: '助推发展我出力', from, until, themes: [] };
    expect(await refusal('campaign.save', change, liaison())).toBe('FORBIDDEN');
    expect((await call('campaign.save', change, planner())).campaign).toMatchObject({ name: '助推发展我出力', rev: 2 });
    expect(await refusal('campaign.save', change, planner())).toBe('WRONG_STATE');
    expect(await refusal('campaign.get', { id }, town.tokenOf(cast.member))).toBe('NOT_FOUND');
    expect(await refusal('campaign.list', { status: 'draft' }, liaison())).toBe('FORBIDDEN');
    const swapped = { ...change, rev: 2, from: until, until: from };
    expect(await refusal('campaign.save', swapped, planner())).toBe('INVALID_INPUT');
    await call('campaign.discard', { id, rev: 2 }, planner());
    expect(await refusal('campaign.get', { id }, planner())).toBe('NOT_FOUND');
  });

  it('starts once, with a notice to write and a day to come', async () => {
    const { call, refusal, aDraft, cast } = town;
    const silent = await aDraft({ notice: '' });
    expect(await refusal('campaign.publish', { id: silent.id }, planner())).toBe('INVALID_INPUT');
    const past = await aDraft({ from: '2026-10-01', until: '2026-11-15' });
    expect(await refusal('campaign.publish', { id: past.id }, planner())).toBe('INVALID_INPUT');
    const { id, name } = await aDraft({ until: '2026-11-16' });
    expect(await refusal('campaign.publish', { id }, town.tokenOf(cast.admin))).toBe('FORBIDDEN');
    const both = [1, 2].map(() => town.send('campaign.publish', { id }, planner()));
    expect((await Promise.all(both)).filter(({ ok }) => ok)).toHaveLength(1);
    for (const person of [cast.member, cast.otherMember, cast.liaison]) {
      expect((await town.told(person)).filter((text) => text.includes(name))).toHaveLength(1);
    }
    expect(await town.told(cast.resident)).toEqual([]);
    await expect(call('campaign.discard', { id, rev: 2 }, planner())).rejects.toThrow('进行中');
  });

  it('is told to everybody also where the call broke off', async () => {
    const { id, name } = await town.aRunning();
    await (await campaigns()).updateOne({ _id: id }, { $set: { toTell: ['g2'] } });
    await town.call('notice.read', {}, town.tokenOf(town.cast.otherMember));
    expect(await town.runClock('2026-11-16T10:00:00')).toBe(1);
    const { items } = await town.call('notice.list', {}, town.tokenOf(town.cast.otherMember));
    expect(items.filter(({ text, read }) => text.includes(name) && !read)).toHaveLength(1);
    expect(await town.runClock('2026-11-16T10:01:00')).toBe(0);
  });
});

describe('the mobilisation notice', () => {
  it('is confirmed once by each, and the unread are known and reminded by group', async () => {
    const { call, refusal, cast, tokenOf } = town;
    const { id } = await town.aRunning();
    expect(await town.seen(id, cast.member)).toMatchObject({
      toRead: true,
      notice: expect.stringContaining('全体代表'),
    });
    const first = await call('campaign.read', { id }, tokenOf(cast.member));
    town.clock.now = at('2026-11-17T09:00:00');
    expect(await call('campaign.read', { id }, tokenOf(cast.member))).toEqual(first);
    expect(await refusal('campaign.read', { id }, tokenOf(cast.admin))).toBe('FORBIDDEN');
    expect((await town.seen(id, cast.member)).toRead).toBe(false);

    const own = await call('campaign.reads', { id }, liaison());
    expect(own.items).toMatchObject([{ groupId: 'g1', members: 4, read: 1, mayRemind: true }]);
    expect(own.items[0]?.people?.filter(({ readAt }) => readAt)).toMatchObject([{ representativeId: 'g1-member' }]);
    expect(await refusal('campaign.reads', { id, groupId: 'g2' }, liaison())).toBe('FORBIDDEN');
    const all = await call('campaign.reads', { id }, tokenOf(cast.admin));
    expect(all.items).toMatchObject([
      { read: 1, mayRemind: false },
      { groupId: 'g2', members: 4, read: 0 },
    ]);

    expect(await refusal('campaign.remind', { id, groupId: 'g2' }, liaison())).toBe('FORBIDDEN');
    expect(await call('campaign.remind', { id, groupId: 'g1' }, liaison())).toEqual({ reminded: 3 });
    expect(await town.told(cast.member)).not.toContainEqual(expect.stringContaining('我已阅读'));
    expect(await town.told(cast.liaison)).toContainEqual(expect.stringContaining('我已阅读'));
  });

  it('is asked for by the clock after three days, and the report once it is over', async () => {
    const { cast } = town;
    const { id, name } = await town.aRunning({ until: '2026-11-30' });
    await town.call('campaign.read', { id }, town.tokenOf(cast.otherMember));
    expect(await town.runClock('2026-11-19T08:59:00')).toBe(0);
    await town.runClock('2026-11-19T09:00:00');
    expect(await town.told(cast.member)).toContainEqual(expect.stringContaining('我已阅读'));
    expect(await town.told(cast.otherMember)).not.toContainEqual(expect.stringContaining('我已阅读'));
    await town.runClock('2026-12-01T08:00:00');
    expect(await town.told(cast.presidium)).toContain(`“${name}”已到期 1 天，请发布总结并结束活动`);
    expect(await town.runClock('2026-12-02T08:00:00')).toBe(0);
    expect(await town.seen(id)).toMatchObject({ phase: 'over', daysLeft: 0 });
  });

  it('and what is inside is for those who take part; everybody sees name, span, themes and progress', async () => {
    const { id } = await town.aRunning();
    for (const person of [undefined, town.cast.resident, town.cast.department]) {
      const seen = await town.seen(id, person);
      expect(seen).toMatchObject({ themes: ['为民服务我先行', '助推发展我出力'], goals: [], tasks: [], timeline: [] });
      expect([seen.notice, seen.allowed.filter((action) => action !== 'paper')]).toEqual([undefined, []]);
    }
  });
});

describe('goals and tasks', () => {
  const goals = [
    { name: '办结心愿', metric: 'fulfilled' as const, targets: [{ groupId: 'g1', target: 4 }] },
    { name: '帮扶农户', metric: 'manual' as const, unit: '户', targets: [{ groupId: 'g1', target: 10 }] },
  ];

  it('are set by the presidium, and what the system cannot count is reported by the group', async () => {
    const { call, refusal, cast } = town;
    const { id } = await town.aRunning();
    expect(await refusal('campaign.setGoals', { id, goals }, liaison())).toBe('FORBIDDEN');
    const set = (await call('campaign.setGoals', { id, goals }, planner())).campaign;
    const [counted, free] = set.goals;
    const report = { id, goalId: free?.id ?? '', groupId: 'g1', value: 5, note: '已走访五户' };
    expect(await refusal('campaign.reportGoal', report, town.tokenOf(cast.otherLiaison))).toBe('FORBIDDEN');
    expect(await refusal('campaign.reportGoal', { ...report, goalId: counted?.id }, liaison())).toBe('INVALID_INPUT');
    const { campaign } = await call('campaign.reportGoal', report, liaison());
    expect(campaign.goals[1]?.groups).toMatchObject([{ value: 5, target: 10, reported: { note: '已走访五户' } }]);
    // None of 4, half of 10.
    expect(campaign.groups[0]).toMatchObject({ groupId: 'g1', completion: 25 });
    expect(campaign.groups[1]?.completion).toBeUndefined();
    const kept = goals.map((goal, index) => ({ ...goal, id: set.goals[index]?.id ?? '' }));
    const again = (await call('campaign.setGoals', { id, goals: kept }, planner())).campaign;
    expect(again.goals[1]?.groups[0]?.value).toBe(5);
  });

  it('have a person and a day; done and opened again by who answers for it or leads the group', async () => {
    const { call, refusal, cast, tokenOf } = town;
    const { id } = await town.aRunning();
    const task = { id, groupId: 'g1', title: '走访困难户', representativeId: 'g1-member', dueOn: '2026-11-20' };
    const added = { ...task, clientToken: newId() };
    expect(await refusal('campaign.saveTask', { ...added, groupId: undefined }, liaison())).toBe('FORBIDDEN');
    expect(await refusal('campaign.saveTask', { ...added, groupId: 'g2' }, liaison())).toBe('FORBIDDEN');
    expect(await refusal('campaign.saveTask', { ...added, dueOn: '2027-01-01' }, liaison())).toBe('INVALID_INPUT');
    expect(await refusal('campaign.saveTask', { ...added, representativeId: 'g2-member' }, liaison())).toBe(
      'INVALID_INPUT',
    );
    await call('campaign.saveTask', added, liaison());
    const { campaign } = await call('campaign.saveTask', added, liaison());
    expect(campaign.tasks).toHaveLength(1);
    const { id: taskId = '', rev = 0 } = campaign.tasks[0] ?? {};

    expect(await town.runClock('2026-11-17T08:00:00')).toBe(1);
    expect(await town.runClock('2026-11-21T08:00:00')).toBeGreaterThan(0);
    expect(await town.told(cast.liaison)).toContain('任务“走访困难户”（责任人周建平）已超过完成时限');
    expect((await town.seen(id, cast.member)).tasks[0]).toMatchObject({
      isOverdue: true,
      allowed: ['finish'],
    });

    const done = { id, taskId, rev, note: '走访了三户', photos: [await aPhoto(cast.member)] };
    expect(await refusal('campaign.finishTask', { ...done, photos: [] }, tokenOf(cast.otherMember))).toBe('FORBIDDEN');
    const both = [1, 2].map(() => town.send('campaign.finishTask', done, tokenOf(cast.member)));
    expect((await Promise.all(both)).filter(({ ok }) => ok)).toHaveLength(1);
    const [finished] = (await town.seen(id, cast.member)).tasks;
    expect(finished).toMatchObject({ status: 'done', isOverdue: false, done: { who: '代表 周建平', isLate: true } });
    const back = await call('campaign.reopenTask', { id, taskId, reason: '还差两户' }, liaison());
    expect(back.campaign.tasks[0]).toMatchObject({ status: 'open', reopened: { reason: '还差两户' } });
    expect(await town.told(cast.member)).toContainEqual(expect.stringContaining('还差两户'));
    const removed = await call('campaign.removeTask', { id, taskId }, liaison());
    expect(removed.campaign.tasks).toEqual([]);
  });

  it('are copied into the next year with their days moved, and nothing of what was done', async () => {
    const { call } = town;
    const { id } = await town.aRunning();
    await call('campaign.setGoals', { id, goals }, planner());
    const task = { id, groupId: 'g1', title: '走访困难户', representativeId: 'g1-member', dueOn: '2026-12-01' };
    const { campaign } = await call('campaign.saveTask', { ...task, clientToken: newId() }, planner());
    const done = { id, taskId: campaign.tasks[0]?.id ?? '', note: '全部走访' };
    await call('campaign.finishTask', done, planner());
    const next = { id, from: '2027-11-01', until: '2027-12-31', clientToken: newId() };
    const copied = await call('campaign.copy', next, planner());
    expect(await call('campaign.copy', next, planner())).toEqual(copied);
    expect(copied.campaign).toMatchObject({ status: 'draft', from: '2027-11-01', copiedFrom: { id }, rev: 1 });
    expect(copied.campaign.goals.map(({ name }) => name)).toEqual(['办结心愿', '帮扶农户']);
    expect(copied.campaign.tasks).toMatchObject([{ dueOn: '2027-12-01', status: 'open' }]);
    expect(copied.campaign.goals[0]?.id).not.toBe(campaign.goals[0]?.id);
  });
});

describe('the closing report', () => {
  it('is drafted from live figures and freezes them when it is published', async () => {
    const { call, refusal, cast } = town;
    const { id, rev } = await town.aRunning();
    const drafted = await town.seen(id, cast.presidium);
    expect(drafted.report).toMatchObject({ isPublished: false, title: expect.stringContaining('总结') });
    expect((await town.seen(id, cast.member)).report).toBeUndefined();
    expect(await refusal('campaign.close', { id, rev }, planner())).toBe('WRONG_STATE');
    const text = '活动期间，代表们走村入户，共登记群众心愿【登记心愿数】件，办结【办结心愿数】件。';
    const report = { id, rev, title: '活动总结报告', text };
    expect(await refusal('campaign.saveReport', { ...report, text: `${text}【人数】` }, planner())).toBe(
      'INVALID_INPUT',
    );
    const saved = (await call('campaign.saveReport', report, planner())).campaign;
    const closed = (await call('campaign.close', { id, rev: saved.rev }, planner())).campaign;
    expect(closed).toMatchObject({ phase: 'closed', report: { isPublished: true } });
    expect((await town.seen(id)).report?.figures.map(({ name, value }) => `${name} ${value}`)).toEqual([
      '登记心愿数 0',
      '办结心愿数 0',
    ]);
    expect((await call('campaign.paper', { id }, liaison())).name).toContain('活动总结.docx');
    expect(await refusal('campaign.read', { id }, town.tokenOf(cast.member))).toBe('WRONG_STATE');
    const { items } = await call('campaign.list', { status: 'closed' });
    expect(items).toMatchObject([{ id, phase: 'closed' }]);
    const reopened = (await call('campaign.reopen', { id, reason: '数字需要核对' }, planner())).campaign;
    expect(reopened).toMatchObject({ status: 'running', report: { isPublished: false, text } });
  });
});
