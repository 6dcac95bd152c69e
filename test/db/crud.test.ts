import { type Db, Double, Int32, Long, ObjectId } from 'mongodb';
import { errorOf, startTestDatabase, type TestDatabase } from './support';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await startTestDatabase();
  ({ db } = database);
});

afterAll(() => database.stop());

interface Wish {
  _id: ObjectId;
  code: string;
  status: string;
  n?: number;
  tags?: string[];
  items?: { name: string; count: number }[];
  at?: Date;
}

describe('documents', () => {
  it('come back as they were stored, in the order of their fields', async () => {
    const wishes = db.collection('kept');
    const stored = {
      _id: new ObjectId(),
      心愿: '路灯坏了',
      at: new Date(),
      none: null,
      yes: true,
      half: 0.5,
      list: [1, ['x'], { y: 2 }],
      bytes: Buffer.from([1, 2, 3]),
    };
    await wishes.insertOne(stored);
    const found = await wishes.findOne({ _id: stored._id });
    expect(Object.keys(found ?? {})).toEqual(Object.keys(stored));
    expect(found).toMatchObject({ ...stored, bytes: expect.anything() });
    expect(Buffer.from(found?.['bytes'].buffer)).toEqual(stored.bytes);
  });

  it('keep the type of a number through an update', async () => {
    const numbers = db.collection('numbers');
    await numbers.insertOne({
      _id: 1 as never,
      int: new Int32(1),
      long: Long.fromNumber(2),
      double: new Double(3),
      other: 0,
    });
    await numbers.updateOne({ _id: 1 as never }, { $inc: { int: 1, long: 1 }, $set: { other: 1 } });
    await numbers.updateOne({ _id: 1 as never }, [{ $set: { copied: '$int' } }]);
    const [typed] = await numbers.find({}, { promoteValues: false }).toArray();
    expect(typed?.['int']).toEqual(new Int32(2));
    expect(typed?.['long']).toEqual(Long.fromNumber(3));
    expect(typed?.['double']).toEqual(new Double(3));
  });

  it('become long when an int overflows', async () => {
    const numbers = db.collection('overflow');
    await numbers.insertOne({ n: new Int32(2 ** 31 - 1) });
    await numbers.updateOne({}, { $inc: { n: 1 } });
    const [typed] = await numbers.find({}, { promoteValues: false }).toArray();
    expect(typed?.['n']).toEqual(Long.fromNumber(2 ** 31));
  });

  it('are refused above 16 MB', async () => {
    const error = await errorOf(db.collection('large').insertOne({ text: 'x'.repeat(16 * 1024 * 1024) }));
    expect(error.message).toMatch(/too large|BSONObj size|larger/i);
  });
});

