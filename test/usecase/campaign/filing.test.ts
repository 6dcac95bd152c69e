/** What is filed under a campaign, and that its tallies are what a recount says, whatever was done in between. */
import fc from 'fast-check';
import { metrics, type Counts } from '../../../domain/campaign';
import {
  countedOfDuty,
  countedOfPost,
  countedOfWish,
  tallyChanges,
  type Counted,
} from '../../../domain/campaign-tally';
import { HOUR_MS, addDays, shanghaiDay } from '../../../domain/time';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { campaigns } from '../../../cloudfunctions/store/campaigns';
import * as tallies from '../../../cloudfunctions/store/campaign-tallies';
import { duties } from '../../../cloudfunctions/store/duties';
import { posts } from '../../../cloudfunctions/store/posts';
import { wishes } from '../../../cloudfunctions/store/wishes';
import { aPhoto, aWish, aWishThatIs } from '../../support/town';
import { aCampaignTown, at, type CampaignTown } from './cast';

let town: CampaignTown;
beforeAll(async () => {
  town = await aCampaignTown();
});
beforeEach(async () => {
  await (await campaigns()).deleteMany({});
});
afterAll(() => town.close());

const token = (who: keyof CampaignTown['cast']) => town.tokenOf(town.cast[who]);

const submit = async (set: { campaignId?: string | null } = {}): Promise<string> =>
  (await town.call('wish.submit', aWish(set), token('resident'))).wish.id;

const aPost = async (set: { wishId?: string; campaignId?: string | null } = {}): Promise<string> => {
  const photos = [await aPhoto(town.cast.member)];
  const post = { text: '给村口换了路灯', photos, people: 'none' as const, clientToken: newId(), ...set };
  const { id } = (await town.call('post.publish', post, token('member'))).post;
  return id;
};

const campaignOf = async (kind: 'wish' | 'post', id: string): Promise<string | undefined> =>
  (kind === 'wish' ? await (await wishes()).findOne({ _id: id }) : await (await posts()).findOne({ _id: id }))
    ?.campaignId;

it('files under the only one that runs, under none of several, and under the one that is named', async () => {
  const { refusal, aRunning } = town;
  const before = await submit();
  expect(await campaignOf('wish', before)).toBeUndefined();
  const one = await aRunning();
  const alone = await submit();
  expect(await campaignOf('wish', alone)).toBe(one.id);
  expect(await campaignOf('wish', await submit({ campaignId: null }))).toBeUndefined();
  expect(await campaignOf('post', await aPost())).toBe(one.id);
  const other = await aRunning({ until: '2026-11-16' });
  expect(await campaignOf('wish', await submit())).toBeUndefined();
  expect(await campaignOf('wish', await submit({ campaignId: other.id }))).toBe(other.id);
  const { items } = await town.call('campaign.listRunning', {});
  expect(items.map(({ id }) => id).sort()).toEqual([one.id, other.id].sort());
  // With several, a post goes with its wish.
  await town.call('wish.review', { id: alone, decision: 'publish' }, token('liaison'));
  await town.call('wish.claim', { id: alone }, token('member'));
  expect(await campaignOf('post', await aPost({ wishId: alone }))).toBe(one.id);
  expect(await campaignOf('post', await aPost())).toBeUndefined();
  const draft = await town.aDraft();
  expect(await refusal('wish.submit', aWish({ campaignId: draft.id }), token('resident'))).toBe('INVALID_INPUT');
  town.clock.now = at('2026-11-17T00:00:00');
  expect(await refusal('wish.submit', aWish({ campaignId: other.id }), token('resident'))).toBe('INVALID_INPUT');
  town.clock.now = at('2026-11-16T09:00:00');
});

it('books points in the campaign’s own standings, where they stay when the wish is filed elsewhere', async () => {
  const { call, refusal, cast } = town;
  const one = await town.aRunning();
  const id = await aWishThatIs('closed', town, cast);
  const board = async (campaignId: string) =>
    (await call('points.board', { period: `campaign:${campaignId}`, by: 'group' })).items.map(({ points }) => points);
  const paid = await board(one.id);
  expect(paid[0]).toBeGreaterThan(0);
  expect((await town.seen(one.id)).figures).toMatchObject({ registered: 1, fulfilled: 1, resolved: 1 });
  const other = await town.aRunning();
  const filed = { kind: 'wish' as const, id, campaignId: other.id };
  expect(await refusal('campaign.file', filed, token('otherLiaison'))).toBe('FORBIDDEN');
  expect(await refusal('campaign.file', filed, token('member'))).toBe('FORBIDDEN');
  await call('campaign.file', filed, token('liaison'));
  await call('campaign.file', filed, token('liaison'));
  expect((await town.seen(one.id)).figures).toMatchObject({ registered: 0, fulfilled: 0, resolved: 0 });
  expect((await town.seen(other.id)).groups[0]).toMatchObject({ groupId: 'g1', figures: { fulfilled: 1 } });
  expect(await board(one.id)).toEqual(paid);
  expect(await board(other.id)).toEqual([]);
  const { items } = await call('campaign.listFiled', { id: other.id, kind: 'wish' });
  expect(items.map((one) => one.id)).toEqual([id]);
  const mine = await town.seen(other.id, cast.member);
  expect(mine.mine?.figures).toMatchObject({ registered: 0, fulfilled: 1 });
});

