import type { ClientSession, Db } from 'mongodb';
import { errorOf, type Row, startTestDatabase, type TestDatabase } from './support';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await startTestDatabase();
  ({ db } = database);
});

afterAll(() => database.stop());

interface Wish {
  _id: number;
  status?: string;
  n?: number;
  code?: string;
}

const collection = (name: string) => db.collection<Wish>(name);

/** A session with a transaction under way, ended after the test. */
async function within(work: (session: ClientSession) => Promise<void>): Promise<void> {
  const session = database.client.startSession();
  try {
    session.startTransaction();
    await work(session);
  } finally {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
    await session.endSession();
  }
}

describe('a transaction', () => {
  it('shows its own writes to itself and to others only once committed', async () => {
    const wishes = collection('visible');
    await wishes.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
      { _id: 3, n: 3 },
    ]);
    await within(async (session) => {
      await wishes.insertOne({ _id: 4, n: 0 }, { session });
      await wishes.updateOne({ _id: 1 }, { $set: { n: 10 } }, { session });
      await wishes.deleteOne({ _id: 2 }, { session });
      expect(await wishes.find({}, { session }).sort({ n: 1 }).toArray()).toEqual([
        { _id: 4, n: 0 },
        { _id: 3, n: 3 },
        { _id: 1, n: 10 },
      ]);
      expect(await wishes.countDocuments({ n: { $gt: 2 } }, { session })).toBe(2);
      expect(
        await wishes.findOneAndUpdate({ _id: 4 }, { $inc: { n: 5 } }, { session, returnDocument: 'after' }),
      ).toEqual({ _id: 4, n: 5 });
      expect(await wishes.find().sort({ _id: 1 }).toArray()).toEqual([
        { _id: 1, n: 1 },
        { _id: 2, n: 2 },
        { _id: 3, n: 3 },
      ]);
      await session.commitTransaction();
    });
    expect(await wishes.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 10 },
      { _id: 3, n: 3 },
      { _id: 4, n: 5 },
    ]);
  });

  it('finds what it wrote by its _id, as it now is', async () => {
    const wishes = db.collection<{ _id: string; n: number }>('by id');
    await wishes.insertMany(['a', 'b', 'c'].map((_id) => ({ _id, n: 1 })));
    await within(async (session) => {
      await wishes.insertOne({ _id: 'd', n: 2 }, { session });
      await wishes.updateOne({ _id: 'a' }, { $set: { n: 2 } }, { session });
      await wishes.deleteOne({ _id: 'b' }, { session });
      const now = (_id: string, n?: number) => wishes.findOne({ _id, ...(n === undefined ? {} : { n }) }, { session });
      expect(await Promise.all([now('c'), now('a', 1), now('b')])).toEqual([{ _id: 'c', n: 1 }, null, null]);
      expect(await now('a')).toEqual({ _id: 'a', n: 2 });
      expect(await now('d', 2)).toEqual({ _id: 'd', n: 2 });
      expect(await wishes.countDocuments({ _id: 'b' }, { session })).toBe(0);
      expect(await wishes.countDocuments({ _id: { $in: ['a', 'b', 'd'] } }, { session })).toBe(2);
    });
  });

  it('reads from the moment it began', async () => {
    const wishes = collection('snapshot');
    await wishes.insertOne({ _id: 1, n: 1 });
    await within(async (session) => {
      expect(await wishes.findOne({ _id: 1 }, { session })).toEqual({ _id: 1, n: 1 });
      await wishes.updateOne({ _id: 1 }, { $set: { n: 2 } });
      await wishes.insertOne({ _id: 2, n: 2 });
      expect(await wishes.find({}, { session }).toArray()).toEqual([{ _id: 1, n: 1 }]);
    });
  });

  it('leaves nothing behind when it is aborted', async () => {
    const wishes = collection('aborted');
    await wishes.createIndex({ code: 1 }, { unique: true });
    await within(async (session) => {
      await wishes.insertOne({ _id: 1, code: 'a' }, { session });
      await session.abortTransaction();
    });
    expect(await wishes.countDocuments()).toBe(0);
    await wishes.insertOne({ _id: 2, code: 'a' });
    expect(await wishes.findOne({ code: 'a' })).toEqual({ _id: 2, code: 'a' });
  });

  it('loses to whoever wrote the document first', async () => {
    const wishes = collection('conflict');
    await wishes.insertOne({ _id: 1, n: 0 });
    await within(async (session) => {
      await wishes.findOne({ _id: 1 }, { session });
      await wishes.updateOne({ _id: 1 }, { $inc: { n: 1 } });
      const error = await errorOf(wishes.updateOne({ _id: 1 }, { $inc: { n: 10 } }, { session }));
      expect(error.code).toBe(112);
      expect(error.hasErrorLabel('TransientTransactionError')).toBe(true);
    });
    await within(async (first) => {
      await wishes.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: first });
      await within(async (second) => {
        expect((await errorOf(wishes.updateOne({ _id: 1 }, { $inc: { n: 10 } }, { session: second }))).code).toBe(112);
      });
      await first.commitTransaction();
    });
    expect(await wishes.findOne({ _id: 1 })).toEqual({ _id: 1, n: 2 });
  });

  it('conflicts over a unique key as over a document', async () => {
    const wishes = collection('keys');
    await wishes.createIndex({ code: 1 }, { unique: true });
    await within(async (first) => {
      await wishes.insertOne({ _id: 1, code: 'a' }, { session: first });
      await within(async (second) => {
        expect((await errorOf(wishes.insertOne({ _id: 2, code: 'a' }, { session: second }))).code).toBe(112);
      });
      await first.commitTransaction();
    });
    await within(async (session) => {
      expect((await errorOf(wishes.insertOne({ _id: 3, code: 'a' }, { session }))).code).toBe(11000);
      expect((await errorOf(wishes.findOne({}, { session }))).code).toBe(251);
    });
  });

  it('can move a unique key from one document to another', async () => {
    const wishes = collection('moved');
    await wishes.createIndex({ code: 1 }, { unique: true });
    await wishes.insertMany([
      { _id: 1, code: 'a' },
      { _id: 2, code: 'b' },
    ]);
    await within(async (session) => {
      await wishes.updateOne({ _id: 1 }, { $set: { code: 'c' } }, { session });
      await wishes.updateOne({ _id: 2 }, { $set: { code: 'a' } }, { session });
      await session.commitTransaction();
    });
    expect(await wishes.findOne({ code: 'a' })).toEqual({ _id: 2, code: 'a' });
    expect(await wishes.countDocuments({ code: { $in: ['a', 'b', 'c'] } })).toBe(2);
  });

  it('makes a plain write to its document wait', async () => {
    const wishes = collection('waiting');
    await wishes.insertOne({ _id: 1, n: 0 });
    await within(async (session) => {
      await wishes.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session });
      let done = false;
      const plain = wishes.updateOne({ _id: 1 }, { $inc: { n: 10 } }).then(() => (done = true));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(done).toBe(false);
      await session.commitTransaction();
      await plain;
    });
    expect(await wishes.findOne({ _id: 1 })).toEqual({ _id: 1, n: 11 });
  });

  it('cannot be continued under an unknown number', async () => {
    const session = database.client.startSession();
    const lsid = session.id;
    if (!lsid) throw new Error('no session id');
    const error = await errorOf(db.command({ find: 'any', lsid, txnNumber: 77, autocommit: false }));
    expect(error.code).toBe(251);
    await session.endSession();
  });

  it('refuses what does not belong into it', async () => {
    await within(async (session) => {
      expect((await errorOf(collection('any').createIndex({ n: 1 }, { session }))).code).toBe(263);
    });
  });
});

