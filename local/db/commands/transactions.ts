/** The end of a transaction. A commit that is asked for again, even after a restart, is answered again. */
import { noSuchTransaction } from '../errors';
import { isDoc, type Doc, isNumeric, numberOf } from '../values';
import { type CommandContext, listArgument } from './context';
import { Binary, Long } from 'bson';

const commitMark = 'commit';

export function txnNumberOf(command: Doc): bigint {
  const number = command['txnNumber'];
  return number instanceof Long ? number.toBigInt() : BigInt(isNumeric(number) ? numberOf(number) : 0);
}

export async function commitTransaction({ engine, command, session }: CommandContext): Promise<Doc> {
  const number = txnNumberOf(command);
  const transaction = engine.transactions.find(session);
  if (!transaction || transaction.number !== number) {
    const { results } = engine.sessions.record(session, number);
    if (results[commitMark]) return {};
    throw noSuchTransaction(number);
  }
  if (transaction.state === 'aborted') throw noSuchTransaction(number);
  if (transaction.state === 'committed') return {};
  transaction.lastUsed = Date.now();
  if (transaction.changes.size) {
    await engine.storage.write(() => {
      engine.documents.commit(transaction);
      engine.sessions.save(session, { number, results: { [commitMark]: 1 } });
    });
  }
  engine.transactions.end(transaction, 'committed');
  return {};
}

export function abortTransaction({ engine, command, session }: CommandContext): Doc {
  const number = txnNumberOf(command);
  const transaction = engine.transactions.open(session, number);
  engine.transactions.end(transaction, 'aborted');
  return {};
}

export function sessionId(lsid: unknown): string {
  const id = isDoc(lsid) ? lsid['id'] : undefined;
  return id instanceof Binary ? Buffer.from(id.buffer.subarray(0, id.position)).toString('hex') : '';
}

export function endSessions({ engine, command }: CommandContext): Doc {
  for (const lsid of listArgument(command, 'endSessions')) engine.transactions.forget(sessionId(lsid));
  return {};
}
