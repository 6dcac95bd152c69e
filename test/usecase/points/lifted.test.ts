import { account } from '../../../cloudfunctions/account/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { post } from '../../../cloudfunctions/post/use-cases';
import * as accounts from '../../../cloudfunctions/store/accounts';
import { vetoesOf } from '../../../cloudfunctions/store/award-checks';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import type { Input, Output } from '../../../contract/contract';
import { addDays } from '../../../domain/time';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aPhoto, aTown, aWishThatIs, type Cast, type Person } from '../../support/town';

const NOW = new Date('2026-11-10T02:00:00Z');
const MEMBER = 'g1-member';

let functions: Functions;
let cast: Cast & { second: Person };
let at = NOW;

beforeAll(async () => {
  functions = await startFunctions([account, notice, points, post, wish], { now: NOW });
  await aTown(functions);
  const second = { _id: newId(), identity: `device:${newId()}`, name: '副主席', granted: ['presidium' as const] };
  await accounts.ensureOnce({ ...second, createdAt: NOW });
  const token = functions.host.issueToken(second._id);
  cast = { ...(await aCast(functions)), second: { accountId: second._id, token } };
});
// Each on days of its own, so that no cap of another is in the way.
beforeEach(() => {
  at = addDays(at, 12);
  functions.clock.now = at;
});
afterAll(() => functions.close());

type About = Pick<Input<'points.propose'>, 'wishId' | 'postId'>;
type Proposal = Output<'points.propose'>['proposal'];

/** Proposed, and confirmed by another a day later. */
async function aDeduction(rule: 'D6' | 'D7' | 'D8', about: About, set: object = {}): Promise<Proposal> {
  functions.clock.now = at;
  const asked = { rule, representativeId: MEMBER, at: at.toISOString().slice(0, 10), clientToken: newId() };
  const said = { label: '核查', reason: '核查发现与事实不符', evidence: '核查记录' };
  const data = { ...asked, ...said, ...about, ...set };
  const { proposal } = await functions.call('points.propose', data, cast.presidium.token);
  functions.clock.now = addDays(at, 1);
  return (await functions.call('points.confirm', { proposalId: proposal.id }, cast.second.token)).proposal;
}

const decide = (appealId: string, points?: number) =>
  functions.send(
    'points.decide',
    { appealId, accept: true, reason: '经核实情况属实', ...(points === undefined ? {} : { points }) },
    cast.presidium.token,
  );

