/** What MongoDB's manual promises of pipelines where the reference engine of the differential test departs from it. */
import type { Document } from 'mongodb';
import { startTestDatabase, type Row, type TestDatabase } from './support';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  await database.db.collection<Row>('docs').insertMany([
    { _id: 1, b: false, m: 3 },
    { _id: 2, m: 1 },
    { _id: 3, b: null, m: 2 },
  ]);
});
afterAll(() => database.stop());

const run = (stages: Document[]): Promise<Document[]> =>
  database.db.collection<Row>('docs').aggregate(stages).toArray();

it('pushes into a group in the order of the sort before it', async () => {
  const group = { $group: { _id: null, pushed: { $push: '$m' }, first: { $first: '$m' }, last: { $last: '$m' } } };
  expect(await run([{ $sort: { m: 1 } }, group])).toEqual([{ _id: null, pushed: [1, 2, 3], first: 1, last: 3 }]);
  expect(await run([{ $sort: { _id: -1 } }, group])).toEqual([{ _id: null, pushed: [2, 1, 3], first: 2, last: 3 }]);
});

it('counts nothing by no document', async () => {
  expect(await run([{ $match: { m: 9 } }, { $count: 'all' }])).toEqual([]);
});

it('does not see what an earlier stage took out', async () => {
  const stages = [{ $sort: { _id: 1 } }, { $unset: 'm' }, { $addFields: { has: { $gte: ['$m', 1] } } }, { $limit: 1 }];
  expect(await run(stages)).toEqual([{ _id: 1, b: false, has: false }]);
});

it('makes the way to a computed field, even to one that is missing', async () => {
  const one = { $match: { _id: 2 } };
  expect(await run([one, { $addFields: { 'o.x': '$m' } }])).toEqual([{ _id: 2, m: 1, o: { x: 1 } }]);
  expect(await run([one, { $addFields: { 'o.x': '$nothing' } }])).toEqual([{ _id: 2, m: 1, o: {} }]);
  expect(await run([one, { $addFields: { 'm.x': '$nothing' } }])).toEqual([{ _id: 2, m: {} }]);
  expect(await run([one, { $unset: 'o.x' }])).toEqual([{ _id: 2, m: 1 }]);
});
