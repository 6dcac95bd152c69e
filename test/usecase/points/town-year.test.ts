/** A town's year, driven by nothing but the contract: what people did must be what the board, the dossier and 核验 say. */
import { newId } from '../../../cloudfunctions/kit/new-id';
import { periodsOf } from '../../../domain/points';
import type { Input, Output } from '../../../contract/contract';
import { areas } from '../../support/areas';
import { startFunctions, type Functions } from '../../support/functions';
import { aPicture, upload } from '../../support/uploads';
import { aCast, aTown, aWish, signInAs, type Cast, type Person } from '../../support/town';

type Entry = Output<'points.entries'>['items'][number];

const YEAR = 2026;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const PEOPLE = ['leader', 'liaison', 'member', 'member2'].flatMap((one) => [`g1-${one}`, `g2-${one}`]);
const RATINGS = ['satisfied', 'fair', 'satisfied', undefined] as const;

let functions: Functions;
let cast: Cast;
let leader: Person;

const day = (month: number, date: number, hour = 9): Date => new Date(Date.UTC(YEAR, month - 1, date, hour - 8));

/** Sessions do not last a year. */
const as = ({ accountId }: Person): string => functions.host.issueToken(accountId);

const go = (now: Date): void => {
  functions.clock.now = now;
};

async function tick(now: Date): Promise<void> {
  go(now);
  const { ran } = await functions.call('clock.run', { now: now.toISOString() }, as(cast.admin));
  expect(ran).toContain('closeMonths');
}

beforeAll(async () => {
  functions = await startFunctions(areas, { now: day(1, 2) });
  await aTown(functions);
  cast = await aCast(functions);
  leader = await signInAs(functions, 'liaison', 'g1-leader');
  for (const month of MONTHS) await aMonth(month);
  await tick(day(13, 4));
});
afterAll(() => functions.close());

async function aFulfilledWish(month: number, date: number, rating: (typeof RATINGS)[number]): Promise<void> {
  const { call } = functions;
  go(day(month, date));
  const content = `${month}月第${date}件：村口的路灯坏了，晚上出门看不清路`;
  const { wish } = await call('wish.submit', aWish({ content, channel: 'walk' }), as(cast.member));
  const { id } = wish;
  await call(
    'wish.review',
    { id, decision: 'publish', difficulty: date % 2 === 0 ? 'hard' : 'easy' },
    as(cast.liaison),
  );
  await call('wish.claim', { id }, as(cast.member));
  await call('wish.contact', { id, way: 'phone', note: '已联系' }, as(cast.member));
  await call('wish.fulfil', { id, note: '换了新灯', outcomes: [{ kind: 'facility', items: 1 }] }, as(cast.member));
  if (rating) await call('wish.rate', { id, rating, resolved: 'yes' }, as(cast.liaison));
}

/** Brought as a phone brings it. */
async function aPhotoOf(person: Person): Promise<string> {
  const { accountId } = person;
  const { answer } = await upload(functions, { accountId, token: as(person) }, await aPicture().jpeg().toBuffer());
  if (!answer.ok) throw new Error(answer.error.message);
  return (answer.data as Output<'media.accept'>).mediaId;
}

async function aPost(month: number, date: number): Promise<void> {
  go(day(month, date, 15));
  const text = `${month}月${date}日：给独居老人送去了米和油，陪着聊了聊天`;
  const photos = [await aPhotoOf(cast.otherMember)];
  await functions.call('post.publish', { text, photos, clientToken: newId() }, as(cast.otherMember));
}

async function aVisit(month: number): Promise<void> {
  const { call } = functions;
  go(day(month, 12));
  const visit = {
    rule: 'W1' as const,
    representativeId: 'g1-member',
    at: `${YEAR}-${String(month).padStart(2, '0')}-11`,
    label: `走访刘胜村${month}组`,
    reason: '走访选民，听取意见',
    evidence: '走访记录本，刘胜村村部',
    clientToken: newId(),
  };
  const { proposal } = await call('points.propose', visit, as(cast.member));
  await call('points.confirm', { proposalId: proposal.id }, as(leader));
}

/** A meeting to which the first group comes and the second does not. */
async function aMeeting(month: number): Promise<void> {
  const { call } = functions;
  go(day(month, 14, 7));
  const { duty } = await call(
    'duty.save',
    {
      kind: 'meeting',
      title: `第${month}次镇人代会`,
      place: '镇会议室',
      from: day(month, 15, 9).toISOString(),
      until: day(month, 15, 12).toISOString(),
      halfDays: 1,
      expected: 'all',
      clientToken: newId(),
    },
    as(cast.presidium),
  );
  go(day(month, 15, 10));
  const { code } = await call('duty.code', { id: duty.id }, as(cast.presidium));
  await call('duty.signIn', { id: duty.id, code }, as(cast.member));
  go(day(month, 15, 13));
  const marks = PEOPLE.filter((id) => id !== 'g1-member').map((id) => [id, id.startsWith('g1') ? 'present' : 'absent']);
  for (const [representativeId = '', status] of marks) {
    const marked = { id: duty.id, representativeId, status } as Input<'duty.mark'>;
    await call('duty.mark', marked, as(cast.presidium));
  }
  await call('duty.settle', { id: duty.id }, as(cast.presidium));
  await confirmAbsences(day(month, 16, 14));
}

