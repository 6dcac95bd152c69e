import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import * as database from '../../cloudfunctions/store/database';
import { newId } from '../../cloudfunctions/kit/new-id';
import { startDatabase } from '../../local/db/server';
import '../../cloudfunctions/store/groups';

it('makes an index anew that an earlier version had under the same name', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'weixinyuan-'));
  const embedded = process.env.MONGODB_URI ? undefined : await startDatabase({ directory });
  const uri = process.env.MONGODB_URI ?? embedded?.uri ?? '';
  const name = `test_${newId().replaceAll('-', 'x')}`;
  const earlier = await new MongoClient(uri).connect();
  await earlier.db(name).collection('groups').createIndex({ order: 1 }, { name: 'village' });
  const { db } = await database.open(uri, name);
  const village = (await db.collection('groups').indexes()).find((index) => index.name === 'village');
  expect(village?.key).toEqual({ villages: 1 });
  await db.dropDatabase();
  await database.close();
  await earlier.close();
  await embedded?.close();
  await rm(directory, { recursive: true, force: true });
});
