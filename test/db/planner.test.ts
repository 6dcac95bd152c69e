import type { Db, Document } from 'mongodb';
import { errorOf, explained, type Row, startTestDatabase, type TestDatabase } from './support';

/** Queries among 30,000 wishes read little more than what they return. */
let database: TestDatabase;
let db: Db;

const total = 30_000;
const groups = 50;
const statuses = ['open', 'claimed', 'closed', 'rejected'];
const start = Date.UTC(2026, 0, 1);

interface Wish {
  _id: number;
  code: string;
  group: string;
  status: string;
  at: Date;
  n: number;
  tags: string[];
  token?: string;
}

const wish = (_id: number): Wish => ({
  _id,
  code: `W${_id}`,
  group: `g${_id % groups}`,
  status: statuses[Math.floor(_id / groups) % statuses.length] ?? '',
  // Several wishes share a moment, so that a page must go on within it.
  at: new Date(start + Math.floor(_id / 500) * 60_000),
  n: _id,
  tags: [`t${_id % 1000}`, 'all'],
  ...(_id % 1000 === 0 ? { token: `k${_id}` } : {}),
});

const wishes = () => db.collection<Wish>('wishes');

beforeAll(async () => {
  database = await startTestDatabase();
  ({ db } = database);
  await wishes().createIndexes([
    { key: { code: 1 }, unique: true, name: 'code' },
    { key: { group: 1, at: -1, _id: -1 }, name: 'feed' },
    { key: { group: 1, status: 1, at: 1 }, name: 'ledger' },
    { key: { tags: 1 }, name: 'tags' },
    { key: { n: 1 }, name: 'n' },
    { key: { token: 1 }, unique: true, partialFilterExpression: { token: { $exists: true } }, name: 'token' },
  ]);
  for (let from = 0; from < total; from += 5000)
    await wishes().insertMany(Array.from({ length: 5000 }, (_, i) => wish(from + i)));
});

afterAll(() => database.stop());

const reads = (filter: Document, options: { sort?: Document; limit?: number; skip?: number; hint?: string } = {}) =>
  explained(
    wishes()
      .find(filter, options as object)
      .explain('executionStats'),
  );

describe('an index', () => {
  it('finds one by equality', async () => {
    expect(await reads({ code: 'W4711' })).toMatchObject({ index: 'code', docs: 1, keys: 1, returned: 1 });
    expect(await reads({ _id: 4711 })).toMatchObject({ index: '_id_', docs: 1, returned: 1 });
    expect(await reads({ code: 'nobody' })).toMatchObject({ docs: 0, returned: 0 });
  });

  it('finds several by a list', async () => {
    expect(await reads({ code: { $in: ['W1', 'W2', 'W3', 'nobody'] } })).toMatchObject({
      index: 'code',
      docs: 3,
      returned: 3,
    });
  });

  it('bounds a range', async () => {
    expect(await reads({ n: { $gte: 500, $lt: 600 } })).toMatchObject({ index: 'n', docs: 100, returned: 100 });
    expect(await reads({ n: { $gt: total - 10 } })).toMatchObject({ index: 'n', docs: 9 });
    expect(await reads({ code: { $regex: '^W2999' } })).toMatchObject({ index: 'code', docs: 11, returned: 11 });
  });

  it('combines equality with a range and a sort on the next field', async () => {
    const since = new Date(start + 190 * 60_000);
    const read = await reads({ group: 'g7', status: 'open', at: { $gte: since } }, { sort: { at: 1 } });
    expect(read).toMatchObject({ index: 'ledger', inMemory: false });
    expect(read.docs).toBe(read.returned);
  });

  it('merges a list of values in the order of the next field', async () => {
    const filter = { group: 'g7', status: { $in: ['open', 'claimed', 'closed'] } };
    const read = await reads(filter, { sort: { at: -1 }, limit: 20, hint: 'ledger' });
    expect(read).toMatchObject({ index: 'ledger', inMemory: false, returned: 20 });
    expect(read.docs).toBeLessThanOrEqual(23);
    const page = await wishes().find(filter, { hint: 'ledger' }).sort({ at: -1 }).limit(20).toArray();
    const all = await wishes()
      .find(filter, { hint: { $natural: 1 } })
      .sort({ at: -1 })
      .limit(20)
      .toArray();
    expect(page.map(({ at }) => +at)).toEqual(all.map(({ at }) => +at));
  });

  it('enters an array element by element', async () => {
    expect(await reads({ tags: 't77' })).toMatchObject({ index: 'tags', docs: 30, returned: 30 });
    expect(await reads({ tags: { $in: ['t77', 't78'] } })).toMatchObject({ docs: 60, returned: 60 });
    expect(await reads({ tags: { $all: ['t77', 'all'] } })).toMatchObject({ docs: 30, returned: 30 });
  });

  it('serves each branch of an $or', async () => {
    expect(await reads({ $or: [{ code: 'W1' }, { n: 2 }, { n: 1 }] })).toMatchObject({ index: 'OR', returned: 2 });
    expect((await reads({ $or: [{ code: 'W1' }, { n: 2 }] })).docs).toBe(2);
  });

  it('that is partial serves only filters within it', async () => {
    expect(await reads({ token: 'k5000' })).toMatchObject({ index: 'token', docs: 1 });
    expect(await reads({ token: null, n: 5 })).toMatchObject({ index: 'n', docs: 1 });
    expect(await reads({ token: { $exists: true } }, { hint: 'token' })).toMatchObject({ docs: 30, returned: 30 });
  });

  it('can be demanded by name or key', async () => {
    expect(await reads({ n: 3 }, { hint: 'code' })).toMatchObject({ index: 'code', docs: total, returned: 1 });
    expect(
      (
        await errorOf(
          wishes()
            .find({}, { hint: { nowhere: 1 } })
            .toArray(),
        )
      ).code,
    ).toBe(2);
  });
});

