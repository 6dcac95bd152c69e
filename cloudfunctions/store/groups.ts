/** groups: 代表小组 and the villages that each serves. A town has some dozens, so lists are read whole. */
import { DomainError } from '../../domain/errors';
import { collection, type Tx } from './database';

export interface GroupDoc {
  _id: string;
  name: string;
  villages: string[];
  order: number;
}

const groups = collection<GroupDoc>('groups', [
  { key: { name: 1 }, name: 'name', unique: true },
  { key: { villages: 1 }, name: 'village' },
]);

export async function listAll(tx?: Tx): Promise<GroupDoc[]> {
  return (await groups())
    .find({}, { ...(tx ? { session: tx } : {}) })
    .sort({ order: 1, _id: 1 })
    .toArray();
}

/** The group that serves this village; throws INVALID_INPUT when none does. */
export async function getByVillage(village: string): Promise<GroupDoc> {
  const group = await (await groups()).findOne({ villages: village });
  if (!group) throw new DomainError('INVALID_INPUT', { details: { village: '没有这个村（社区），请从列表中选择' } });
  return group;
}

export async function namesById(): Promise<Map<string, string>> {
  return new Map((await listAll()).map((group) => [group._id, group.name]));
}

export async function replaceAll(docs: readonly GroupDoc[], tx: Tx): Promise<void> {
  for (const doc of docs) await (await groups()).replaceOne({ _id: doc._id }, doc, { upsert: true, session: tx });
}
