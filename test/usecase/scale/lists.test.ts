/** A list costs the same however long the ledger has grown: documents read at 1,000 and at 3,000 wishes. */
import { account } from '../../../cloudfunctions/account/use-cases';
import { report } from '../../../cloudfunctions/report/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import type { Input } from '../../../contract/contract';
import { fillLedger } from '../../support/full-ledger';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, type Cast } from '../../support/town';

const sizes = [1000, 3000] as const;
const NOW = new Date('2026-06-01T02:00:00Z');
const PAGE = 20;
/** What a request reads beside its page: the caller's account and roster entry, settings, the ends of merged lists. */
const BESIDE = 60;
/** A search among what is common looks at so many candidates and goes on with the next request. */
const CANDIDATES = 500;

type Asked = Omit<Input<'wish.list'>, 'cursor' | 'limit'>;
interface Read {
  asked: Asked;
  who?: keyof Cast;
}

const plain: Asked[] = [
  { scope: 'town' },
  { scope: 'town', status: 'open' },
  { scope: 'town', status: ['claimed', 'coordinating', 'paused'] },
  { scope: 'town', status: ['closed', 'answered'] },
  { scope: 'town', category: 'care' },
  { scope: 'town', village: '刘胜村' },
  { scope: 'town', groupId: 'g3' },
  { scope: 'town', channel: 'archive' },
  { scope: 'town', village: '刘胜村', category: 'care', channel: 'walk' },
  { scope: 'town', village: '刘胜村', category: 'care', status: 'claimed' },
  { scope: 'town', groupId: 'g3', category: 'health', status: ['submitted', 'open'] },
  { scope: 'town', groupId: 'g3', channel: 'archive', status: 'rejected' },
];
const orders = ['newest', 'oldest', 'due', 'latest'] as const;

const overdue: Asked[] = [
  { scope: 'town', overdue: true },
  { scope: 'town', overdue: true, village: '刘胜村' },
];

const byDay = ({ order }: Asked): boolean => order === 'due' || order === 'latest';
const inOrders = (asked: Asked): Read[] =>
  orders.map((order) => ({ asked: { ...asked, order }, who: 'presidium' as const }));

const reads: Read[] = [
  ...overdue.flatMap(inOrders).filter(({ asked }) => byDay(asked)),
  ...plain.flatMap(inOrders),
  { asked: { scope: 'public' } },
  { asked: { scope: 'public', status: 'open' } },
  { asked: { scope: 'public', status: ['claimed', 'closed'], category: 'care' } },
  { asked: { scope: 'public', village: '刘胜村', category: 'care' } },
  { asked: { scope: 'public', groupId: 'g2', order: 'due' } },
  { asked: { scope: 'group' }, who: 'liaison' },
  { asked: { scope: 'group', status: 'submitted' }, who: 'liaison' },
  { asked: { scope: 'group', overdue: true, order: 'due' }, who: 'liaison' },
  { asked: { scope: 'group' }, who: 'member' },
  { asked: { scope: 'claimed' }, who: 'member' },
  { asked: { scope: 'claimed', status: ['claimed', 'fulfilled', 'closed'] }, who: 'member' },
  { asked: { scope: 'claimed', order: 'due' }, who: 'member' },
  { asked: { scope: 'mine' }, who: 'resident' },
  { asked: { scope: 'mine', status: 'closed', order: 'latest' }, who: 'resident' },
];

const searches: Read[] = [
  ...overdue.flatMap(inOrders).filter(({ asked }) => !byDay(asked)),
  { asked: { scope: 'public', q: '路灯' } },
  { asked: { scope: 'public', q: '路灯', status: 'open' } },
  { asked: { scope: 'town', q: '路灯坏了', order: 'due' }, who: 'presidium' },
  { asked: { scope: 'town', q: '村', status: 'rejected' }, who: 'presidium' },
  { asked: { scope: 'town', q: '第 77 户' }, who: 'presidium' },
  // Half of the wishes have the one, half the other, none has both.
  ...orders.map((order): Read => ({ asked: { scope: 'town', q: '上片 下片', order }, who: 'presidium' })),
  { asked: { scope: 'town', q: '上片', status: 'rejected', order: 'oldest' }, who: 'presidium' },
  { asked: { scope: 'town', q: '上片', village: '刘胜村', groupId: 'g2', order: 'due' }, who: 'presidium' },
  { asked: { scope: 'town', q: '灯路灯' }, who: 'presidium' },
  { asked: { scope: 'town', q: '户第' }, who: 'presidium' },
  { asked: { scope: 'town', q: 'CJ-2020-0999' }, who: 'presidium' },
  { asked: { scope: 'town', q: '0999' }, who: 'presidium' },
  { asked: { scope: 'town', q: '王秀英', by: 'name' }, who: 'presidium' },
  { asked: { scope: 'group', q: '1093', by: 'phone' }, who: 'liaison' },
  { asked: { scope: 'claimed', q: '李建国', by: 'name' }, who: 'member' },
  { asked: { scope: 'mine', category: 'care' }, who: 'resident' },
  { asked: { scope: 'claimed', village: '永兴村', channel: 'walk' }, who: 'member' },
  { asked: { scope: 'town', village: '刘胜村', groupId: 'g2' }, who: 'presidium' },
];

interface Cost {
  examined: number;
  returned: number;
}

async function costOf(functions: Functions, read: () => Promise<{ items: readonly unknown[] }>): Promise<Cost> {
  const before = functions.examined();
  const { items } = await read();
  return { examined: functions.examined() - before, returned: items.length };
}