describe('a page', () => {
  const order = { at: -1, _id: -1 } as const;

  it('reads only itself', async () => {
    expect(await reads({ group: 'g7' }, { sort: order, limit: 20 })).toMatchObject({
      index: 'feed',
      docs: 20,
      keys: 20,
      inMemory: false,
    });
  });

  it('can be read backward', async () => {
    expect(await reads({ group: 'g7' }, { sort: { at: 1, _id: 1 }, limit: 20 })).toMatchObject({
      index: 'feed',
      docs: 20,
      inMemory: false,
    });
  });

  it('costs as much at the end as at the beginning, by a cursor of the last one seen', async () => {
    const seen: number[] = [];
    let last: Wish | undefined;
    let most = 0;
    for (;;) {
      const after = last ? { $or: [{ at: { $lt: last.at } }, { at: last.at, _id: { $lt: last._id } }] } : {};
      const filter = { group: 'g7', ...after };
      if (seen.length % 100 === 0) most = Math.max(most, (await reads(filter, { sort: order, limit: 20 })).docs);
      const page = await wishes().find(filter).sort(order).limit(20).toArray();
      if (!page.length) break;
      seen.push(...page.map(({ _id }) => _id));
      last = page.at(-1);
    }
    expect(seen).toEqual(Array.from({ length: total / groups }, (_, i) => total - groups + 7 - i * groups));
    // Ten wishes of the group share a moment: at most those are read again.
    expect(most).toBeLessThanOrEqual(30);
  });

  it('of an aggregation reads as little', async () => {
    const before = database.server.examined();
    await wishes()
      .aggregate([{ $match: { group: 'g7' } }, { $sort: order }, { $limit: 20 }, { $project: { code: 1 } }])
      .toArray();
    expect(database.server.examined().docs - before.docs).toBe(20);
  });
});

describe('counting', () => {
  it('reads keys and no documents where an index says everything', async () => {
    const before = database.server.examined();
    expect(await wishes().countDocuments({ group: 'g7', status: 'open' })).toBe(150);
    expect(await wishes().countDocuments({ n: { $gte: 10, $lt: 20 } })).toBe(10);
    const after = database.server.examined();
    expect(after.docs - before.docs).toBe(0);
    expect(after.keys - before.keys).toBe(160);
  });

  it('stops at its limit', async () => {
    const before = database.server.examined();
    expect(await wishes().countDocuments({ group: 'g7', status: 'open' }, { limit: 99 })).toBe(99);
    const after = database.server.examined();
    expect(after).toEqual({ docs: before.docs, keys: before.keys + 99 });
  });

  it('takes the keys of an array for the documents that have them, each document once', async () => {
    const before = database.server.examined();
    expect(await wishes().countDocuments({ tags: 't77' })).toBe(30);
    expect(await wishes().countDocuments({ tags: { $in: ['t77', 't78'] } })).toBe(60);
    expect(await wishes().countDocuments({ tags: 'all' }, { limit: 50 })).toBe(50);
    expect(database.server.examined().docs).toBe(before.docs);
    expect(await wishes().countDocuments({ tags: { $in: ['t77', 'all'] } }, { hint: 'tags' })).toBe(total);
  });

  it('looks into the documents where two values of one array are asked for', async () => {
    const before = database.server.examined();
    expect(await wishes().countDocuments({ tags: { $all: ['t77', 't78'] } })).toBe(0);
    expect(await wishes().countDocuments({ $and: [{ tags: 't77' }, { tags: 'all' }] })).toBe(30);
    expect(database.server.examined().docs - before.docs).toBe(60);
  });
});

describe('skipping', () => {
  const sort = { at: -1, _id: -1 } as const;

  it('passes over keys where they say everything', async () => {
    const before = database.server.examined();
    const [found] = await wishes().find({ group: 'g7' }).sort(sort).skip(400).limit(1).toArray();
    const after = database.server.examined();
    expect(after).toEqual({ docs: before.docs + 1, keys: before.keys + 401 });
    expect(found?._id).toBe(total - groups + 7 - 400 * groups);
  });

  it('counts only what the filter lets through', async () => {
    const found = await wishes()
      .find({ group: 'g7', tags: 'all', n: { $mod: [100, 7] } })
      .sort(sort)
      .skip(10)
      .limit(1)
      .toArray();
    expect(found.map(({ _id }) => _id)).toEqual([total - 93 - 1000]);
  });
});

describe('a join', () => {
  it('uses the index of the other collection', async () => {
    await db.collection<Row>('claims').insertMany([{ wish: 'W5' }, { wish: 'W6' }, { wish: 'nobody' }]);
    const before = database.server.examined();
    const joined = await db
      .collection('claims')
      .aggregate([
        { $sort: { wish: 1 } },
        { $lookup: { from: 'wishes', localField: 'wish', foreignField: 'code', as: 'found' } },
      ])
      .toArray();
    expect(joined.map(({ found }) => found.length)).toEqual([1, 1, 0]);
    expect(database.server.examined().docs - before.docs).toBe(5);
  });
});

describe('changing one', () => {
  it('reads one document', async () => {
    const before = database.server.examined();
    await wishes().updateOne({ code: 'W9' }, { $set: { status: 'closed' } });
    await wishes().findOneAndUpdate({ code: 'W10' }, { $set: { status: 'closed' } });
    await wishes().deleteOne({ code: 'W11' });
    expect(database.server.examined().docs - before.docs).toBe(3);
  });
});
