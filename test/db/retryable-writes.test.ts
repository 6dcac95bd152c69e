import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Binary } from 'bson';
import { dispatcher, type Dispatch } from '../../local/db/commands/dispatch';
import { openEngine } from '../../local/db/engine';
import { encodeAnswer, opMsg, parseMessage } from '../../local/db/wire';
import { Long, serialize } from 'bson';
import { decodePlain, type Doc } from '../../local/db/values';
import { temporaryDirectory } from './support';

const directory = temporaryDirectory();
let engine = openEngine(directory);
let dispatch: Dispatch = dispatcher(engine, (error) => console.error(error));

afterAll(async () => {
  await engine.storage.close();
  rmSync(directory, { recursive: true });
});

async function restart(): Promise<void> {
  await engine.storage.close();
  engine = openEngine(directory);
  dispatch = dispatcher(engine, (error) => console.error(error));
}

/** Sends a command as bytes, as the driver's own retry would. */
async function send(command: Doc): Promise<Doc> {
  const body = serialize({ ...command, $db: 'town' });
  const message = Buffer.alloc(21 + body.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(opMsg, 12);
  message.set(body, 21);
  const parsed = parseMessage(message);
  return decodePlain(encodeAnswer(await dispatch(parsed.command, 'here'), parsed).subarray(21));
}

const session = (): Doc => ({
  id: new Binary(Buffer.from(randomUUID().replaceAll('-', ''), 'hex'), Binary.SUBTYPE_UUID),
});
const numbered = (lsid: Doc, number: number): Doc => ({ lsid, txnNumber: Long.fromNumber(number) });
const find = async (name: string): Promise<unknown> => {
  const { cursor } = await send({ find: name, sort: { _id: 1 } });
  return (cursor as Doc)['firstBatch'];
};

describe('a write that is sent again', () => {
  it('inserts once and answers alike', async () => {
    const insert = { insert: 'inserted', documents: [{ _id: 1 }, { _id: 2 }], ...numbered(session(), 1) };
    expect(await send(insert)).toEqual({ n: 2, ok: 1 });
    expect(await send(insert)).toEqual({ n: 2, ok: 1 });
    expect(await find('inserted')).toEqual([{ _id: 1 }, { _id: 2 }]);
  });

  it('updates once and answers alike', async () => {
    await send({ insert: 'updated', documents: [{ _id: 1, n: 0 }] });
    const updates = [
      { q: { _id: 1 }, u: { $inc: { n: 1 } } },
      { q: { _id: 2 }, u: { $inc: { n: 5 } }, upsert: true },
    ];
    const update = { update: 'updated', updates, ...numbered(session(), 1) };
    const first = await send(update);
    expect(first).toMatchObject({ n: 2, nModified: 1, upserted: [{ index: 1, _id: 2 }] });
    expect(await send(update)).toEqual(first);
    expect(await find('updated')).toEqual([
      { _id: 1, n: 1 },
      { _id: 2, n: 5 },
    ]);
  });

  it('finds, changes and gives back the same document', async () => {
    await send({
      insert: 'modified',
      documents: [
        { _id: 1, n: 0 },
        { _id: 2, n: 0 },
      ],
    });
    const modify = {
      findAndModify: 'modified',
      query: { n: 0 },
      update: { $inc: { n: 1 } },
      new: true,
      ...numbered(session(), 1),
    };
    const first = await send(modify);
    expect(first).toMatchObject({ value: { _id: 1, n: 1 } });
    expect(await send(modify)).toEqual(first);
    expect(await find('modified')).toEqual([
      { _id: 1, n: 1 },
      { _id: 2, n: 0 },
    ]);
  });

  it('deletes one document, not two', async () => {
    await send({ insert: 'deleted', documents: [{ _id: 1 }, { _id: 2 }] });
    const remove = { delete: 'deleted', deletes: [{ q: {}, limit: 1 }], ...numbered(session(), 1) };
    expect(await send(remove)).toEqual({ n: 1, ok: 1 });
    expect(await send(remove)).toEqual({ n: 1, ok: 1 });
    expect(await find('deleted')).toEqual([{ _id: 2 }]);
  });

  it('is recognised after a restart', async () => {
    const insert = { insert: 'restarted', documents: [{ n: 1 }], ...numbered(session(), 4) };
    await send(insert);
    await restart();
    expect(await send(insert)).toEqual({ n: 1, ok: 1 });
    expect(await find('restarted')).toHaveLength(1);
  });

  it('only goes on with what was not done', async () => {
    const retry = numbered(session(), 1);
    await send({ insert: 'partly', documents: [{ _id: 1 }], ...retry });
    await send({ insert: 'partly', documents: [{ _id: 1 }, { _id: 2 }], ...retry });
    expect(await find('partly')).toEqual([{ _id: 1 }, { _id: 2 }]);
  });

  it('under an older number is refused', async () => {
    const lsid = session();
    await send({ insert: 'older', documents: [{ _id: 1 }], ...numbered(lsid, 5) });
    expect(await send({ insert: 'older', documents: [{ _id: 2 }], ...numbered(lsid, 4) })).toMatchObject({
      ok: 0,
      code: 225,
    });
    expect(await send({ insert: 'older', documents: [{ _id: 2 }], ...numbered(lsid, 6) })).toMatchObject({ ok: 1 });
  });
});

describe('a commit that is sent again', () => {
  it('answers alike, also after a restart', async () => {
    const part = { ...numbered(session(), 9), autocommit: false };
    await send({ insert: 'committed', documents: [{ _id: 1 }], ...part, startTransaction: true });
    expect(await send({ commitTransaction: 1, ...part })).toEqual({ ok: 1 });
    expect(await send({ commitTransaction: 1, ...part })).toEqual({ ok: 1 });
    await restart();
    expect(await send({ commitTransaction: 1, ...part })).toEqual({ ok: 1 });
    expect(await find('committed')).toEqual([{ _id: 1 }]);
  });

  it('of a transaction that a restart ended is refused', async () => {
    const part = { ...numbered(session(), 9), autocommit: false };
    await send({ insert: 'lost', documents: [{ _id: 1 }], ...part, startTransaction: true });
    await restart();
    expect(await send({ commitTransaction: 1, ...part })).toMatchObject({
      code: 251,
      errorLabels: ['TransientTransactionError'],
    });
    expect(await find('lost')).toEqual([]);
  });

  it('of a transaction that was idle for a minute is refused', async () => {
    const part = { ...numbered(session(), 1), autocommit: false };
    await send({ insert: 'idle', documents: [{ _id: 1 }], ...part, startTransaction: true });
    engine.transactions.abortIdle(Date.now() + 61_000);
    expect(await send({ commitTransaction: 1, ...part })).toMatchObject({ code: 251 });
    expect(await send({ insert: 'idle', documents: [{ _id: 1 }] })).toMatchObject({ n: 1 });
  });
});
