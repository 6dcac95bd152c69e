/** Keyset pages: newest first, by a time and an id, so that the thousandth page costs what the first does. */
import type { Document, Filter } from 'mongodb';
import { DomainError } from '../../domain/errors';

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

interface Position {
  at: Date;
  id: string;
}

const encode = ({ at, id }: Position): string => Buffer.from(JSON.stringify([at.getTime(), id])).toString('base64url');

function decode(cursor: string): Position {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const when = new Date(typeof at === 'number' ? at : NaN);
    if (!Number.isNaN(when.getTime()) && typeof id === 'string') return { at: when, id };
  } catch {
    // falls through: whatever it was, it is not a cursor of ours
  }
  throw new DomainError('INVALID_INPUT', { details: { cursor: '翻页标识有误，请从头查看' } });
}

/** The condition for what comes after `cursor` in the order { [field]: -1, _id: -1 }. */
export function after<Doc extends Document>(field: string, cursor: string | undefined): Filter<Doc> {
  if (cursor === undefined) return {};
  const { at, id } = decode(cursor);
  return { $or: [{ [field]: { $lt: at } }, { [field]: at, _id: { $lt: id } }] } as Filter<Doc>;
}

/** Makes a page of `limit` out of up to `limit + 1` documents read. */
export function pageFrom<Doc>(read: readonly Doc[], limit: number, position: (doc: Doc) => Position): Page<Doc> {
  const items = read.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: read.length > limit && last !== undefined ? encode(position(last)) : null };
}