/** The first page and the fourth. */
async function costsOf(functions: Functions, cast: Cast, { asked, who }: Read): Promise<[first: Cost, later: Cost]> {
  const token = who && cast[who].token;
  let cursor: string | undefined;
  const read = async () => {
    const page = await functions.call('wish.list', { ...asked, limit: PAGE, ...(cursor ? { cursor } : {}) }, token);
    cursor = page.nextCursor ?? cursor;
    return page;
  };
  const first = await costOf(functions, read);
  await read();
  await read();
  return [first, await costOf(functions, read)];
}

const nameOf = ({ asked, who }: Read): string => `${who ?? 'anyone'} ${JSON.stringify(asked)}`;

type Costs = Map<string, [Cost, Cost]>;

async function othersCosts(functions: Functions, cast: Cast): Promise<Costs> {
  const queueOf = async (who: keyof Cast, kind?: Input<'wish.queue'>['kind']): Promise<[Cost, Cost]> => {
    const ask = (cursor?: string) =>
      functions.call(
        'wish.queue',
        { limit: PAGE, ...(kind ? { kind } : {}), ...(cursor ? { cursor } : {}) },
        cast[who].token,
      );
    const { nextCursor } = await ask();
    return [await costOf(functions, () => ask()), await costOf(functions, () => ask(nextCursor ?? undefined))];
  };
  const once = async (call: () => Promise<unknown>): Promise<[Cost, Cost]> => {
    const read = async () => {
      await call();
      return { items: [] };
    };
    return [await costOf(functions, read), await costOf(functions, read)];
  };
  return new Map([
    ['queue of the presidium', await queueOf('presidium')],
    ['queue of the presidium, one kind', await queueOf('presidium', 'help')],
    ['queue of the liaison', await queueOf('liaison')],
    ['queue of a member', await queueOf('member')],
    ['queue of a department', await queueOf('department')],
    ['overview', await once(() => functions.call('report.overview', { from: '2026-05-01', to: '2026-06-01' }))],
  ]);
}

async function countCost(functions: Functions, { token }: { token: string }): Promise<number> {
  const { examined } = await costOf(functions, async () => {
    await functions.call('wish.queueCount', {}, token);
    return { items: [] };
  });
  return examined;
}

/** All pages of a list, the empty ones passed over. */
async function walk(functions: Functions, { token }: { token: string }, asked: Asked): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page: { items: { content: string }[]; nextCursor: string | null } = await functions.call(
      'wish.list',
      { ...asked, limit: 50, ...(cursor ? { cursor } : {}) },
      token,
    );
    found.push(...page.items.map(({ content }) => content));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** What a search finds by going on and on, and what the list that it searches has of it. */
async function walkBoth(functions: Functions, cast: Cast): Promise<Measured['walked']> {
  return Promise.all(
    orders.map(async (order) => {
      const asked = { scope: 'town', status: 'closed', order } as const;
      const whole = await walk(functions, cast.presidium, asked);
      const found = await walk(functions, cast.presidium, { ...asked, q: '上片' });
      return { order, found, expected: whole.filter((content) => content.includes('上片')) };
    }),
  );
}

interface Measured {
  costs: Costs;
  counts: number[];
  walked: { order: string; found: string[]; expected: string[] }[];
}

async function measure(count: number): Promise<Measured> {
  const functions = await startFunctions([account, report, wish], { now: NOW });
  try {
    await aTown(functions);
    const cast = await aCast(functions);
    const { accountId } = cast.resident;
    await fillLedger(functions, { count, now: NOW, live: 300, claimerId: 'g1-member', submitterId: accountId });
    const costs = await othersCosts(functions, cast);
    for (const read of [...reads, ...searches]) costs.set(nameOf(read), await costsOf(functions, cast, read));
    const counts = [await countCost(functions, cast.presidium), await countCost(functions, cast.member)];
    return { costs, counts, walked: count === sizes[1] ? await walkBoth(functions, cast) : [] };
  } finally {
    await functions.close();
  }
}

let measured: Measured[];
beforeAll(async () => {
  measured = [];
  for (const size of sizes) measured.push(await measure(size));
}, 240_000);

const of = (name: string): Cost[] =>
  measured.flatMap(({ costs }) => {
    const found = costs.get(name);
    if (!found) throw new Error(`${name} was not measured`);
    return found;
  });

it.each(reads.map(nameOf))('reads little more than what it shows: %s', (name) => {
  for (const { examined, returned } of of(name)) expect(examined).toBeLessThanOrEqual(3 * returned + BESIDE);
});

it.each(searches.map(nameOf))('looks at a bounded number of candidates: %s', (name) => {
  for (const { examined } of of(name)) expect(examined).toBeLessThanOrEqual(CANDIDATES + BESIDE);
});

it('finds all there is by going on, in every order', () => {
  const walked = measured.at(-1)?.walked ?? [];
  expect(walked).toHaveLength(orders.length);
  for (const { found, expected } of walked) {
    expect(expected.length).toBeGreaterThan(CANDIDATES);
    expect(found).toEqual(expected);
  }
});

it('finds something in most of what it measures', () => {
  const found = [...(measured[1]?.costs.values() ?? [])].filter(([{ returned }]) => returned > 0);
  expect(found.length).toBeGreaterThan(60);
});

it('reads a page of the work queue and no more', () => {
  for (const name of [...(measured[0]?.costs.keys() ?? [])].filter((key) => key.startsWith('queue'))) {
    for (const { examined, returned } of of(name)) expect(examined).toBeLessThanOrEqual(3 * returned + BESIDE);
  }
});

it('counts the queue by a bounded number of keys', () => {
  for (const { counts } of measured)
    for (const examined of counts) expect(examined).toBeLessThanOrEqual(2 * 99 + BESIDE);
});

it('reads the overview of a month from its days, whatever came before', () => {
  for (const { examined } of of('overview')) expect(examined).toBeLessThanOrEqual(300 + BESIDE);
});
