/**
 * The chain that makes a quiet edit of 积分明细 show: each entry of a representative carries the hash of the one before.
 * SHA-256 over a JSON array in the order below, so that whoever has an export can compute it again.
 */
import { createHash } from 'node:crypto';

/** What of an entry the hash covers. */
export interface Chained {
  seq: number;
  key: string;
  representativeId: string;
  groupId: string;
  rule: string;
  ruleVersion: number;
  deltaTenths: number;
  at: Date;
  bookedAt: Date;
  month: string;
  ref: { kind: string; id: string; label: string };
  how: string;
  reason: string;
  by: string;
  campaignId?: string;
}

/** Before a representative's first entry. */
export const FIRST_HASH = '0'.repeat(64);

/** 64 hexadecimal digits. */
export function hashOf(previous: string, entry: Chained): string {
  const { seq, key, representativeId, groupId, rule, ruleVersion, deltaTenths, at, bookedAt, month, ref } = entry;
  const facts = [
    ...[previous, seq, key, representativeId, groupId, rule, ruleVersion, deltaTenths],
    ...[at.toISOString(), bookedAt.toISOString(), month, ref.kind, ref.id, ref.label],
    ...[entry.how, entry.reason, entry.by, entry.campaignId ?? null],
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