describe('writes', () => {
  it('insert many, stop at the first duplicate when ordered and go on when not', async () => {
    const wishes = db.collection<{ _id: number }>('many');
    const ordered = await errorOf(wishes.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }]));
    expect(ordered).toMatchObject({ code: 11000, insertedCount: 1 });
    const unordered = await errorOf(wishes.insertMany([{ _id: 1 }, { _id: 3 }, { _id: 4 }], { ordered: false }));
    expect(unordered).toMatchObject({ code: 11000, insertedCount: 2 });
    expect(await wishes.countDocuments()).toBe(3);
  });

  it('update by operators, array filters and the positional operator', async () => {
    const wishes = db.collection<Wish>('updates');
    const _id = new ObjectId();
    await wishes.insertOne({
      _id,
      code: 'A1',
      status: 'open',
      n: 1,
      tags: ['a'],
      items: [
        { name: 'rice', count: 1 },
        { name: 'oil', count: 2 },
      ],
    });
    await wishes.updateOne({ _id }, { $set: { status: 'claimed' }, $inc: { n: 2 }, $push: { tags: 'b' } });
    await wishes.updateOne(
      { _id },
      { $inc: { 'items.$[item].count': 10 } },
      { arrayFilters: [{ 'item.name': 'oil' }] },
    );
    await wishes.updateOne({ _id, 'items.name': 'rice' }, { $set: { 'items.$.count': 7 } });
    expect(await wishes.findOne({ _id })).toMatchObject({
      status: 'claimed',
      n: 3,
      tags: ['a', 'b'],
      items: [{ count: 7 }, { count: 12 }],
    });
  });

  it('upsert once and update afterwards', async () => {
    const wishes = db.collection<Wish>('upserts');
    const upsert = () =>
      wishes.updateOne({ code: 'B1' }, { $set: { status: 'open' }, $setOnInsert: { n: 1 } }, { upsert: true });
    expect(await upsert()).toMatchObject({ upsertedCount: 1, matchedCount: 0 });
    expect(await upsert()).toMatchObject({ upsertedCount: 0, matchedCount: 1, modifiedCount: 0 });
    expect(await wishes.findOne({ code: 'B1' })).toMatchObject({ code: 'B1', n: 1, status: 'open' });
  });

  it('find one and give it back before or after the change', async () => {
    const wishes = db.collection<Wish>('modify');
    await wishes.insertMany([
      { _id: new ObjectId(), code: 'C1', status: 'open', n: 1 },
      { _id: new ObjectId(), code: 'C2', status: 'open', n: 2 },
    ]);
    const claim = { $set: { status: 'claimed' } };
    expect(await wishes.findOneAndUpdate({ status: 'open' }, claim, { sort: { n: -1 } })).toMatchObject({
      code: 'C2',
      status: 'open',
    });
    expect(await wishes.findOneAndUpdate({ status: 'open' }, claim, { returnDocument: 'after' })).toMatchObject({
      code: 'C1',
      status: 'claimed',
    });
    expect(await wishes.findOneAndUpdate({ status: 'open' }, claim)).toBeNull();
    expect(await wishes.findOneAndDelete({ code: 'C1' })).toMatchObject({ code: 'C1' });
    expect(
      await wishes.findOneAndReplace({ code: 'C2' }, { code: 'C3', status: 'open' }, { returnDocument: 'after' }),
    ).toMatchObject({ code: 'C3' });
  });

  it('let one of 200 simultaneous claims win', async () => {
    const wishes = db.collection<Wish>('race');
    await wishes.insertOne({ _id: new ObjectId(), code: 'D1', status: 'open' });
    const claims = Array.from({ length: 200 }, (_, i) =>
      wishes.updateOne({ status: 'open' }, { $set: { status: `claimed by ${i}` } }),
    );
    const modified = (await Promise.all(claims)).reduce((sum, claim) => sum + claim.modifiedCount, 0);
    expect(modified).toBe(1);
  });

  it('go through bulkWrite', async () => {
    const wishes = db.collection<{ _id: number; n?: number }>('bulk');
    const result = await wishes.bulkWrite([
      { insertOne: { document: { _id: 1 } } },
      { insertOne: { document: { _id: 2 } } },
      { updateOne: { filter: { _id: 1 }, update: { $set: { n: 5 } } } },
      { replaceOne: { filter: { _id: 3 }, replacement: { n: 9 }, upsert: true } },
      { deleteOne: { filter: { _id: 2 } } },
    ]);
    expect(result).toMatchObject({ insertedCount: 2, modifiedCount: 1, upsertedCount: 1, deletedCount: 1 });
    expect(await wishes.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 5 },
      { _id: 3, n: 9 },
    ]);
  });
});

describe('reading', () => {
  it('gives large answers in batches, from one moment', async () => {
    const numbers = db.collection<{ _id: number }>('batches');
    await numbers.insertMany(Array.from({ length: 1000 }, (_, _id) => ({ _id })));
    const cursor = numbers.find().sort({ _id: 1 }).batchSize(50);
    const first = await cursor.next();
    await numbers.insertOne({ _id: 5000 });
    await numbers.deleteOne({ _id: 900 });
    const rest = await cursor.toArray();
    expect([first?._id, ...rest.map(({ _id }) => _id)]).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  });

  it('forgets a cursor that was closed', async () => {
    const numbers = db.collection('batches');
    const { cursor } = await db.command({ find: 'batches', batchSize: 2 });
    await db.command({ killCursors: 'batches', cursors: [cursor.id] });
    expect(
      (await errorOf(db.command({ getMore: Long.fromNumber(Number(cursor.id)), collection: 'batches' }))).code,
    ).toBe(43);
    expect(await numbers.estimatedDocumentCount()).toBe(1000);
  });

  it('lists and drops databases, collections and indexes', async () => {
    const other = database.client.db('other');
    await other.createCollection('one');
    await other.collection('two').createIndex({ a: 1 }, { name: 'by a' });
    expect((await other.listCollections().toArray()).map(({ name }) => name).sort()).toEqual(['one', 'two']);
    expect((await other.collection('two').indexes()).map(({ name }) => name)).toEqual(['_id_', 'by a']);
    expect((await errorOf(other.createCollection('one'))).code).toBe(48);
    await other.collection('two').dropIndex('by a');
    await other.dropCollection('one');
    expect(await other.dropDatabase()).toBe(true);
    const { databases } = await database.client.db('admin').admin().listDatabases();
    expect(databases.map(({ name }) => name)).not.toContain('other');
  });
});
