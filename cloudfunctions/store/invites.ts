/** invites: one-time codes that bind a person on the roster, or grant a role. Only the code's hash is kept. */
import type { Role } from '../../domain/caller';
import { collection, type Tx } from './database';

export interface InviteDoc {
  /** SHA-256 of the code. */
  _id: string;
  representativeId?: string;
  departmentId?: string;
  roles: Role[];
  name?: string;
  by: string;
  createdAt: Date;
  expiresAt: Date;
  usedBy?: string;
}

// A used or unused code is forgotten 30 days after it expired.
const invites = collection<InviteDoc>('invites', [
  { key: { expiresAt: 1 }, name: 'expiry', expireAfterSeconds: 30 * 24 * 3600 },
]);

export async function insert(invite: InviteDoc): Promise<void> {
  await (await invites()).insertOne(invite);
}

/** Spends the code if it is unused and still good; null otherwise. */
export async function spendIfGood(hash: string, accountId: string, now: Date, tx: Tx): Promise<InviteDoc | null> {
  return (await invites()).findOneAndUpdate(
    { _id: hash, usedBy: { $exists: false }, expiresAt: { $gt: now } },
    { $set: { usedBy: accountId } },
    { session: tx },
  );
}
