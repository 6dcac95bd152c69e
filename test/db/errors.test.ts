import { Decimal128, type Db, Long, type Document } from 'mongodb';
import { errorOf, type Row, startTestDatabase, type TestDatabase } from './support';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await startTestDatabase();
  ({ db } = database);
  await db.collection<Row>('docs').insertOne({ _id: 1, s: 'text', n: 1, list: [1], o: { x: 1 } });
});

afterAll(() => database.stop());

const updates: [what: string, update: Document, code: number][] = [
  ['$inc on a text', { $inc: { s: 1 } }, 14],
  ['$inc by a text', { $inc: { n: 'one' } }, 14],
  ['$mul on a text', { $mul: { s: 2 } }, 14],
  ['$push to a text', { $push: { s: 'x' } }, 2],
  ['$addToSet to a number', { $addToSet: { n: 1 } }, 2],
  ['$pull from a text', { $pull: { s: 'x' } }, 2],
  ['$pop of a text', { $pop: { s: 1 } }, 14],
  ['$set below a text', { $set: { 's.deep': 1 } }, 28],
  ['$set of a named field in an array', { $set: { 'list.name': 1 } }, 28],
  ['two operators on one path', { $set: { n: 1 }, $inc: { n: 1 } }, 40],
  ['a path and its parent', { $set: { o: 1, 'o.x': 1 } }, 40],
  ['changing _id', { $set: { _id: 2 } }, 66],
  ['an unknown operator', { $frobnicate: { n: 1 } }, 9],
  ['the positional operator without a match', { $set: { 'list.$': 1 } }, 2],
];

describe('an update', () => {
  it.each(updates)('refuses %s', async (_what, update, code) => {
    const docs = db.collection<Row>('docs');
    expect((await errorOf(docs.updateOne({ _id: 1 }, update))).code).toBe(code);
    expect(await docs.findOne({ _id: 1 })).toEqual({ _id: 1, s: 'text', n: 1, list: [1], o: { x: 1 } });
  });
});

const filters: [what: string, filter: Document, code: number][] = [
  ['an unknown operator', { n: { $near: 1 } }, 2],
  ['an unknown top-level operator', { $unknown: 1 }, 2],
  ['$where', { $where: 'true' }, 2],
  ['$text', { $text: { $search: 'x' } }, 2],
  ['$jsonSchema', { $jsonSchema: {} }, 2],
  ['$geoWithin', { o: { $geoWithin: {} } }, 2],
  ['$in without a list', { n: { $in: 1 } }, 2],
  ['an empty $or', { $or: [] }, 2],
  ['a decimal', { n: Decimal128.fromString('1.0') }, 238],
  ['an integer beyond 2^53', { n: Long.MAX_VALUE }, 238],
  ['an unknown expression', { $expr: { $unheard: 1 } }, 168],
];

describe('a query', () => {
  it.each(filters)('refuses %s', async (_what, filter, code) => {
    expect((await errorOf(db.collection('docs').find(filter, { promoteLongs: false }).toArray())).code).toBe(code);
  });

  it('refuses a collation', async () => {
    expect(
      (
        await errorOf(
          db
            .collection('docs')
            .find({}, { collation: { locale: 'zh' } })
            .toArray(),
        )
      ).code,
    ).toBe(238);
  });

  it('refuses a projection that both includes and excludes', async () => {
    expect(
      (
        await errorOf(
          db
            .collection('docs')
            .find({}, { projection: { n: 1, s: 0 } })
            .toArray(),
        )
      ).code,
    ).toBe(31254);
  });

  it('refuses an unknown hint', async () => {
    expect((await errorOf(db.collection('docs').find({}, { hint: 'nowhere' }).toArray())).code).toBe(2);
  });

  it('takes maxTimeMS and comments', async () => {
    expect(
      await db.collection('docs').find({ $comment: 'why' }, { maxTimeMS: 1000, comment: 'who' }).toArray(),
    ).toHaveLength(1);
  });
});

const pipelines: [what: string, pipeline: Document[], code: number][] = [
  ['an unknown stage', [{ $teleport: {} }], 40324],
  ['$merge', [{ $merge: 'other' }], 40324],
  ['$out', [{ $out: 'other' }], 40324],
  ['an unknown expression', [{ $project: { z: { $unheard: 1 } } }], 168],
  ['$function', [{ $project: { z: { $function: { body: '', args: [], lang: 'js' } } } }], 168],
  ['$dateTrunc', [{ $project: { z: { $dateTrunc: { date: '$d', unit: 'day' } } } }], 168],
  ['$dateAdd', [{ $project: { z: { $dateAdd: { startDate: '$d', unit: 'day', amount: 1 } } } }], 168],
  ['an unknown accumulator', [{ $group: { _id: null, z: { $median: 1 } } }], 15952],
  ['a group without _id', [{ $group: { n: { $sum: 1 } } }], 15955],
  ['a stage with two names', [{ $match: {}, $limit: 1 }], 40323],
  ['$lookup with let', [{ $lookup: { from: 'a', let: {}, pipeline: [], as: 'b' } }], 238],
  ['a limit of zero', [{ $group: { _id: 1 } }, { $limit: 0 }], 15958],
];

describe('a pipeline', () => {
  it.each(pipelines)('refuses %s', async (_what, pipeline, code) => {
    expect((await errorOf(db.collection('docs').aggregate(pipeline).toArray())).code).toBe(code);
  });
});

describe('other commands', () => {
  it('refuses an unknown command', async () => {
    expect(await errorOf(db.command({ mapReduce: 'docs' }))).toMatchObject({ code: 59, codeName: 'CommandNotFound' });
  });

  it('refuses documents that it could not compare exactly', async () => {
    expect((await errorOf(db.collection('docs').insertOne({ d: Decimal128.fromString('1') }))).code).toBe(238);
    expect((await errorOf(db.collection('docs').insertOne({ r: /x/ }))).code).toBe(238);
    expect(await db.collection('docs').countDocuments()).toBe(1);
  });

  it('refuses indexes that it does not have', async () => {
    const docs = db.collection('docs');
    expect((await errorOf(docs.createIndex({ s: 'text' }))).code).toBe(238);
    expect((await errorOf(docs.createIndex({ s: 1 }, { collation: { locale: 'zh' } }))).code).toBe(197);
    expect((await errorOf(docs.createIndex({ s: 1 }, { name: '_id_' }))).code).toBe(86);
  });
});
