import { ObjectId } from 'bson';
import { DatabaseError } from '../errors';
import { encodeValue } from '../key-encoding';
import { assertStorable, type Doc, encodeStored, isDoc } from '../values';
import { idFirst } from '../update/apply';
import { runBatch, type StatementResult } from './batch';
import { type CommandContext, listArgument } from './context';
import { ensureCollection } from './writing';

interface Prepared {
  idKey: Buffer;
  bytes: Buffer;
}

export async function insert(context: CommandContext): Promise<Doc> {
  const documents = listArgument(context.command, 'documents');
  const collection = await ensureCollection(context);
  const { engine, transaction } = context;
  const { answer } = await runBatch(context, documents, (document): StatementResult => {
    const { idKey, bytes } = prepare(document);
    engine.documents.write({ collection, idKey, before: null, after: bytes }, transaction);
    return { n: 1 };
  });
  return answer;
}

/** Gives the document an _id, in the first place. */
function prepare(document: unknown): Prepared {
  if (!isDoc(document)) throw new DatabaseError(14, 'A document to insert must be an object');
  assertStorable(document);
  const dollar = Object.keys(document).find((key) => key.startsWith('$'));
  if (dollar) throw new DatabaseError(52, `The dollar ($) prefixed field '${dollar}' is not allowed`);
  const complete = '_id' in document ? idFirst(document) : { _id: new ObjectId(), ...document };
  assertId(complete['_id']);
  return { idKey: encodeValue(complete['_id']), bytes: encodeStored(complete) };
}

export function assertId(id: unknown): void {
  if (Array.isArray(id)) throw new DatabaseError(53, "The '_id' value cannot be of type array");
  if (id === undefined) throw new DatabaseError(53, "The '_id' value cannot be of type undefined");
}
