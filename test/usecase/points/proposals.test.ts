import { account } from '../../../cloudfunctions/account/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { post } from '../../../cloudfunctions/post/use-cases';
import * as accounts from '../../../cloudfunctions/store/accounts';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import type { Input, Output } from '../../../contract/contract';
import { addDays, DAY_MS } from '../../../domain/time';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aPhoto, aTown, aWishThatIs, signInAs, type Cast, type Person } from '../../support/town';

const NOW = new Date('2026-11-10T02:00:00Z');

let functions: Functions;
let cast: Cast & { leader: Person; second: Person };

beforeAll(async () => {
  functions = await startFunctions([account, notice, points, post, wish], { now: NOW });
  await aTown(functions);
  const second = { _id: newId(), identity: `device:${newId()}`, name: '副主席', granted: ['presidium' as const] };
  await accounts.ensureOnce({ ...second, createdAt: NOW });
  cast = {
    ...(await aCast(functions)),
    leader: await signInAs(functions, 'liaison', 'g1-leader'),
    second: { accountId: second._id, token: functions.host.issueToken(second._id) },
  };
});
beforeEach(() => {
  functions.clock.now = NOW;
});
afterAll(() => functions.close());

type Proposed = Input<'points.propose'>;
type View = Output<'points.propose'>['proposal'];

let serial = 0;
/** 走访, each on a day of its own unless it says otherwise. */
const aVisit = (set: Partial<Proposed> = {}): Proposed => {
  serial += 1;
  return {
    rule: 'W1',
    representativeId: 'g1-member',
    at: addDays(NOW, -serial).toISOString().slice(0, 10),
    label: '走访刘胜村三组',
    reason: '听取对道路改造的意见',
    evidence: '走访记录本第 3 页',
    clientToken: newId(),
    ...set,
  };
};
const propose = async (data: Proposed, { token }: Person = cast.member): Promise<View> =>
  (await functions.call('points.propose', data, token)).proposal;
const confirm = async ({ id }: View, { token }: Person): Promise<View> =>
  (await functions.call('points.confirm', { proposalId: id }, token)).proposal;
const refused = (name: string, data: object, { token }: Person) => functions.refusal(name, data, token);
const seenBy = async ({ id }: View, { accountId }: Person): Promise<View> =>
  (await functions.call('points.getProposal', { id }, functions.host.issueToken(accountId))).proposal;
const entriesOf = async (representativeId: string, ...rules: string[]) => {
  const { items } = await functions.call('points.entries', { representativeId, limit: 50 }, cast.presidium.token);
  return items.filter(({ rule }) => rules.includes(rule));
};
const told = async ({ token }: Person) =>
  (await functions.call('notice.list', { limit: 50 }, token)).items.map(({ text }) => text);