/** Once the day to explain is over, somebody other than who settled the list confirms what absence costs. */
async function confirmAbsences(now: Date): Promise<void> {
  go(now);
  const waiting = { scope: 'town', status: 'waiting', limit: 50 } as const;
  const { items } = await functions.call('points.listProposals', waiting, as(cast.admin));
  for (const { id, rule } of items) {
    if (rule === 'M3') await functions.call('points.confirm', { proposalId: id }, as(cast.admin));
  }
}

async function aMonth(month: number): Promise<void> {
  await tick(day(month, 4));
  for (const [index, rating] of RATINGS.entries()) await aFulfilledWish(month, 5 + index, rating);
  await aPost(month, 9);
  await aVisit(month);
  if (month % 4 === 1) await aMeeting(month);
  await tick(day(month, 20));
}

async function entriesOf(representativeId: string): Promise<Entry[]> {
  const all: Entry[] = [];
  let cursor: string | null | undefined;
  do {
    const page: Output<'points.entries'> = await functions.call(
      'points.entries',
      { representativeId, limit: 50, ...(cursor ? { cursor } : {}) },
      as(cast.presidium),
    );
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}

const sum = (entries: readonly { delta: number }[]): number =>
  Math.round(entries.reduce((total, { delta }) => total + delta, 0) * 10) / 10;

it('shows each person what their entries add up to, in every period', async () => {
  for (const representativeId of PEOPLE) {
    const entries = await entriesOf(representativeId);
    for (const period of new Set(entries.flatMap(({ month }) => periodsOf({ month })))) {
      const board = await functions.call(
        'points.board',
        { period, by: 'representative', limit: 100 },
        as(cast.presidium),
      );
      const own = entries.filter((entry) => periodsOf({ month: entry.month }).includes(period));
      const shown = board.items.find(({ id }) => id === representativeId)?.points;
      expect([period, representativeId, shown ?? 0]).toEqual([period, representativeId, Math.max(0, sum(own))]);
    }
  }
});

it('passes no cap of the year', async () => {
  const entries = await entriesOf('g1-member');
  const byRule = (rule: string) =>
    sum(entries.filter((entry) => entry.rule === rule && entry.month.startsWith(`${YEAR}`)));
  expect(byRule('W2')).toBe(15);
  expect(byRule('W4')).toBe(30);
  expect(byRule('W1')).toBe(10);
  expect(byRule('M1')).toBe(6);
  expect(sum(entries.filter(({ month }) => month.startsWith(`${YEAR}`)))).toBeLessThanOrEqual(120);
  expect(entries.some(({ limited }) => limited?.includes('当年上限'))).toBe(true);
});

it('takes points from those who stayed away, once their day to explain was over', async () => {
  const entries = await entriesOf('g2-member2');
  const away = entries.filter(({ rule }) => rule === 'M3');
  expect(away.map(({ delta }) => delta)).toEqual([-3, -3, -3]);
  const board = await functions.call(
    'points.board',
    { period: `${YEAR}`, by: 'representative', limit: 100 },
    as(cast.presidium),
  );
  expect(board.items.find(({ id }) => id === 'g2-member2')?.points).toBe(0);
});

it('has frozen every month, quarter and the year, and proves that nothing was edited', async () => {
  const { items } = await functions.call('points.periods', { limit: 50 });
  const periods = items.map(({ period }) => period);
  for (const month of MONTHS) expect(periods).toContain(`${YEAR}-${String(month).padStart(2, '0')}`);
  expect(periods).toEqual(expect.arrayContaining([`${YEAR}`, `${YEAR}-Q1`, `${YEAR}-Q4`]));
  const entries = await Promise.all(PEOPLE.map(entriesOf));
  expect(await functions.call('points.verify', {}, as(cast.presidium))).toMatchObject({
    ok: true,
    checked: entries.flat().length,
  });
  expect(await functions.call('points.rebuild', {}, as(cast.presidium))).toMatchObject({ ok: true, differences: [] });
});

it('lets the frozen year decide who may be 最美代表, and keeps all of it in the dossier', async () => {
  const { call } = functions;
  const { id } = await call(
    'award.publish',
    {
      ...{ name: `${YEAR}年度最美代表`, year: `${YEAR}`, quotaKind: 'count', quotaValue: 1, excludedLevels: [] },
      ...{ excluded: [], minPresentDays: 0, byPoints: 1, byNomination: 0, ties: 'all', needsHearing: false },
      nominateUntil: `${YEAR + 1}-01-10`,
    },
    as(cast.presidium),
  );
  const { award } = await call('award.draw', { id }, as(cast.presidium));
  const best = award.candidates.filter(({ rank }) => rank === 1).map(({ representativeId }) => representativeId);
  expect(best).toContain('g1-member');
  const { dossier } = await call('dossier.get', { year: `${YEAR}` }, as(cast.member));
  const entries = await entriesOf('g1-member');
  expect(dossier.head).toEqual({ seq: entries.length, hash: entries[0]?.hash });
});
