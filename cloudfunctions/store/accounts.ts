/** accounts: who signs in. Where a person stands on the roster is read from the roster at every call. */
import type { Caller, Role } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { collection, type Tx } from './database';
import { isDuplicateKey } from './duplicate-key';
import * as representatives from './representatives';

export interface AccountDoc {
  _id: string;
  /** How the person is found again: 'openId:…', 'device:<hash>' or 'demo:<persona>:<representative>'. */
  identity: string;
  name: string;
  /** Roles beyond what the roster gives. */
  granted: Role[];
  representativeId?: string;
  departmentId?: string;
  createdAt: Date;
}

const accounts = collection<AccountDoc>('accounts', [
  { key: { identity: 1 }, name: 'identity', unique: true },
  { key: { representativeId: 1 }, name: 'representative', sparse: true },
  { key: { granted: 1 }, name: 'granted' },
  { key: { departmentId: 1 }, name: 'department', sparse: true },
]);

export async function get(id: string, tx?: Tx): Promise<AccountDoc> {
  const account = await (await accounts()).findOne({ _id: id }, { ...(tx ? { session: tx } : {}) });
  if (!account) throw new DomainError('UNAUTHENTICATED', { message: '登录已失效，请重新登录' });
  return account;
}

export async function findByIdentity(identity: string): Promise<AccountDoc | null> {
  return (await accounts()).findOne({ identity });
}

/** Accounts that were given this role beyond the roster: a handful in any town. */
export async function listByGranted(role: Role): Promise<AccountDoc[]> {
  return (await accounts()).find({ granted: role }).toArray();
}

/** The contacts (联系人) of a department. */
export async function listByDepartment(departmentId: string): Promise<AccountDoc[]> {
  return (await accounts()).find({ departmentId, granted: 'department' }).toArray();
}

/** The accounts of these representatives; not everybody has one, and somebody may have two. */
export async function listByRepresentatives(ids: readonly string[]): Promise<AccountDoc[]> {
  if (ids.length === 0) return [];
  return (await accounts()).find({ representativeId: { $in: [...ids] } }).toArray();
}

const OPEN_ID = 'openId:';

/** How WeChat knows the person; null for who signs in otherwise. */
export async function findOpenId(id: string): Promise<string | null> {
  const found = await (await accounts()).findOne({ _id: id }, { projection: { identity: 1 } });
  return found?.identity.startsWith(OPEN_ID) ? found.identity.slice(OPEN_ID.length) : null;
}

export const isDemo = ({ identity }: Pick<AccountDoc, 'identity'>): boolean => identity.startsWith('demo:');

/** Two first calls at once make one account: the unique identity decides, the loser reads the winner's. */
export async function ensureOnce(account: AccountDoc): Promise<AccountDoc> {
  const found = await findByIdentity(account.identity);
  if (found) return found;
  try {
    await (await accounts()).insertOne(account);
    return account;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const winner = await findByIdentity(account.identity);
    if (!winner) throw error;
    return winner;
  }
}

export type AccountChange = Partial<Pick<AccountDoc, 'name' | 'granted' | 'representativeId' | 'departmentId'>>;

export async function change(id: string, set: AccountChange, tx?: Tx): Promise<void> {
  await (await accounts()).updateOne({ _id: id }, { $set: set }, { ...(tx ? { session: tx } : {}) });
}

/** The account as the rules see it: granted roles, and those of the person's present place on the roster. */
export async function asCaller(account: AccountDoc): Promise<Caller> {
  const roles: Role[] = ['resident', ...account.granted];
  const caller = {
    accountId: account._id,
    name: account.name,
    ...(account.departmentId === undefined ? {} : { departmentId: account.departmentId }),
  };
  const representative = account.representativeId ? await representatives.find(account.representativeId) : null;
  if (!representative?.active) return { ...caller, roles };
  roles.push('representative');
  if (representative.position !== 'member') roles.push('liaison');
  return {
    ...caller,
    name: representative.name,
    roles,
    representativeId: representative._id,
    groupId: representative.groupId,
    position: representative.position,
  };
}

/** Names of these accounts by id. */
export async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const found = (await accounts())
    .find({ _id: { $in: [...ids] } })
    .project<Pick<AccountDoc, '_id' | 'name'>>({ name: 1 });
  return new Map((await found.toArray()).map(({ _id, name }) => [_id, name]));
}
