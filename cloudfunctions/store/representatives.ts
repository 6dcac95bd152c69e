/** representatives: the roster (代表名册), one document for each person on it. */
import { DomainError } from '../../domain/errors';
import type { Level, Position } from '../../domain/labels';
import { collection, type Tx } from './database';
import type { Page } from './cursor';

export interface RepresentativeDoc {
  _id: string;
  name: string;
  level: Level;
  position: Position;
  groupId: string;
  /** Sealed like every contact field; see kit/seal. */
  phone: string;
  occupation: string;
  strengths: string[];
  villages: string[];
  /** Place on the roster, the order in which lists show people. */
  order: number;
  active: boolean;
  /** Raised by every claim, so that two at once of one representative are counted one after the other. */
  claims?: number;
}

const representatives = collection<RepresentativeDoc>('representatives', [
  { key: { groupId: 1, name: 1 }, name: 'groupName', unique: true },
  { key: { active: 1, order: 1, _id: 1 }, name: 'order' },
  { key: { active: 1, groupId: 1, order: 1, _id: 1 }, name: 'groupOrder' },
  { key: { active: 1, name: 1 }, name: 'name' },
  { key: { strengths: 1, active: 1, order: 1 }, name: 'strengths' },
]);

export async function find(id: string): Promise<RepresentativeDoc | null> {
  return (await representatives()).findOne({ _id: id });
}

export async function get(id: string): Promise<RepresentativeDoc> {
  const found = await find(id);
  if (!found) throw new DomainError('NOT_FOUND', { message: '没有找到这位代表' });
  return found;
}

/** Within the transaction of a claim: the second of two at once waits, and counts the first. */
export async function touchClaims(id: string, tx: Tx): Promise<void> {
  await (await representatives()).updateOne({ _id: id }, { $inc: { claims: 1 } }, { session: tx });
}

export async function listByIds(ids: readonly string[]): Promise<RepresentativeDoc[]> {
  if (ids.length === 0) return [];
  return (await representatives()).find({ _id: { $in: [...ids] } }).toArray();
}

/** Who has one of these strengths (专长), in the order of the roster: no more than `limit`. */
export async function listByStrengths(strengths: readonly string[], limit: number): Promise<RepresentativeDoc[]> {
  if (strengths.length === 0) return [];
  return (await representatives())
    .find({ strengths: { $in: [...strengths] }, active: true })
    .sort({ order: 1, _id: 1 })
    .limit(limit)
    .toArray();
}

/** The whole roster in its order: at most some thousands, for imports and the town's lists. */
export async function listAll(tx?: Tx): Promise<RepresentativeDoc[]> {
  return (await representatives())
    .find({ active: true }, { ...(tx ? { session: tx } : {}) })
    .sort({ order: 1, _id: 1 })
    .toArray();
}

/** Those who left too: an old ledger speaks of them, and who comes back keeps their id. */
export async function listEverybody(tx?: Tx): Promise<RepresentativeDoc[]> {
  return (await representatives())
    .find({}, { ...(tx ? { session: tx } : {}) })
    .sort({ active: -1, order: 1, _id: 1 })
    .toArray();
}

/** Those of a group who are on the roster now. */
export async function listByGroup(groupId: string): Promise<RepresentativeDoc[]> {
  return (await representatives()).find({ active: true, groupId }).sort({ order: 1, _id: 1 }).toArray();
}

/** Pages run in the roster's order; the cursor is the last order shown, which is unique on an imported roster. */
export async function listPage(
  groupId: string | undefined,
  cursor: string | undefined,
  limit: number,
): Promise<Page<RepresentativeDoc>> {
  const from = cursor === undefined ? -1 : Number(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Number.isInteger(from))
    throw new DomainError('INVALID_INPUT', { details: { cursor: '翻页标识有误，请从头查看' } });
  const read = await (
    await representatives()
  )
    .find({ active: true, ...(groupId === undefined ? {} : { groupId }), order: { $gt: from } })
    .sort({ order: 1, _id: 1 })
    .limit(limit + 1)
    .toArray();
  const items = read.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: read.length > limit && last ? Buffer.from(String(last.order)).toString('base64url') : null,
  };
}

/** How many are on the roster now. */
export async function countAll(): Promise<number> {
  return (await representatives()).countDocuments({ active: true });
}

export async function countByGroup(): Promise<Map<string, number>> {
  const rows = await (
    await representatives()
  )
    .aggregate<{ _id: string; members: number }>([
      { $match: { active: true } },
      { $group: { _id: '$groupId', members: { $sum: 1 } } },
    ])
    .toArray();
  return new Map(rows.map((row) => [row._id, row.members]));
}

export async function replaceAll(docs: readonly RepresentativeDoc[], tx: Tx): Promise<void> {
  if (docs.length === 0) return;
  await (
    await representatives()
  ).bulkWrite(
    docs.map((doc) => ({ replaceOne: { filter: { _id: doc._id }, replacement: doc, upsert: true } })),
    { session: tx },
  );
}