it('自行申报: the leader or 人大办 confirms, and it is booked once with a word to the person', async () => {
  const visit = aVisit({ photos: [await aPhoto(cast.member)] });
  const proposal = await propose(visit);
  expect(proposal).toMatchObject({
    ...{ kind: 'award', rule: 'W1', status: 'open', points: 1, representative: '周建平', decidedBy: '组长、联络员' },
    ...{ booksItself: false, proposed: { who: '代表 周建平', bySystem: false }, allowed: ['drop'] },
  });
  expect((await told(cast.leader))[0]).toContain('周建平');
  expect((await seenBy(proposal, cast.leader)).allowed).toEqual(['confirm', 'drop']);
  const answers = await Promise.all(
    [cast.leader, cast.liaison, cast.presidium, cast.admin].map(({ token }) =>
      functions.send('points.confirm', { proposalId: proposal.id }, token),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const booked = await seenBy(proposal, cast.member);
  expect(booked).toMatchObject({ status: 'booked', allowed: [] });
  const entries = await entriesOf('g1-member', 'W1');
  expect(entries).toMatchObject([{ id: booked.entryId, delta: 1, ref: { kind: 'proposal', id: proposal.id } }]);
  expect((await told(cast.member))[0]).toBe('“走访、接待选民”（走访刘胜村三组）已记分：加 1 分');
});

it('is never confirmed by who proposed it, whom it concerns, or somebody who has no say', async () => {
  const ofLiaison = await propose(aVisit(), cast.liaison);
  expect(await refused('points.confirm', { proposalId: ofLiaison.id }, cast.liaison)).toBe('FORBIDDEN');
  const ofLeader = await propose(aVisit({ representativeId: 'g1-leader' }), cast.liaison);
  expect(await refused('points.confirm', { proposalId: ofLeader.id }, cast.leader)).toBe('FORBIDDEN');
  const article = await propose(aVisit({ rule: 'G2', amount: { grade: '县级' }, label: '县报三版' }));
  expect(article).toMatchObject({ points: 2, decidedBy: '人大办' });
  for (const person of [cast.leader, cast.otherLiaison, cast.member, cast.resident]) {
    expect(await refused('points.confirm', { proposalId: article.id }, person)).toBe('FORBIDDEN');
  }
  expect(await refused('points.getProposal', { id: article.id }, cast.otherMember)).toBe('FORBIDDEN');
  expect((await confirm(article, cast.admin)).status).toBe('booked');
  expect((await confirm(ofLiaison, cast.leader)).status).toBe('booked');
});

it('is proposed for oneself, by the group’s own or by 主席团, and by the rules that are for it', async () => {
  expect(await refused('points.propose', aVisit(), cast.otherMember)).toBe('FORBIDDEN');
  expect(await refused('points.propose', aVisit(), cast.otherLiaison)).toBe('FORBIDDEN');
  expect(await refused('points.propose', aVisit({ rule: 'D9' }), cast.member)).toBe('FORBIDDEN');
  for (const rule of ['W4', 'D1', 'M1', 'S3'] as const) {
    expect(await refused('points.propose', aVisit({ rule }), cast.presidium)).toBe('INVALID_INPUT');
  }
  const wrong: Partial<Proposed>[] = [
    { evidence: undefined },
    { at: '2026-11-11' },
    { at: '2025-01-01' },
    { at: '2026-02-31' },
    { rule: 'G3' },
    { rule: 'G3', amount: { grade: '国家级' } },
    { amount: { grade: '镇级' } },
    { campaignId: 'nothing' },
    { wishId: 'w1' },
    { rule: 'D6' },
  ];
  for (const set of wrong)
    expect([set, await refused('points.propose', aVisit(set), cast.presidium)]).toEqual([set, 'INVALID_INPUT']);
  const { items } = await functions.call('points.proposalOptions', {}, cast.member.token);
  expect(items.map(({ rule }) => rule)).toEqual(['M4', 'M5', 'M6', 'W1', 'G2', 'G3', 'G4']);
});

it('is one thing once: the same token answers what is there, the same day is a duplicate, and caps hold', async () => {
  const visit = aVisit({ rule: 'M5', label: '建议第 12 号' });
  const [first, again] = await Promise.all([propose(visit), propose(visit)]);
  expect(again.id).toBe(first.id);
  expect((await propose(visit)).id).toBe(first.id);
  const same = { ...visit, clientToken: newId() };
  expect(await refused('points.propose', same, cast.liaison)).toBe('DUPLICATE');
  // Taken back by who proposed it, it may be proposed anew; refused by another, not.
  const drop = { proposalId: first.id, reason: '编号写错了' };
  expect((await functions.call('points.drop', drop, cast.member.token)).proposal).toMatchObject({ status: 'dropped' });
  const anew = await propose(same, cast.liaison);
  const notTaken = { proposalId: anew.id, reason: '这件建议没有受理' };
  await functions.call('points.drop', notTaken, cast.presidium.token);
  expect(await told(cast.member)).toContain('“提出建议（受理）”（建议第 12 号）不记分：这件建议没有受理');
  expect((await told(cast.liaison)).join()).toContain('这件建议没有受理');
  expect(await refused('points.propose', { ...visit, clientToken: newId() }, cast.member)).toBe('DUPLICATE');
  expect(await refused('points.confirm', { proposalId: anew.id }, cast.presidium)).toBe('WRONG_STATE');
});

it('a deduction leaves 24 hours to explain before another confirms it', async () => {
  const proposal = await propose(aVisit({ rule: 'D9', label: '2025 年述职' }), cast.presidium);
  const { id: proposalId } = proposal;
  expect(proposal).toMatchObject({ kind: 'deduction', points: -5, booksItself: false, allowed: ['drop'] });
  expect(await told(cast.member)).toContain(
    '拟扣 5 分（当年未述职）：听取对道路改造的意见。11月11日 10:00 前可以点开说明情况',
  );
  const said = { proposalId, text: '述职安排在本周五' };
  expect(await refused('points.explain', said, cast.otherMember)).toBe('FORBIDDEN');
  functions.clock.now = new Date(NOW.getTime() + DAY_MS - 1);
  expect(await refused('points.confirm', { proposalId }, cast.second)).toBe('WRONG_STATE');
  const explained = await functions.call('points.explain', said, cast.member.token);
  expect(explained.proposal).toMatchObject({ status: 'explained', explanation: { text: '述职安排在本周五' } });
  expect((await told(cast.second)).join()).toContain('周建平对一项拟扣分作了说明');
  expect(await refused('points.explain', said, cast.member)).toBe('WRONG_STATE');
  functions.clock.now = new Date(NOW.getTime() + DAY_MS);
  expect((await seenBy(proposal, cast.second)).allowed).toEqual(['confirm', 'drop']);
  expect(await refused('points.confirm', { proposalId }, cast.presidium)).toBe('FORBIDDEN');
  expect(await confirm(proposal, cast.second)).toMatchObject({ status: 'booked' });
  expect((await entriesOf('g1-member', 'D9')).map(({ delta }) => delta)).toEqual([-5]);

  const late = await propose(aVisit({ rule: 'M3', label: '二次会议' }), cast.presidium);
  functions.clock.now = addDays(functions.clock.now, 1);
  expect(await refused('points.explain', { ...said, proposalId: late.id }, cast.member)).toBe('WRONG_STATE');
});

it('敷衍办结 takes back what the wish paid, 弄虚作假 what the post paid', async () => {
  const wishId = await aWishThatIs('closed', functions, cast);
  const { items: before } = await functions.call('points.entries', { representativeId: 'g1-member' }, cast.admin.token);
  const fulfilled = before.find(({ ref }) => ref.id === wishId);
  expect(fulfilled?.rule).toBe('W4');
  const sham = await propose(aVisit({ rule: 'D6', wishId, label: '回访', reason: '回访时灯仍不亮' }), cast.liaison);
  expect(sham).toMatchObject({ wishId, ref: { kind: 'wish', label: fulfilled?.ref.label } });

  const text = '给独居老人送去了新轮椅，陪着聊了聊天';
  const photos = [await aPhoto(cast.otherMember)];
  const { post: shown } = await functions.call(
    'post.publish',
    { text, photos, clientToken: newId() },
    cast.otherMember.token,
  );
  const about = aVisit({ rule: 'D7', postId: shown.id, label: '晒单用了旧图', representativeId: 'g2-member' });
  expect(await refused('points.propose', { ...about, representativeId: 'g1-member' }, cast.presidium)).toBe(
    'INVALID_INPUT',
  );
  const forged = await propose(about, cast.presidium);
  functions.clock.now = addDays(NOW, 1);
  await confirm(sham, cast.presidium);
  await confirm(forged, cast.second);
  const ofWish = (await entriesOf('g1-member', 'W4', 'D6')).map(({ rule, kind, delta }) => [rule, kind, delta]);
  const { delta = 0 } = fulfilled ?? {};
  expect(ofWish).toEqual(
    expect.arrayContaining([
      ['D6', 'paid', -5],
      ['W4', 'reversal', -delta],
      ['W4', 'paid', delta],
    ]),
  );
  const ofPost = (await entriesOf('g2-member', 'S1', 'D7')).map(({ rule, kind, delta }) => [rule, kind, delta]);
  expect(ofPost).toEqual(
    expect.arrayContaining([
      ['D7', 'paid', -10],
      ['S1', 'reversal', -1],
      ['S1', 'paid', 1],
    ]),
  );
});

it('精选 proposes S3, which another confirms; what is featured or shown no more is taken back', async () => {
  const photos = [await aPhoto(cast.otherMember)];
  const publish = { text: '和志愿者一起清理了河道两岸的垃圾', photos, clientToken: newId() };
  const { post: shown } = await functions.call('post.publish', publish, cast.otherMember.token);
  const feature = (on: boolean) => functions.call('post.feature', { id: shown.id, on }, cast.presidium.token);
  const ofPost = async () => {
    const { items } = await functions.call('points.listProposals', { scope: 'town', limit: 50 }, cast.second.token);
    return items.filter(({ rule, postId }) => rule === 'S3' && postId === shown.id);
  };
  const sumOfS3 = async () => (await entriesOf('g2-member', 'S3')).reduce((sum, { delta }) => sum + delta, 0);
  await feature(true);
  await feature(true);
  const [first] = await ofPost();
  if (!first) throw new Error('nothing was proposed');
  expect(await ofPost()).toHaveLength(1);
  expect(await refused('points.confirm', { proposalId: first.id }, cast.presidium)).toBe('FORBIDDEN');
  await confirm(first, cast.second);
  expect(await sumOfS3()).toBe(2);
  await feature(false);
  expect(await sumOfS3()).toBe(0);
  await feature(true);
  await functions.call('post.hide', { id: shown.id, reason: '有人投诉，正在核实' }, cast.presidium.token);
  expect((await ofPost()).map(({ status }) => status).sort()).toEqual(['booked', 'dropped']);
  await functions.call('post.unhide', { id: shown.id }, cast.presidium.token);
  const open = (await ofPost()).find(({ status }) => status === 'open');
  if (!open) throw new Error('it is not proposed anew');
  await confirm(open, cast.second);
  expect(await sumOfS3()).toBe(2);
  await functions.call('post.remove', { id: shown.id }, cast.otherMember.token);
  expect(await sumOfS3()).toBe(0);
});

it('lists one’s own, the group’s for its leaders and the town’s for 人大办, page by page', async () => {
  const list = (scope: 'mine' | 'group' | 'town', { token }: Person, more: object = {}) =>
    functions.call('points.listProposals', { scope, limit: 50, ...more }, token);
  const mine = (await list('mine', cast.member)).items;
  expect(new Set(mine.map(({ representativeId }) => representativeId))).toEqual(new Set(['g1-member']));
  const group = (await list('group', cast.liaison)).items;
  expect(new Set(group.map(({ groupId }) => groupId))).toEqual(new Set(['g1']));
  expect(group.length).toBeGreaterThan(mine.length);
  expect(await refused('points.listProposals', { scope: 'group' }, cast.member)).toBe('FORBIDDEN');
  expect(await refused('points.listProposals', { scope: 'town' }, cast.liaison)).toBe('FORBIDDEN');
  for (const status of [undefined, 'waiting', 'booked'] as const) {
    const more = status === undefined ? {} : { status };
    const { items } = await list('town', cast.admin, more);
    const paged: View[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await list('town', cast.admin, { ...more, limit: 2, ...(cursor ? { cursor } : {}) });
      paged.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(items.length).toBeGreaterThan(1);
    expect(paged.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  }
});
