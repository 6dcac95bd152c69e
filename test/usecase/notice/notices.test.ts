import fc from 'fast-check';
import type { Output } from '../../../contract/contract';
import { mailbox } from '../../../domain/mailbox';
import { account } from '../../../cloudfunctions/account/use-cases';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as notices from '../../../cloudfunctions/store/notices';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aResident, aTown, signInAs, type Cast, type Person } from '../../support/town';

const NOW = new Date('2026-03-02T02:00:00Z');

let functions: Functions;
let cast: Cast;
let leader: Person;
beforeAll(async () => {
  functions = await startFunctions([account, notice], { now: NOW });
  await aTown(functions);
  cast = await aCast(functions);
  leader = await signInAs(functions, 'liaison', 'g1-leader');
});
afterAll(() => functions.close());

type Items = Output<'notice.list'>['items'];

const list = async ({ token }: Person, limit = 50): Promise<Items> =>
  (await functions.call('notice.list', { limit }, token)).items;

/** Every place in which the person's notices speak of the wish. */
const placesOf = (items: Items, wishId: string): string[] =>
  items.flatMap((one) => [one, ...(one.items ?? [])]).flatMap((one) => (one.wishId === wishId ? one.text : []));

const say = (how: 'tell' | 'remind', boxes: string[], wishId: string, text = wishId, at = NOW): Promise<void> =>
  inTransaction((tx) => notices[how](boxes, { wishId, text }, at, tx));

const ofLeader = [
  mailbox.members('g1'),
  mailbox.liaison('g1'),
  mailbox.leader('g1'),
  mailbox.representative('g1-leader'),
];

it('speaks of a wish in one place a day, however often and in whatever office the person is told', async () => {
  let wishes = 0;
  const aSaying = fc.record({
    how: fc.constantFrom('tell', 'remind'),
    boxes: fc.uniqueArray(fc.constantFrom(...ofLeader), { minLength: 1 }),
    minutes: fc.integer({ min: 0, max: 13 * 60 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(aSaying, { minLength: 1, maxLength: 6 }), async (sayings) => {
      const wishId = `one-place-${(wishes += 1)}`;
      for (const [index, { how, boxes, minutes }] of sayings.entries()) {
        await say(how, boxes, wishId, `${wishId} ${index}`, new Date(NOW.getTime() + minutes * 60_000));
      }
      const places = placesOf(await list(leader), wishId);
      expect(places).toEqual([`${wishId} ${sayings.length - 1}`]);
      await functions.call('notice.read', {}, leader.token);
    }),
    { numRuns: 20 },
  );
});

it('gives each of those who hold an office their own, and nobody else', async () => {
  await say('tell', [mailbox.liaison('g1')], 'to-liaisons');
  for (const person of [leader, cast.liaison]) expect(placesOf(await list(person), 'to-liaisons')).toHaveLength(1);
  for (const person of [cast.member, cast.otherLiaison, cast.presidium, cast.resident]) {
    expect(placesOf(await list(person), 'to-liaisons')).toEqual([]);
  }
});

it.each([
  [mailbox.presidium(), 'presidium'],
  [mailbox.department('d1'), 'department'],
  [mailbox.representative('g1-member'), 'member'],
] as const)('brings what %s is told to the %s', async (box, who) => {
  await say('remind', [box], `for-${who}`);
  expect(placesOf(await list(cast[who]), `for-${who}`)).toHaveLength(1);
});

it('keeps what a representative is told until they first sign in', async () => {
  await say('tell', [mailbox.representative('g2-leader')], 'before-signing-in');
  const newcomer = await signInAs(functions, 'liaison', 'g2-leader');
  expect(placesOf(await list(newcomer), 'before-signing-in')).toHaveLength(1);
});

it('counts what is unread, up to 99, and forgets it once it is read', async () => {
  const resident = await aResident(functions);
  const box = mailbox.account(resident.accountId);
  const count = async () => (await functions.call('notice.count', {}, resident.token)).unread;
  expect(await count()).toBe(0);
  await say('tell', [box], 'first');
  await say('remind', [box], 'second');
  await say('remind', [box], 'third');
  expect(await count()).toBe(2);
  const digest = (await list(resident)).find(({ kind }) => kind === 'digest');
  expect(digest).toMatchObject({ text: '今天有 2 件事要您处理', read: false });
  expect(await functions.call('notice.read', { ids: [digest?.id ?? ''] }, resident.token)).toEqual({ unread: 1 });
  expect((await list(resident)).map(({ read }) => read).sort()).toEqual([false, true]);
  await say('remind', [box], 'third', 'third, once more');
  expect(await count()).toBe(2);
  expect(await functions.call('notice.read', {}, resident.token)).toEqual({ unread: 0 });
  for (let index = 0; index < 105; index += 1) await say('tell', [box], `many-${index}`);
  const before = functions.examined();
  expect(await count()).toBe(99);
  expect(functions.examined() - before).toBeLessThanOrEqual(200);
});

it('marks nothing of other people as read', async () => {
  await say('tell', [mailbox.members('g1')], 'for-all-members');
  const theirs = (await list(cast.member)).find(({ wishId }) => wishId === 'for-all-members');
  await functions.call('notice.read', { ids: [theirs?.id ?? ''] }, cast.resident.token);
  await functions.call('notice.read', {}, leader.token);
  expect((await list(cast.member)).find(({ id }) => id === theirs?.id)).toMatchObject({ read: false });
});

it('pages through everything once, the newest first, also among notices of one moment', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      async (minutes, limit) => {
        const resident = await aResident(functions);
        const box = mailbox.account(resident.accountId);
        for (const [index, minute] of minutes.entries()) {
          await say('tell', [box], `w${index}`, `w${index}`, new Date(NOW.getTime() + minute * 60_000));
        }
        const seen: Items = [];
        let cursor: string | null | undefined;
        while (cursor !== null) {
          const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
          const { items, nextCursor } = await functions.call('notice.list', page, resident.token);
          seen.push(...items);
          cursor = nextCursor;
        }
        expect(new Set(seen.map(({ id }) => id)).size).toBe(minutes.length);
        expect(seen).toHaveLength(minutes.length);
        expect(seen.map(({ at }) => at)).toEqual(
          seen
            .map(({ at }) => at)
            .sort()
            .reverse(),
        );
      },
    ),
    { numRuns: 12 },
  );
});

it('is for those who are signed in, and refuses a cursor that is none', async () => {
  expect(await functions.refusal('notice.list', {})).toBe('UNAUTHENTICATED');
  expect(await functions.refusal('notice.count', {})).toBe('UNAUTHENTICATED');
  expect(await functions.refusal('notice.read', {})).toBe('UNAUTHENTICATED');
  expect(await functions.refusal('notice.list', { cursor: 'x' }, leader.token)).toBe('INVALID_INPUT');
});
