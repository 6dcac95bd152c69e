import type { Db } from 'mongodb';
import { openEngine } from '../../local/db/engine';
import { sweepExpired } from '../../local/db/sweep';
import { errorOf, type Row, startTestDatabase, temporaryDirectory, type TestDatabase } from './support';
import { rmSync } from 'node:fs';
import { encodeValue } from '../../local/db/key-encoding';
import { encodeStored } from '../../local/db/values';
import { indexFields } from '../../local/db/storage/catalog';
import { buildIndex } from '../../local/db/storage/indexes';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await startTestDatabase();
  ({ db } = database);
});

afterAll(() => database.stop());

describe('a unique index', () => {
  it('refuses a second document with the same key, whichever way it comes', async () => {
    const people = db.collection<Row>('people');
    await people.createIndex({ phone: 1, town: 1 }, { unique: true });
    await people.insertMany([
      { _id: 1, phone: 'a', town: 'x' },
      { _id: 2, phone: 'b', town: 'x' },
      { _id: 3, phone: 'a', town: 'y' },
    ]);
    const duplicate = { code: 11000, keyPattern: { phone: 1, town: 1 }, keyValue: { phone: 'a', town: 'x' } };
    expect(await errorOf(people.insertOne({ phone: 'a', town: 'x' }))).toMatchObject(duplicate);
    expect(await errorOf(people.updateOne({ _id: 2 }, { $set: { phone: 'a' } }))).toMatchObject(duplicate);
    expect(await errorOf(people.replaceOne({ _id: 2 }, { phone: 'a', town: 'x' }))).toMatchObject(duplicate);
    expect(await errorOf(people.findOneAndUpdate({ _id: 2 }, { $set: { phone: 'a' } }))).toMatchObject(duplicate);
    expect(
      await errorOf(people.updateOne({ _id: 9 }, { $set: { phone: 'a', town: 'x' } }, { upsert: true })),
    ).toMatchObject(duplicate);
    const { message } = await errorOf(people.insertOne({ phone: 'a', town: 'x' }));
    expect(message).toBe(
      'E11000 duplicate key error collection: town.people index: phone_1_town_1 dup key: { phone: "a", town: "x" }',
    );
    expect(await people.countDocuments()).toBe(3);
  });

  it('lets one of 100 racing inserts through', async () => {
    const tokens = db.collection<Row>('tokens');
    await tokens.createIndex({ token: 1 }, { unique: true });
    const tries = await Promise.allSettled(
      Array.from({ length: 100 }, (_, n) => tokens.insertOne({ token: 'same', n })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('frees a key when its document changes or goes', async () => {
    const people = db.collection<Row>('moving');
    await people.createIndex({ phone: 1 }, { unique: true });
    await people.insertMany([
      { _id: 1, phone: 'a' },
      { _id: 2, phone: 'b' },
    ]);
    await people.updateOne({ _id: 1 }, { $set: { phone: 'c' } });
    await people.updateOne({ _id: 2 }, { $set: { phone: 'a' } });
    await people.deleteOne({ _id: 2 });
    await people.insertOne({ _id: 3, phone: 'a' });
    expect(await people.find({ phone: 'a' }).toArray()).toEqual([{ _id: 3, phone: 'a' }]);
  });

  it('takes a missing field for null, once', async () => {
    const people = db.collection<Row>('missing');
    await people.createIndex({ phone: 1 }, { unique: true });
    await people.insertOne({});
    expect((await errorOf(people.insertOne({ phone: null }))).code).toBe(11000);
  });

  it('is not made over duplicates', async () => {
    const people = db.collection<Row>('doubled');
    await people.insertMany([{ phone: 'a' }, { phone: 'a' }]);
    expect((await errorOf(people.createIndex({ phone: 1 }, { unique: true }))).code).toBe(11000);
    expect(await people.indexes()).toHaveLength(1);
    expect(await people.countDocuments({ phone: 'a' })).toBe(2);
  });

  it('that is partial or sparse ignores documents outside it', async () => {
    const wishes = db.collection<Row>('partly');
    await wishes.createIndex({ claimer: 1 }, { unique: true, partialFilterExpression: { status: 'claimed' } });
    await wishes.createIndex({ token: 1 }, { unique: true, sparse: true });
    await wishes.insertMany([
      { claimer: 'a', status: 'closed' },
      { claimer: 'a', status: 'claimed' },
      { claimer: 'b', status: 'closed' },
    ]);
    expect((await errorOf(wishes.insertOne({ claimer: 'a', status: 'claimed' }))).code).toBe(11000);
    expect(
      (await errorOf(wishes.updateOne({ claimer: 'a', status: 'closed' }, { $set: { status: 'claimed' } }))).code,
    ).toBe(11000);
    expect(await wishes.find({ token: null }).toArray()).toHaveLength(3);
  });

  it('holds each element of an array', async () => {
    const posts = db.collection<{ photos: string[] }>('elements');
    await posts.createIndex({ photos: 1 }, { unique: true });
    await posts.insertOne({ photos: ['a', 'b', 'a'] });
    expect((await errorOf(posts.insertOne({ photos: ['c', 'b'] }))).code).toBe(11000);
    await posts.updateOne({}, { $pull: { photos: 'b' } });
    await posts.insertOne({ photos: ['c', 'b'] });
    expect(await posts.countDocuments({ photos: 'b' })).toBe(1);
  });
});

describe('an index', () => {
  it('is the same when it is asked for again, and refused when it differs', async () => {
    const wishes = db.collection('again');
    await wishes.createIndex({ a: 1 });
    await wishes.createIndex({ a: 1 });
    expect((await errorOf(wishes.createIndex({ a: 1 }, { unique: true }))).code).toBe(86);
    expect((await errorOf(wishes.createIndex({ a: 1 }, { name: 'other' }))).code).toBe(85);
    expect(await wishes.indexes()).toHaveLength(2);
  });

  it('cannot enter two arrays of one document', async () => {
    const wishes = db.collection('parallel');
    await wishes.createIndex({ a: 1, b: 1 });
    expect((await errorOf(wishes.insertOne({ a: [1], b: [2] }))).code).toBe(171);
    expect(await wishes.countDocuments()).toBe(0);
  });

  it('tells when a key is too long for it', async () => {
    const wishes = db.collection('long');
    await wishes.createIndex({ text: 1 });
    expect((await errorOf(wishes.insertOne({ text: '长'.repeat(1000) }))).code).toBe(17280);
  });

  it('keeps values with zero bytes, signs and times before 1970 in order', async () => {
    const wishes = db.collection<Row>('order');
    const values = [
      null,
      -Infinity,
      -2.5,
      -1,
      0,
      0.5,
      3,
      Infinity,
      '',
      'a',
      'a\0',
      'a\0b',
      'ab',
      '刘',
      '😀',
      false,
      true,
      new Date(-1),
      new Date(0),
      new Date(1),
    ];
    await wishes.createIndex({ v: 1 });
    await wishes.insertMany([...values].reverse().map((v) => ({ v })));
    expect(
      (
        await wishes
          .find({}, { hint: { v: 1 } })
          .sort({ v: 1 })
          .toArray()
      ).map(({ v }) => v),
    ).toEqual(values);
  });
});

describe('expiry', () => {
  it('removes what is older than the index says', async () => {
    const directory = temporaryDirectory();
    const engine = openEngine(directory);
    const collection = await engine.storage.write(() => engine.catalog.create('town', 'sessions'));
    const spec = {
      name: 'at_1',
      fields: indexFields({ at: 1 }),
      unique: false,
      sparse: false,
      partial: null,
      expireAfterSeconds: 60,
    };
    await engine.storage.write(() =>
      engine.catalog.addIndex(collection, spec, (index) => buildIndex(engine.storage, collection, index, null)),
    );
    const now = Date.now();
    const docs = [
      { _id: 1, at: new Date(now - 61_000) },
      { _id: 2, at: new Date(now - 59_000) },
      { _id: 3, at: 'never' },
      { _id: 4 },
    ];
    await engine.storage.write(() => {
      for (const doc of docs)
        engine.documents.write(
          { collection, idKey: encodeValue(doc._id), before: null, after: encodeStored(doc) },
          null,
        );
    });
    await sweepExpired(engine, now);
    const left = docs
      .filter(({ _id }) => engine.documents.read(collection, encodeValue(_id), null))
      .map(({ _id }) => _id);
    expect(left).toEqual([2, 3, 4]);
    await engine.storage.close();
    rmSync(directory, { recursive: true });
  });
});
