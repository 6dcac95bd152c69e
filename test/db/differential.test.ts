/**
 * The same random operations on this database and on a reference engine must give the same. Without
 * REFERENCE_MONGODB_URI the same generators compare this database with itself: with indexes and without any.
 */
import { EJSON } from 'bson';
import fc from 'fast-check';
import {
  type Collection,
  type Db,
  type Document,
  type IndexSpecification,
  MongoClient,
  MongoServerError,
} from 'mongodb';
import { documents, filter, pipeline, pipelineUpdate, projection, sort, update } from './arbitraries';
import { startTestDatabase, type TestDatabase } from './support';

const referenceUri = process.env['REFERENCE_MONGODB_URI'];
/**
 * The same cases every time: the reference engine has corners of its own, which random cases keep finding, and landing
 * must not hang on its luck. DIFFERENTIAL_SEED=<any number> with DIFFERENTIAL_RUNS looks further.
 */
const seed = Number(process.env['DIFFERENTIAL_SEED'] ?? 20_211_124);
const runs = Number(process.env['DIFFERENTIAL_RUNS'] ?? (referenceUri ? 150 : 25));
const indexes: IndexSpecification[] = [
  { n: 1 },
  { m: 1, d: -1, _id: -1 },
  { s: 1 },
  { t: 1 },
  { 'l.k': 1 },
  { 'o.x': -1, m: 1 },
  { r: 1 },
];

let own: TestDatabase;
let reference: MongoClient | null = null;
let sides: [Db, Db];

beforeAll(async () => {
  own = await startTestDatabase();
  reference = referenceUri ? await new MongoClient(referenceUri).connect() : null;
  if (!reference)
    console.info('differential: REFERENCE_MONGODB_URI is not set, so only indexes against scans are compared');
  const name = `differential_${process.pid}_${Date.now()}`;
  sides = [own.client.db('indexed'), reference ? reference.db(name) : own.client.db('scanned')];
  for (const index of indexes) await sides[0].collection('docs').createIndex(index);
});

afterAll(async () => {
  await sides[1].dropDatabase();
  await reference?.close();
  await own.stop();
});

type Operation = (docs: Collection) => Promise<unknown>;

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}

/** Comparable text; -0 and 0, 2 and 2.0 are the same number to whoever reads it through the driver. */
function shown(value: unknown): unknown {
  return sortKeys(JSON.parse(EJSON.stringify(value, { relaxed: true }).replace(/-0(?=[,}\]])/g, '0')));
}

/** What a group pushes (`one`, `two`) as a set: the reference engine does not keep the order of the sort before it. */
function pushedInAnyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pushedInAnyOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const isPushed = (key === 'one' || key === 'two') && Array.isArray(inner);
      return [key, isPushed ? inner.map((item) => JSON.stringify(item)).sort() : pushedInAnyOrder(inner)];
    }),
  );
}

async function outcome(operation: Operation, db: Db, docs: Document[]): Promise<unknown> {
  const collection = db.collection('docs');
  await collection.deleteMany({});
  await collection.insertMany(docs);
  const other = db.collection('other');
  await other.deleteMany({});
  await other.insertMany(docs.slice(0, 5));
  try {
    const answer = await operation(collection);
    return shown({ answer, after: await collection.find().sort({ _id: 1 }).toArray() });
  } catch (error) {
    if (!(error instanceof MongoServerError)) throw error;
    return { failed: commonCode(error.code) };
  }
}

/** Codes that callers act on; for the rest it is enough that both refuse. */
function commonCode(code: unknown): unknown {
  return code === 11000 || code === 112 ? code : 'refused';
}

async function same(docs: Document[], operation: Operation): Promise<void> {
  const [mine, theirs] = [await outcome(operation, sides[0], docs), await outcome(operation, sides[1], docs)];
  expect(mine).toEqual(theirs);
}

