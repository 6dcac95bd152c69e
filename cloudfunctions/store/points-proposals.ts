/**
 * pointsProposals: what somebody, or a rule, wants to be booked and what is not booked yet: manual items, which a second
 * person confirms, and deductions, which lie open for 24 hours so that the representative can explain.
 */
import { deedKey, type Amount, type Ref } from '../../domain/points';
import type { RuleCode } from '../../domain/points-rules';
import { collection, type Tx } from './database';

export interface PointsProposalDoc {
  _id: string;
  /** The deed (domain/points): one thing is proposed once for a person. */
  key: string;
  kind: 'award' | 'deduction';
  rule: RuleCode;
  representativeId: string;
  groupId: string;
  amount: Amount;
  ref: Ref;
  /** When the deed was done. */
  at: Date;
  campaignId?: string;
  reason: string;
  evidence: { text?: string; photos: string[] };
  /** 'system' where a rule proposed it. */
  proposed: { accountId: string; who: string; at: Date };
  /** explained: the representative has said something, so that a person has to decide. */
  status: 'open' | 'explained' | 'booked' | 'dropped';
  /** A deduction is not booked before this. */
  settleFrom: Date;
  explanation?: { text: string; photos: string[]; at: Date };
  settled?: { accountId: string; who: string; at: Date; reason?: string };
  entryId?: string;
}

export const pointsProposals = collection<PointsProposalDoc>('pointsProposals', [
  { key: { key: 1 }, name: 'key', unique: true },
  { key: { status: 1, settleFrom: 1, _id: 1 }, name: 'due' },
  { key: { status: 1, groupId: 1, settleFrom: 1, _id: 1 }, name: 'group' },
  { key: { representativeId: 1, settleFrom: -1, _id: -1 }, name: 'representative' },
]);

export type NewProposal = Omit<PointsProposalDoc, 'key' | 'status' | 'explanation' | 'settled' | 'entryId'>;

/** Whether it is proposed for the first time; in the transaction of what it follows from. */
export async function proposeOnce(proposal: NewProposal, tx: Tx): Promise<boolean> {
  const { rule, representativeId, ref } = proposal;
  const key = deedKey(rule, representativeId, ref);
  const { upsertedCount } = await (
    await pointsProposals()
  ).updateOne({ key }, { $setOnInsert: { ...proposal, status: 'open' } }, { upsert: true, session: tx });
  return upsertedCount === 1;
}
