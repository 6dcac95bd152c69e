/** Keyset pages: by a time and an id, so that the thousandth page costs what the first does. */
import type { Document, Filter } from 'mongodb';
import { DomainError } from '../../domain/errors';

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Where a page ended. */
export interface Position {
  at: Date;
  id: string;
}

/** By `field` and then by _id, both ascending (1) or descending (-1). A cursor goes on only in the order of its name. */
export interface Order {
  name: string;
  field: string;
  direction: 1 | -1;
}

export const encodeCursor = ({ at, id }: Position, name?: string): string =>
  Buffer.from(JSON.stringify([at.getTime(), id, name])).toString('base64url');

export function decodeCursor(cursor: string, name?: string): Position {
  try {
    const [at, id, of] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const when = new Date(typeof at === 'number' ? at : NaN);
    const isOfOrder = (of ?? undefined) === name;
    if (!Number.isNaN(when.getTime()) && typeof id === 'string' && isOfOrder) return { at: when, id };
  } catch {
    // falls through: whatever it was, it is not a cursor of ours
  }
  throw new DomainError('INVALID_INPUT', { details: { cursor: '翻页标识有误，请从头查看' } });
}

/** The condition for what comes after `position` in this order. */
export function afterPosition<Doc extends Document>(
  { field, direction }: Omit<Order, 'name'>,
  { at, id }: Position,
): Filter<Doc> {
  const [beyond, from] = direction === 1 ? ['$gt', '$gte'] : ['$lt', '$lte'];
  // The first condition bounds the index on any server; the second leaves out what the last page showed of this moment.
  const behind = [{ [field]: { [beyond]: at } }, { [field]: at, _id: { [beyond]: id } }];
  return { $and: [{ [field]: { [from]: at } }, { $or: behind }] } as unknown as Filter<Doc>;
}

/** The condition for what comes after `cursor` in the order { [field]: -1, _id: -1 }. */
export function after<Doc extends Document>(field: string, cursor: string | undefined): Filter<Doc> {
  return cursor === undefined ? {} : afterPosition({ field, direction: -1 }, decodeCursor(cursor));
}

/** Makes a page of `limit` out of up to `limit + 1` documents read; its cursor goes on only in the order of that name. */
export function pageFrom<Doc>(
  read: readonly Doc[],
  limit: number,
  position: (doc: Doc) => Position,
  name?: string,
): Page<Doc> {
  const items = read.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: read.length > limit && last !== undefined ? encodeCursor(position(last), name) : null };
}
