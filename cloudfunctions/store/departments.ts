/** departments: 职能部门, in the town's own order. */
import { collection } from './database';

export interface DepartmentDoc {
  _id: string;
  name: string;
  order: number;
}

const departments = collection<DepartmentDoc>('departments', [{ key: { name: 1 }, name: 'name', unique: true }]);

export async function listAll(): Promise<DepartmentDoc[]> {
  return (await departments()).find({}).sort({ order: 1, _id: 1 }).toArray();
}

export async function find(id: string): Promise<DepartmentDoc | null> {
  return (await departments()).findOne({ _id: id });
}

export async function namesById(): Promise<Map<string, string>> {
  return new Map((await listAll()).map(({ _id, name }) => [_id, name]));
}

export async function saveAll(docs: readonly DepartmentDoc[]): Promise<void> {
  for (const doc of docs) await (await departments()).replaceOne({ _id: doc._id }, doc, { upsert: true });
}
