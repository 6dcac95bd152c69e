import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { StartError } from '../../local/db/errors';
import { startDatabase } from '../../local/db/server';
import { startTestDatabase, temporaryDirectory } from './support';

interface Wish {
  _id: number;
  code: string;
  tags: string[];
  n: number;
}

const root = join(__dirname, '../..');
const started: ChildProcess[] = [];

afterAll(() => started.forEach((child) => child.kill('SIGKILL')));

/** The database in a process of its own, which can be killed. */
async function spawnDatabase(directory: string): Promise<{ child: ChildProcess; uri: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'local/db/cli.ts', '--data', directory], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const uri = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()));
    child.once('exit', (code) => reject(new Error(`ended with ${String(code)}`)));
  });
  return { child, uri };
}

const exited = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve));

describe('an acknowledged write', () => {
  it('is there after kill -9 amid 500 writes, with its index entries', async () => {
    const directory = temporaryDirectory();
    const { child, uri } = await spawnDatabase(directory);
    const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 2000, retryWrites: false }).connect();
    const wishes = client.db('town').collection<Wish>('wishes');
    await wishes.createIndex({ code: 1 }, { unique: true });
    await wishes.createIndex({ tags: 1, n: -1 });
    const acknowledged: number[] = [];
    const killed = exited(child);
    const writer = async (first: number): Promise<void> => {
      for (let n = first; n < 500; n += 10) {
        await wishes.insertOne({ _id: n, code: `c${n}`, tags: [`t${n % 7}`, 'all'], n });
        await wishes.updateOne({ _id: n }, { $set: { code: `d${n}` }, $push: { tags: 'changed' } });
        acknowledged.push(n);
        if (acknowledged.length === 250) child.kill('SIGKILL');
      }
    };
    await Promise.allSettled(Array.from({ length: 10 }, (_, first) => writer(first)));
    await client.close();
    await killed;
    expect(acknowledged.length).toBeGreaterThanOrEqual(250);
    expect(acknowledged.length).toBeLessThan(500);

    const reopened = await startTestDatabase(directory);
    const after = reopened.db.collection<Wish>('wishes');
    const found = await after.find({ _id: { $in: acknowledged } }).toArray();
    expect(found.map(({ _id, code, tags }) => [_id, code, tags.includes('changed')]).sort()).toEqual(
      acknowledged.map((n) => [n, `d${n}`, true]).sort(),
    );
    const all = await after.find({}, { hint: { $natural: 1 } }).toArray();
    for (const { _id, code, tags, n } of all) {
      expect(await after.find({ code }, { hint: 'code_1' }).toArray()).toMatchObject([{ _id }]);
      expect(await after.countDocuments({ tags: tags[0] ?? '', n }, { hint: 'tags_1_n_-1' })).toBe(1);
    }
    expect(await after.find({ tags: 'all' }, { hint: 'tags_1_n_-1' }).toArray()).toHaveLength(all.length);
    await reopened.stop();
  }, 120_000);
});

describe('the database as a program', () => {
  it('ends cleanly on SIGTERM and gives the directory back', async () => {
    const directory = temporaryDirectory();
    const { child, uri } = await spawnDatabase(directory);
    const refused = await startDatabase({ directory }).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'DATA_LOCKED',
      message: expect.stringMatching(/数据目录 .* 正被另一个程序使用/),
    });
    const client = await new MongoClient(uri).connect();
    await client.db('town').collection('wishes').insertOne({ n: 1 });
    child.kill('SIGTERM');
    expect(await exited(child)).toBe(0);
    await client.close();
    const reopened = await startTestDatabase(directory);
    expect(await reopened.db.collection('wishes').countDocuments()).toBe(1);
    await reopened.stop();
  }, 60_000);
});

describe('starting', () => {
  it('tells when the port is taken', async () => {
    const directory = temporaryDirectory();
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const refused = await startDatabase({ directory, port }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StartError);
    expect(refused).toMatchObject({ code: 'PORT_TAKEN', message: `端口 ${port} 已被别的程序占用，请换一个端口。` });
    other.close();
    const free = await startDatabase({ directory });
    await free.close();
    rmSync(directory, { recursive: true });
  });

  it('tells when the directory cannot be used', async () => {
    const directory = temporaryDirectory();
    const file = join(directory, 'file');
    writeFileSync(file, 'no directory');
    expect(await startDatabase({ directory: file }).catch((error: unknown) => error)).toMatchObject({
      code: 'DATA_UNREADABLE',
    });
    writeFileSync(join(directory, 'data.mdb'), 'damaged'.repeat(5000));
    expect(await startDatabase({ directory }).catch((error: unknown) => error)).toMatchObject({
      code: 'DATA_UNREADABLE',
    });
    rmSync(directory, { recursive: true });
  });

  it('takes over the lock of a process that is gone', async () => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: 2 ** 22 - 1, began: '1' }));
    const running = await startDatabase({ directory });
    await running.close();
    rmSync(directory, { recursive: true });
  });
});