const aVisit = async (by: keyof CampaignTown['cast'], set: { groupId?: string } = {}): Promise<string> => {
  const visit = {
    ...{ kind: 'visit' as const, title: '走访', place: '刘胜村', halfDays: 1, clientToken: newId(), ...set },
    expected: ['g1-member'],
    from: new Date(town.clock.now.getTime() - 2 * HOUR_MS).toISOString(),
    until: new Date(town.clock.now.getTime() - HOUR_MS).toISOString(),
  };
  const { id } = (await town.call('duty.save', visit, token(by))).duty;
  await town.call('duty.mark', { id, representativeId: 'g1-member', status: 'present' }, token(by));
  return id;
};

it('offers whoever may file it what has not been closed, and says where it is', async () => {
  const { call, refusal, send } = town;
  const wish = await submit();
  const seenWish = async (who: keyof CampaignTown['cast']) => (await call('wish.get', { id: wish }, token(who))).wish;
  expect((await seenWish('presidium')).allowed).not.toContain('campaign.file');
  const one = await town.aRunning();
  const other = await town.aRunning({ from: '2026-12-01' });
  const post = await aPost({ campaignId: one.id });
  expect((await seenWish('liaison')).allowed).toContain('campaign.file');
  expect((await seenWish('resident')).allowed).not.toContain('campaign.file');
  const asked = { kind: 'wish', id: wish } as const;
  const filing = await call('campaign.getFiling', asked, token('liaison'));
  expect(filing.campaign).toBeUndefined();
  expect(filing.choices.map(({ id, phase }) => [id, phase])).toEqual([
    [other.id, 'upcoming'],
    [one.id, 'running'],
  ]);
  expect(await refusal('campaign.getFiling', asked, token('otherLiaison'))).toBe('FORBIDDEN');
  expect(await refusal('campaign.getFiling', asked, token('resident'))).toBe('FORBIDDEN');
  await call('campaign.file', { ...asked, campaignId: one.id }, token('liaison'));
  expect((await seenWish('resident')).campaign).toEqual({ id: one.id, name: one.name });
  const seenPost = async (who: keyof CampaignTown['cast']) => (await call('post.get', { id: post }, token(who))).post;
  expect((await seenPost('liaison')).allowed).toContain('file');
  expect(await seenPost('member')).toMatchObject({ campaign: { name: one.name }, allowed: ['remove', 'comment'] });
  await call('campaign.file', { kind: 'post', id: post, campaignId: other.id }, token('liaison'));
  expect((await seenPost('member')).campaign?.id).toBe(other.id);
  await call('post.remove', { id: post }, token('member'));
  await call('wish.withdraw', { id: wish, reason: '自己修好了' }, token('resident'));
  for (const gone of [asked, { kind: 'post' as const, id: post }]) {
    expect(await refusal('campaign.file', { ...gone, campaignId: null }, token('presidium'))).toBe('WRONG_STATE');
  }
  await call('campaign.close', await aReport(one.id), token('presidium'));
  const closed = { ...asked, id: await submit({ campaignId: null }), campaignId: one.id };
  expect(await send('campaign.file', closed, token('liaison'))).toMatchObject({ error: { code: 'INVALID_INPUT' } });
});

/** The closing report, so that it can be closed. */
async function aReport(id: string): Promise<{ id: string; rev: number }> {
  const { rev } = await town.seen(id, town.cast.presidium);
  const report = { id, rev, title: '活动总结', text: '代表们走村入户，办结了一批群众的心愿，群众满意。' };
  return { id, rev: (await town.call('campaign.saveReport', report, token('presidium'))).campaign.rev };
}

