import { addDays } from '../../../domain/time';
import { aWishThatIs, signInAs, type Person } from '../../support/town';
import { aDeed, aHonourTown, at, ID, MONTH, seen, type HonourTown } from './cast';

let town: HonourTown;
let token: (who: Person) => string;
let posts: string[];
let wishId: string;

const figure = (figures: { name: string; value: number }[], name: string): number | undefined =>
  figures.find((one) => one.name === name)?.value;

beforeAll(async () => {
  town = await aHonourTown();
  const { functions, cast } = town;
  token = ({ accountId }) => functions.host.issueToken(accountId);
  wishId = await aWishThatIs('closed', functions, cast, {
    content: '王小红家门口的路灯坏了，晚上出门看不清路，请打13959171093',
    consent: { showName: true, showPhoto: false },
  });
  const first = await aDeed(town, cast.member, { outcomes: [{ kind: 'goods', amountYuan: 300.5, people: 3 }] });
  const unasked = await aDeed(town, cast.member, { people: 'unasked', text: '陪老人去医院检查身体' });
  posts = [first.id, unasked.id];
  await functions.call('post.thank', { id: first.id }, cast.resident.token);
});
afterAll(() => town.functions.close());

describe('before the 25th', () => {
  it('shows the evidence, ranked and explained, and names nobody', async () => {
    const { functions, cast } = town;
    const evidence = await functions.call('honour.evidence', { month: MONTH }, cast.liaison.token);
    const [best, second] = evidence.items;
    expect(evidence).toMatchObject({ groupId: 'g1', groupName: '江东代表小组', isOpen: false });
    expect(best).toMatchObject({ rank: 1, name: '周建平', fulfilled: 1, posts: 2, thanks: 1, timesThisYear: 0 });
    expect(best?.why).toMatch(/^本月积分 [\d.]+ 分$/);
    expect(best?.deeds.map(({ kind }) => kind).sort()).toEqual(['post', 'post', 'wish']);
    // The internal rendering: representatives see what the public does not.
    expect(best?.deeds.filter(({ kind }) => kind === 'post').every(({ photo }) => photo !== undefined)).toBe(true);
    expect(second).toMatchObject({ rank: 2, why: '本月还没有积分、办结和晒单' });
    expect(evidence.items.find(({ name }) => name === '陈志明')?.excluded).toBe('不能推荐自己');
    const nominate = { month: MONTH, representativeId: 'g1-member' };
    functions.clock.now = at('2026-11-24T23:59:59');
    expect(await functions.refusal('honour.nominate', nominate, token(cast.liaison))).toBe('WRONG_STATE');
  });

  it('is read by the group and the town, for its own and for any group', async () => {
    const { functions, cast } = town;
    const asked = { month: MONTH, groupId: 'g1' };
    expect(await functions.refusal('honour.evidence', asked, token(cast.otherLiaison))).toBe('FORBIDDEN');
    expect(await functions.refusal('honour.evidence', { month: MONTH }, token(cast.presidium))).toBe('INVALID_INPUT');
    expect(await functions.refusal('honour.evidence', { month: MONTH }, token(cast.member))).toBe('FORBIDDEN');
    const { items } = await functions.call('honour.evidence', asked, token(cast.admin));
    expect(items).toHaveLength(4);
  });
});

