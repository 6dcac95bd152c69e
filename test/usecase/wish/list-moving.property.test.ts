/** While one pages through a list or a queue, others add to it and move it: what stays is shown once, wherever it is. */
import fc from 'fast-check';
import { account } from '../../../cloudfunctions/account/use-cases';
import { open } from '../../../cloudfunctions/store/database';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import type { Input } from '../../../contract/contract';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWishThatIs, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
const START = Date.UTC(2026, 5, 1, 2);

beforeAll(async () => {
  functions = await startFunctions([account, wish], { now: new Date(START) });
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

interface Page {
  items: readonly { id: string }[];
  nextCursor: string | null;
}
type Read = (cursor?: string) => Promise<Page>;

/** What happens between two pages: a new wish at some hour, or the wish at some place of the list leaves it. */
const happening = fc.oneof(
  fc.record({ hour: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ leaves: fc.integer({ min: 0, max: 20 }) }),
);

const addAt = async (hour: number): Promise<string> => {
  functions.clock.now = new Date(START + hour * 3_600_000);
  return aWishThatIs('submitted', functions, cast);
};

/** Pages through, with something happening after each page; answers what was shown and what stayed throughout. */
async function pageThrough(read: Read, happenings: readonly ({ hour: number } | { leaves: number })[]) {
  const { db } = await open();
  await db.collection('wishes').deleteMany({});
  const there: string[] = [];
  for (let index = 0; index < 9; index++) there.push(await addAt(index % 3));
  const gone = new Set<string>();
  const shown: string[] = [];
  let page = await read();
  for (let turn = 0; ; turn++) {
    shown.push(...page.items.map(({ id }) => id.replace(/^wish:/, '')));
    if (page.nextCursor === null) break;
    const next = happenings[turn];
    const leaving = next && 'leaves' in next ? there[next.leaves % there.length] : undefined;
    if (next && 'hour' in next) await addAt(next.hour);
    if (leaving !== undefined && !gone.has(leaving)) {
      gone.add(leaving);
      await functions.call('wish.review', { id: leaving, decision: 'publish' }, cast.presidium.token);
    }
    page = await read(page.nextCursor);
  }
  return { shown, stayed: there.filter((id) => !gone.has(id)) };
}

const goOn = (cursor: string | undefined) => ({ limit: 2, ...(cursor ? { cursor } : {}) });
const lists: [name: string, read: Read][] = [
  ...(['newest', 'oldest'] as const).map((order): [string, Read] => {
    const asked: Input<'wish.list'> = { scope: 'town', status: ['submitted', 'needInfo'], order };
    return [
      `the list, ${order} first`,
      (cursor) => functions.call('wish.list', { ...asked, ...goOn(cursor) }, cast.presidium.token),
    ];
  }),
  ['the work queue', (cursor) => functions.call('wish.queue', { kind: 'review', ...goOn(cursor) }, cast.liaison.token)],
  [
    'a search',
    (cursor) =>
      functions.call(
        'wish.list',
        { scope: 'town', status: 'submitted', q: '路灯', ...goOn(cursor) },
        cast.presidium.token,
      ),
  ],
];

it.each(lists)(
  'neither skips nor repeats what stays: %s',
  async (_name, read) => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 8 }), async (happenings) => {
        const { shown, stayed } = await pageThrough(read, happenings);
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown).toEqual(expect.arrayContaining(stayed));
      }),
      { numRuns: 5 },
    );
  },
  120_000,
);
