/** auditLog: append-only; what staff did, and every look at what is private. */
import { collection, type Tx } from './database';

export interface AuditLine {
  _id: string;
  at: Date;
  accountId: string;
  name: string;
  action: string;
  /** Ids and counts only, never contact fields. */
  facts: Record<string, unknown>;
  traceId: string;
}

const auditLog = collection<AuditLine>('auditLog', [
  { key: { at: -1, _id: -1 }, name: 'at' },
  { key: { accountId: 1, at: -1 }, name: 'account' },
]);

export async function append(line: AuditLine, tx?: Tx): Promise<void> {
  await (await auditLog()).insertOne(line, { ...(tx ? { session: tx } : {}) });
}