describe('withTransaction', () => {
  it('counts to 60 with 60 callers at once', async () => {
    const wishes = collection('counter');
    await wishes.insertOne({ _id: 1, n: 0 });
    const increment = () =>
      database.client.withSession((session) =>
        session.withTransaction(async () => {
          const found = await wishes.findOne({ _id: 1 }, { session });
          await wishes.updateOne({ _id: 1 }, { $set: { n: (found?.n ?? 0) + 1 } }, { session });
        }),
      );
    await Promise.all(Array.from({ length: 60 }, increment));
    expect(await wishes.findOne({ _id: 1 })).toEqual({ _id: 1, n: 60 });
  }, 120_000);

  it('lets one of 200 claim, with its record in the same transaction', async () => {
    const wishes = collection('claimed');
    const claims = db.collection<Row>('claims');
    await wishes.insertOne({ _id: 1, status: 'open' });
    await claims.createIndex({ wish: 1 }, { unique: true });
    const claim = (by: number) =>
      database.client.withSession((session) =>
        session.withTransaction(async () => {
          const { modifiedCount } = await wishes.updateOne(
            { _id: 1, status: 'open' },
            { $set: { status: 'claimed' } },
            { session },
          );
          if (modifiedCount) await claims.insertOne({ wish: 1, by }, { session });
          return modifiedCount;
        }),
      );
    const won = await Promise.all(Array.from({ length: 200 }, (_, by) => claim(by)));
    expect(won.filter((count) => count === 1)).toHaveLength(1);
    expect(await claims.countDocuments()).toBe(1);
  }, 120_000);
});