/** Appealed against and accepted; twice at once, as a phone that retries. */
async function lift({ entryId = '' }: Proposal, points?: number, token = cast.member.token): Promise<void> {
  const appeal = { entryId, reason: '当时的照片和签字都在，请核对' };
  const { id } = (await functions.call('points.appeal', appeal, token)).appeal;
  const answers = await Promise.all([decide(id, points), decide(id, points)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
}

const deltas = async (rule: string, refId: string, representativeId = MEMBER) => {
  const { items } = await functions.call('points.entries', { representativeId, limit: 50 }, cast.presidium.token);
  const ofThing = items.filter((one) => one.rule === rule && one.ref.id === refId).sort((a, b) => a.seq - b.seq);
  return ofThing.map(({ kind, delta }) => [kind, delta] as const);
};
const sum = async (rule: string, refId: string) =>
  (await deltas(rule, refId)).reduce((total, [, delta]) => total + delta, 0);

async function aPost(text = '给独居老人送去了新轮椅，陪着聊了聊天'): Promise<string> {
  const photos = [await aPhoto(cast.member)];
  const { post } = await functions.call('post.publish', { text, photos, clientToken: newId() }, cast.member.token);
  return post.id;
}
const statusOf = async (id: string) => (await functions.call('post.get', { id }, cast.presidium.token)).post.status;

describe('an accepted appeal against 敷衍办结', () => {
  it('pays again what it took back, to everybody who took part, once', async () => {
    const wishId = await aWishThatIs('closed', functions, cast);
    const [paid] = await deltas('W4', wishId);
    const worth = paid?.[1] ?? 0;
    expect(worth).toBeGreaterThan(0);
    await lift(await aDeduction('D6', { wishId }));
    expect(await deltas('W4', wishId)).toEqual([
      ['paid', worth],
      ['reversal', -worth],
      ['restored', worth],
    ]);
    // What is found untrue after all is taken back again.
    await functions.call('wish.reopen', { id: wishId, reason: '回访发现灯不亮', untrue: true }, cast.presidium.token);
    expect(await sum('W4', wishId)).toBe(0);
  });

  it('leaves it taken back where the deduction stands in part, or another one does', async () => {
    const wishId = await aWishThatIs('closed', functions, cast);
    const worth = await sum('W4', wishId);
    const fraud = await aDeduction('D7', { wishId });
    await lift(await aDeduction('D6', { wishId }));
    expect(await sum('W4', wishId)).toBe(0);
    await lift(fraud);
    expect(await sum('W4', wishId)).toBe(worth);

    const inPart = await aWishThatIs('closed', functions, cast);
    await lift(await aDeduction('D6', { wishId: inPart }), -2);
    expect(await sum('W4', inPart)).toBe(0);
  });
});

describe('an accepted appeal against 弄虚作假', () => {
  const vetoes = async () => {
    const year = functions.clock.now.toISOString().slice(0, 4);
    return (await vetoesOf([MEMBER], { year, needsHearing: false })).map(({ kind }) => kind);
  };

  it('lifts the veto of the year with it; reduced, the veto stays', async () => {
    const postId = await aPost();
    const fraud = await aDeduction('D7', { postId });
    expect([await sum('S1', postId), await vetoes()]).toEqual([0, ['fraud']]);
    await lift(fraud);
    expect([await sum('S1', postId), await vetoes()]).toEqual([1, []]);
    await functions.call('post.remove', { id: postId }, cast.member.token);
    expect(await sum('S1', postId)).toBe(0);

    const other = await aPost('和志愿者一起清理了河道两岸的垃圾');
    await lift(await aDeduction('D7', { postId: other }), -3);
    expect([await sum('S1', other), await vetoes()]).toEqual([0, ['fraud']]);
  });

  it('pays nothing for a post that is hidden, and what is shown pays nothing while it stands', async () => {
    const postId = await aPost();
    const fraud = await aDeduction('D7', { postId });
    await functions.call('post.hide', { id: postId, reason: '有人投诉，正在核实' }, cast.presidium.token);
    await functions.call('post.unhide', { id: postId }, cast.presidium.token);
    expect(await sum('S1', postId)).toBe(0);
    await functions.call('post.hide', { id: postId, reason: '有人投诉，正在核实' }, cast.presidium.token);
    await lift(fraud);
    expect(await sum('S1', postId)).toBe(0);
    await functions.call('post.unhide', { id: postId }, cast.presidium.token);
    expect(await sum('S1', postId)).toBe(1);
  });
});

describe('泄露群众隐私', () => {
  it('hides the post that it names, tells its author, and shows it again when an appeal is accepted', async () => {
    const postId = await aPost();
    const leak = await aDeduction('D8', { postId }, { reason: '照片上能看清老人的门牌' });
    const { post: hidden } = await functions.call('post.get', { id: postId }, cast.member.token);
    expect(hidden).toMatchObject({
      status: 'hidden',
      hiddenBecause: {
        reason: '泄露群众隐私：照片上能看清老人的门牌',
        who: expect.stringContaining('副主席') as string,
      },
    });
    expect(await sum('S1', postId)).toBe(0);
    const { items } = await functions.call('notice.list', { limit: 50 }, cast.member.token);
    expect(items.map(({ text }) => text).join()).toContain('隐藏：泄露群众隐私：照片上能看清老人的门牌');
    expect(await functions.refusal('post.unhide', { id: postId }, cast.liaison.token)).toBe('WRONG_STATE');
    await lift(leak);
    expect([await statusOf(postId), await sum('S1', postId)]).toEqual(['published', 1]);
  });

  it('stays hidden where somebody else has hidden it, or the deduction stands in part', async () => {
    const byHand = await aPost();
    await functions.call('post.hide', { id: byHand, reason: '与履职无关' }, cast.liaison.token);
    await lift(await aDeduction('D8', { postId: byHand }));
    expect(await statusOf(byHand)).toBe('hidden');
    await functions.call('post.unhide', { id: byHand }, cast.presidium.token);
    expect(await statusOf(byHand)).toBe('published');

    const inPart = await aPost('帮着修好了桥头的护栏');
    await lift(await aDeduction('D8', { postId: inPart }), -1);
    expect(await statusOf(inPart)).toBe('hidden');
  });

  it('hides nothing where it names no post', async () => {
    const postId = await aPost();
    expect(await aDeduction('D8', {})).toMatchObject({ status: 'booked' });
    expect(await statusOf(postId)).toBe('published');
  });
});