describe('from the 25th on', () => {
  beforeAll(() => {
    town.functions.clock.now = at('2026-11-25T00:00:00');
  });

  it('names nobody by themselves', async () => {
    const { functions, cast } = town;
    const self = { month: MONTH, representativeId: 'g1-liaison' };
    expect(await functions.refusal('honour.nominate', self, token(cast.liaison))).toBe('FORBIDDEN');
    const other = { month: MONTH, representativeId: 'g1-member' };
    expect(await functions.refusal('honour.nominate', other, token(cast.otherLiaison))).toBe('FORBIDDEN');
  });

  it('lets a group say why it names nobody, and change its mind', async () => {
    const { functions, cast } = town;
    const reason = '本月小组集中参加培训，没有突出事迹';
    const { model } = await functions.call('honour.skip', { month: MONTH, reason }, token(cast.liaison));
    expect(model).toMatchObject({ id: ID, status: 'none', reason, figures: [] });
    expect(model.allowed).toEqual(expect.arrayContaining(['nominate', 'skip']));
    const desk = await functions.call('honour.desk', { month: MONTH }, token(cast.presidium));
    expect(desk.items.map(({ groupId, status }) => [groupId, status])).toEqual([
      ['g1', 'none'],
      ['g2', null],
    ]);
    expect(await functions.refusal('honour.get', { id: ID })).toBe('NOT_FOUND');
  });

  it('drafts the article from the deeds, without the wisher, and once for two at once', async () => {
    const { functions, cast } = town;
    const nominate = { month: MONTH, representativeId: 'g1-member' };
    const answers = await Promise.all(
      [cast.liaison, cast.leader].map((who) => functions.send('honour.nominate', nominate, token(who))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const model = await seen(town, cast.liaison);
    expect(model).toMatchObject({ status: 'drafting', representative: '周建平', isLate: false });
    expect(model.text.length).toBeGreaterThan(200);
    expect(model.text).toContain('【办结件数】');
    expect(model.text).toContain('路灯已经修好');
    expect(model.text).not.toMatch(/王小红|13959171093/);
    expect(figure(model.figures, '帮扶金额')).toBe(300.5);
    // Of the post whose people nobody has asked there is no photo to choose.
    expect([model.photos.length, model.photoChoices.length]).toEqual([1, 1]);
    expect(await functions.refusal('honour.nominate', nominate, token(cast.liaison))).toBe('DUPLICATE');
  });

  it('saves what is not stale, not private and quotes no unknown figure', async () => {
    const { functions, cast } = town;
    const { rev, text } = await seen(town, cast.liaison);
    const save = (set: object) => functions.send('honour.save', { id: ID, rev, ...set }, token(cast.liaison));
    expect(await save({ text: `${text}【好人数】` })).toMatchObject({
      error: { code: 'INVALID_INPUT', message: expect.stringContaining('【好人数】') },
    });
    expect(await save({ text: `${text}电话13959171093` })).toMatchObject({
      error: { code: 'CONTENT_REJECTED', details: { spots: [{ kind: '手机号', found: '13959171093' }] } },
    });
    expect(await save({ text: `${text}王 小红连声道谢` })).toMatchObject({
      error: { code: 'CONTENT_REJECTED', details: { spots: [{ kind: '心愿人姓名', found: '王 小红' }] } },
    });
    expect(await save({ photos: ['nobodys'] })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(await save({ text: '太短' })).toMatchObject({ ok: true });
    expect(await save({ text })).toMatchObject({
      error: { code: 'WRONG_STATE', message: expect.stringContaining('更新了这篇稿件') },
    });
    expect(await functions.refusal('honour.submit', { id: ID }, token(cast.liaison))).toBe('INVALID_INPUT');
    const { model } = await functions.call(
      'honour.save',
      { id: ID, rev: rev + 1, text: `${text}感谢【感谢数】次。`, title: '办结【办结件数】件心愿的周建平' },
      token(cast.liaison),
    );
    // Written over and over, it is one line of the history.
    expect(model.timeline.map(({ what }) => what)).toEqual(['本月不推荐', '推荐', '修改稿件']);
  });

  it('is handed in by one, sent back with a reason, signed by another', async () => {
    const { functions, cast } = town;
    await functions.call('honour.submit', { id: ID }, token(cast.liaison));
    expect(await functions.refusal('honour.sign', { id: ID }, token(cast.liaison))).toBe('FORBIDDEN');
    const { items } = await functions.call('notice.list', {}, token(cast.leader));
    expect(items[0]).toMatchObject({ kind: 'model', modelId: ID, text: '11月典型代表周建平的信息稿件请您签字' });
    await functions.call('honour.sendBack', { id: ID, reason: '请写清楚轮椅的来源' }, token(cast.leader));
    expect(await seen(town, cast.liaison)).toMatchObject({ status: 'drafting', sentBack: '请写清楚轮椅的来源' });
    // Who hands it in does not sign it, though a leader.
    await functions.call('honour.submit', { id: ID }, token(cast.leader));
    expect(await functions.refusal('honour.sign', { id: ID }, token(cast.leader))).toBe('FORBIDDEN');
    const { model } = await functions.call('honour.sign', { id: ID }, token(cast.presidium));
    expect(model).toMatchObject({ status: 'signed', signedBy: expect.stringContaining('主席团') });
    expect(await functions.refusal('honour.publish', { id: ID }, token(cast.leader))).toBe('FORBIDDEN');
  });

  it('is published once by two at once, with what it quotes frozen', async () => {
    const { functions, cast } = town;
    const { rev } = await seen(town, cast.presidium);
    expect(await functions.refusal('honour.publish', { id: ID, rev: rev - 1 }, token(cast.presidium))).toBe(
      'WRONG_STATE',
    );
    const both = await Promise.all(
      [1, 2].map(() => functions.send('honour.publish', { id: ID, rev }, token(cast.presidium))),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { model } = await functions.call('honour.get', { id: ID });
    expect(model).toMatchObject({ status: 'published', timeline: [], allowed: [], photoChoices: [] });
    expect(model.draftedBy).toBeUndefined();
    const { items } = await functions.call('honour.list', {});
    expect(items).toMatchObject([{ id: ID, title: '办结1件心愿的周建平', groupName: '江东代表小组' }]);
    expect(items[0]?.photo).toBeDefined();
    const told = await functions.call('notice.list', {}, token(cast.member));
    expect(told.items[0]).toMatchObject({ modelId: ID, text: expect.stringContaining('已发布：办结1件心愿的周建平') });
  });

  it('says the same for ever, whatever becomes of what it counted, and hides the picture of a hidden post', async () => {
    const { functions, cast } = town;
    const before = (await functions.call('honour.get', { id: ID })).model;
    await functions.call('post.hide', { id: posts[0] ?? '', reason: '照片需要打码' }, token(cast.presidium));
    await functions.call('wish.reopen', { id: wishId, reason: '路灯又坏了' }, token(cast.presidium));
    const after = (await functions.call('honour.get', { id: ID })).model;
    expect(after.figures).toEqual(before.figures);
    expect(figure(after.figures, '办结件数')).toBe(1);
    expect(after.figures.find(({ name }) => name === '办结件数')?.refs).toEqual([
      { kind: 'wish', id: wishId, label: expect.stringMatching(/^CJ-2026-\d{4} 刘胜村 基础设施$/) },
    ]);
    expect([before.photos.length, after.photos.length]).toEqual([1, 0]);
  });

  it('is taken down with a reason, counts anew, and is published again', async () => {
    const { functions, cast } = town;
    const reason = '稿件中的数字需要更正';
    const { model } = await functions.call('honour.retract', { id: ID, reason }, token(cast.presidium));
    expect([model.status, figure(model.figures, '办结件数')]).toEqual(['signed', 0]);
    expect(model.timeline.at(-1)).toMatchObject({
      what: '撤下更正',
      note: reason,
      who: expect.stringContaining('主席团'),
    });
    expect(await functions.refusal('honour.get', { id: ID })).toBe('NOT_FOUND');
    functions.clock.now = at('2026-12-06T00:00:00');
    expect((await seen(town, cast.presidium)).isLate).toBe(true);
    await functions.call('honour.publish', { id: ID }, token(cast.presidium));
    expect((await seen(town, cast.presidium)).isLate).toBe(false);
  });
});

it('names the same person twice a year and no third time', async () => {
  const { functions, cast } = town;
  functions.clock.now = at('2026-12-28T10:00:00');
  const named = (month: string) => ({ month, representativeId: 'g1-member' });
  await functions.call('honour.nominate', named('2026-10'), token(cast.liaison));
  expect(await functions.send('honour.nominate', named('2026-12'), token(cast.liaison))).toMatchObject({
    error: { code: 'WRONG_STATE', message: '周建平本年已被推荐 2 次，每年最多 2 次，请推荐其他代表' },
  });
  const { items } = await functions.call('honour.evidence', { month: '2026-12' }, token(cast.liaison));
  expect(items.find(({ name }) => name === '周建平')).toMatchObject({
    timesThisYear: 2,
    excluded: '本年已被推荐 2 次，每年最多 2 次',
  });
  // Another year counts anew; another person of the draft does not.
  functions.clock.now = at('2027-01-25T10:00:00');
  await functions.call('honour.nominate', named('2027-01'), token(cast.liaison));
  const other = { id: '2027-01:g1', rev: 1, representativeId: 'g2-member' };
  expect(await functions.refusal('honour.save', other, token(cast.leader))).toBe('INVALID_INPUT');
  const { model } = await functions.call(
    'honour.save',
    { ...other, representativeId: 'g1-member2' },
    token(cast.leader),
  );
  expect(model.representative).toBe('沈丽芳');
  expect(model.text).toContain('沈丽芳是长江镇人大代表');
});

it('has the presidium sign where the only leader is named', async () => {
  const { functions, cast } = town;
  functions.clock.now = addDays(at('2027-01-25T10:00:00'), 1);
  const id = '2027-01:g2';
  const leader = { month: '2027-01', representativeId: 'g2-leader' };
  await functions.call('honour.nominate', leader, token(cast.otherLiaison));
  expect(await functions.refusal('honour.save', { id, rev: 1, title: '我的事迹' }, token(cast.otherLeader))).toBe(
    'FORBIDDEN',
  );
  await functions.call('honour.submit', { id }, token(cast.otherLiaison));
  const { items } = await functions.call('notice.list', {}, token(cast.presidium));
  expect(items[0]).toMatchObject({ modelId: id });
  const { model } = await functions.call('honour.sign', { id }, token(cast.presidium));
  expect(model.status).toBe('signed');
  const none = await signInAs(functions, 'representative', 'g2-member');
  expect(await functions.refusal('honour.get', { id }, none.token)).toBe('NOT_FOUND');
});