it('files a duty anew once it is settled, by who keeps it, of two at once only one', async () => {
  const { call, refusal, send } = town;
  const one = await town.aRunning();
  const id = await aVisit('liaison', { groupId: 'g1' });
  const other = await town.aRunning();
  const filed = { kind: 'duty' as const, id, campaignId: other.id };
  expect(await refusal('campaign.file', filed, token('liaison'))).toBe('WRONG_STATE');
  await call('duty.settle', { id }, token('liaison'));
  const seen = async (who: keyof CampaignTown['cast']) => (await call('duty.get', { id }, token(who))).duty;
  expect((await seen('liaison')).allowed).toContain('file');
  expect((await seen('member')).allowed).not.toContain('file');
  expect(await refusal('campaign.file', filed, token('otherLiaison'))).toBe('FORBIDDEN');
  const answers = await Promise.all([1, 2].map(() => send('campaign.file', filed, token('liaison'))));
  expect(answers.map(({ ok }) => ok)).toContain(true);
  expect(await seen('liaison')).toMatchObject({ campaignId: other.id, campaignName: other.name });
  expect((await seen('liaison')).timeline.filter(({ what }) => what.startsWith('归入'))).toHaveLength(1);
  expect((await town.seen(one.id)).figures).toMatchObject({ duties: 0, visits: 0 });
  expect((await town.seen(other.id)).figures).toMatchObject({ duties: 1, visits: 1 });
  // The town's own is the presidium's.
  const ofTown = await aVisit('presidium');
  await call('duty.settle', { id: ofTown }, token('presidium'));
  const towns = { ...filed, id: ofTown };
  expect(await refusal('campaign.file', towns, token('liaison'))).toBe('FORBIDDEN');
  await call('campaign.file', { ...towns, campaignId: null }, token('presidium'));
});

it('counts the notices that a representative has not read, and reads no more than there are campaigns', async () => {
  const { call } = town;
  const one = await town.aRunning();
  await town.aRunning();
  await town.aDraft();
  const toRead = async (who: keyof CampaignTown['cast']) => (await call('campaign.getWaiting', {}, token(who))).toRead;
  expect(await toRead('member')).toBe(2);
  await call('campaign.read', { id: one.id }, token('member'));
  const before = town.examined();
  expect(await toRead('member')).toBe(1);
  expect(town.examined() - before).toBeLessThan(15);
  expect(await toRead('presidium')).toBe(0);
});

const acts = [
  ...['submit', 'withdraw', 'publish', 'reject', 'claim', 'release', 'fulfil', 'rateYes', 'rateNo', 'reopen'],
  ...['hideWish', 'unhideWish', 'post', 'hidePost', 'unhidePost', 'removePost', 'fileWish', 'unfileWish', 'filePost'],
  ...['fileDuty', 'unfileDuty'],
  ...['hold', 'settle', 'reopenDuty'],
] as const;
type Act = (typeof acts)[number];

/** Whatever has been made so far, by kind. */
interface Made {
  wish: string[];
  post: string[];
  duty: string[];
  other: string;
}