const check = <T>(arbitrary: fc.Arbitrary<T>, act: (input: T) => Operation): Promise<void> =>
  fc.assert(
    fc.asyncProperty(documents, arbitrary, (docs, input) => same(docs, act(input))),
    { numRuns: runs, seed },
  );

const minutes = 60_000;
/** The reference engine looks at an update only once it has found a document; the real server refuses a wrong one first. */
const refusedLater = 'nothing found';

describe('answers like the reference', () => {
  it(
    'finds, sorts, skips, limits and projects',
    async () => {
      const limits = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5 }));
      await check(
        fc.tuple(filter, sort, projection, limits),
        ([where, order, fields, [skip, limit]]) =>
          (docs) =>
            docs.find(where, { projection: fields }).sort(order).skip(skip).limit(limit).toArray(),
      );
    },
    10 * minutes,
  );

  it(
    'counts and gives distinct values',
    async () => {
      await check(filter, (where) => async (docs) => ({
        count: await docs.countDocuments(where),
        distinct: (await docs.distinct('m', where)).sort(),
      }));
    },
    10 * minutes,
  );

  it(
    'updates one and many',
    async () => {
      await check(fc.tuple(filter, update, fc.boolean()), ([where, change, many]) => async (docs) => {
        if (!(await docs.countDocuments(where))) return refusedLater;
        if (many) return docs.updateMany(where, change);
        const { matchedCount, modifiedCount } = await docs.updateOne({ _id: 0 as never }, change);
        return { matchedCount, modifiedCount };
      });
    },
    10 * minutes,
  );

  it(
    'updates by a pipeline',
    async () => {
      await check(fc.tuple(filter, pipelineUpdate), ([where, change]) => async (docs) => {
        const { matchedCount, modifiedCount } = await docs.updateMany(where, change);
        return { matchedCount, modifiedCount };
      });
    },
    10 * minutes,
  );

  it(
    'finds one and changes it',
    async () => {
      await check(
        fc.tuple(filter, update, sort, projection, fc.constantFrom<'before' | 'after'>('before', 'after')),
        ([where, change, order, fields, returnDocument]) =>
          async (docs) => {
            if (!(await docs.countDocuments(where))) return refusedLater;
            return docs.findOneAndUpdate(where, change, { sort: order, projection: fields, returnDocument });
          },
      );
    },
    10 * minutes,
  );

  it(
    'inserts what an upsert does not find',
    async () => {
      const wanted = fc.tuple(fc.integer({ min: 0, max: 20 }), update);
      await check(wanted, ([_id, change]) => async (docs) => {
        const { matchedCount, modifiedCount, upsertedCount } = await docs.updateOne({ _id: _id as never }, change, {
          upsert: true,
        });
        return { matchedCount, modifiedCount, upsertedCount };
      });
    },
    10 * minutes,
  );

  it(
    'replaces and deletes',
    async () => {
      await check(
        fc.tuple(filter, fc.boolean()),
        ([where, replaces]) =>
          (docs) =>
            replaces ? docs.replaceOne({ ...where, _id: 0 as never }, { fresh: 1 }) : docs.deleteMany(where),
      );
    },
    10 * minutes,
  );

  it(
    'aggregates',
    async () => {
      await check(pipeline, (stages) => async (docs) => {
        const results = await docs.aggregate(stages).toArray();
        return results.map((one) => JSON.stringify(pushedInAnyOrder(shown(one)))).sort();
      });
    },
    10 * minutes,
  );

  it(
    'keeps order through an aggregation that sorts last',
    async () => {
      await check(
        fc.tuple(pipeline, sort),
        ([stages, order]) =>
          (docs) =>
            docs
              .aggregate([
                { $match: {} },
                ...stages.filter((stage) => !['$group', '$facet', '$unwind', '$unset'].some((name) => name in stage)),
                { $sort: order },
              ])
              .toArray(),
      );
    },
    10 * minutes,
  );
});