async function take(act: Act, nth: number, made: Made): Promise<void> {
  const pick = (all: readonly string[]) => all[nth % Math.max(1, all.length)] ?? 'none';
  const wish = pick(made.wish);
  const post = pick(made.post);
  const duty = pick(made.duty);
  const visit = {
    ...{
      kind: 'visit',
      title: '走访',
      place: '刘胜村',
      halfDays: 1,
      expected: [],
      groupId: 'g1',
      clientToken: newId(),
    },
    from: new Date(town.clock.now.getTime() - 2 * HOUR_MS).toISOString(),
    until: new Date(town.clock.now.getTime() - HOUR_MS).toISOString(),
  };
  const calls: Record<Act, [string, object, keyof CampaignTown['cast']]> = {
    submit: ['wish.submit', aWish({ village: nth % 2 ? '福镇村' : '刘胜村' }), 'resident'],
    withdraw: ['wish.withdraw', { id: wish, reason: '自己修好了' }, 'resident'],
    publish: ['wish.review', { id: wish, decision: 'publish' }, 'presidium'],
    reject: ['wish.review', { id: wish, decision: 'reject', reason: '请到窗口办理' }, 'presidium'],
    claim: ['wish.claim', { id: wish }, nth % 2 ? 'member' : 'otherMember'],
    release: ['wish.release', { id: wish, reason: '暂时没有能力办理' }, 'member'],
    fulfil: ['wish.fulfil', { id: wish, note: '已经办好', outcomes: [] }, nth % 2 ? 'member' : 'otherMember'],
    rateYes: ['wish.rate', { id: wish, rating: 'satisfied', resolved: 'yes' }, 'resident'],
    rateNo: ['wish.rate', { id: wish, rating: 'fair', resolved: 'no' }, 'resident'],
    reopen: ['wish.reopen', { id: wish, reason: '路灯又坏了' }, 'resident'],
    hideWish: ['wish.hide', { id: wish, reason: '内容不合适' }, 'presidium'],
    unhideWish: ['wish.unhide', { id: wish }, 'presidium'],
    post: ['post.publish', { text: '办了实事', photos: ['none'], people: 'none', clientToken: newId() }, 'member'],
    hidePost: ['post.hide', { id: post, reason: '内容不合适' }, 'presidium'],
    unhidePost: ['post.unhide', { id: post }, 'presidium'],
    removePost: ['post.remove', { id: post }, 'member'],
    fileWish: ['campaign.file', { kind: 'wish', id: wish, campaignId: made.other }, 'presidium'],
    unfileWish: ['campaign.file', { kind: 'wish', id: wish, campaignId: null }, 'presidium'],
    filePost: ['campaign.file', { kind: 'post', id: post, campaignId: made.other }, 'presidium'],
    fileDuty: ['campaign.file', { kind: 'duty', id: duty, campaignId: made.other }, 'presidium'],
    unfileDuty: ['campaign.file', { kind: 'duty', id: duty, campaignId: null }, 'presidium'],
    hold: ['duty.save', visit, 'presidium'],
    settle: ['duty.settle', { id: duty }, 'presidium'],
    reopenDuty: ['duty.reopen', { id: duty, reason: '登记有误' }, 'presidium'],
  };
  const [name, data, who] = calls[act];
  const photos = act === 'post' ? { photos: [await aPhoto(town.cast.member)] } : {};
  const answer = await town.send(name, { ...data, ...photos }, token(who));
  // What is not possible as things stand is refused; nothing may fail.
  if (!answer.ok) expect([name, answer.error.code]).not.toEqual([name, 'INTERNAL']);
  const { wish: w, post: p, duty: d } = (answer.ok ? answer.data : {}) as Record<string, { id: string } | undefined>;
  if (act === 'submit' && w) made.wish.push(w.id);
  if (act === 'post' && p) made.post.push(p.id);
  if (act === 'hold' && d) made.duty.push(d.id);
}

const owned = (counted: readonly Counted[]): Record<string, Partial<Counts>> => {
  const rows = tallyChanges([], counted).map(({ campaignId, of, ownerId, change }) => {
    const counts = metrics.flatMap((metric) => {
      const value = change[`counts.${metric}`] ?? 0;
      return value > 0 ? [[metric, value] as const] : [];
    });
    return [`${campaignId}|${of}|${ownerId}`, Object.fromEntries(counts)] as const;
  });
  return Object.fromEntries(rows);
};

it('keeps tallies that a recount agrees with, in any order of acts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(5)), { minLength: 10, maxLength: 25 }),
      async (steps) => {
        await (await campaigns()).deleteMany({});
        // Long after the last, so that nobody is paused for what was hidden then.
        town.clock.now = addDays(town.clock.now, 40);
        const span = { from: shanghaiDay(addDays(town.clock.now, -1)), until: shanghaiDay(town.clock.now) };
        const one = await town.aRunning(span);
        const made: Made = { wish: [await submit()], post: [await aPost()], duty: [], other: one.id };
        made.other = (await town.aRunning(span)).id;
        for (const [act, nth] of steps) await take(act, nth, made);
        const of = { campaignId: { $in: [one.id, made.other] } };
        const counted = [
          ...(await (await wishes()).find(of).toArray()).flatMap(countedOfWish),
          ...(await (await posts()).find(of).toArray()).flatMap(countedOfPost),
          ...(await (await duties()).find(of).toArray()).flatMap(countedOfDuty),
        ];
        const kept = await tallies.ofGroups([one.id, made.other]);
        const rows = [...kept.values()].flatMap((byGroup) => [...byGroup.values()]);
        const groupsOf = Object.entries(owned(counted)).filter(([key]) => key.includes('|group|'));
        const positive = rows.flatMap(({ _id, counts = {}, months = {} }) => {
          const left = Object.entries(counts).filter(([, value]) => value !== 0);
          const byMonth = Object.values(months).flatMap((month) => Object.values(month));
          const total = Object.values(counts).reduce((sum, value) => sum + value, 0);
          expect(byMonth.reduce((sum, value) => sum + value, 0)).toBe(total);
          return left.length > 0 ? [[_id, Object.fromEntries(left)] as const] : [];
        });
        expect(Object.fromEntries(positive)).toEqual(Object.fromEntries(groupsOf));
      },
    ),
    { numRuns: 8 },
  );
});
