/**
 * What an absence costs, as proposals that lie open for 24 hours: made when the attendance is settled, taken back when it
 * is looked at again. The third absence from an activity in one month has a proposal of its own, once a month.
 */
import { ABSENCES_TOO_MANY, roundRef } from '../../domain/duty-points';
import { monthSpan, wholeMonthText } from '../../domain/model';
import { deedKey, type Ref } from '../../domain/points';
import type { RuleCode } from '../../domain/points-rules';
import { shanghaiMonth } from '../../domain/time';
import type { Tx } from './database';
import { reverseOnce } from './points-book';
import * as pointsEntries from './points-entries';
import { pointsProposals, proposeOnce, type NewProposal, type PointsProposalDoc } from './points-proposals';

type Deed = Pick<PointsProposalDoc, 'rule' | 'representativeId'> & { ref: Pick<Ref, 'kind' | 'id'> };

/** The proposals that have followed from one thing, the first one first. */
async function rounds({ rule, representativeId, ref }: Deed, tx: Tx): Promise<PointsProposalDoc[]> {
  const all: PointsProposalDoc[] = [];
  for (let round = 0; ; round += 1) {
    const key = deedKey(rule, representativeId, { ...ref, id: roundRef(ref.id, round) });
    const found = await (await pointsProposals()).findOne({ key }, { session: tx });
    if (!found) return all;
    all.push(found);
  }
}

/** Proposes it unless it is proposed already, or somebody has decided that it is not to be. */
export async function proposeAnew(proposal: NewProposal, tx: Tx): Promise<boolean> {
  const before = await rounds(proposal, tx);
  if (before.some(({ withdrawn }) => !withdrawn)) return false;
  return proposeOnce({ ...proposal, ref: { ...proposal.ref, id: roundRef(proposal.ref.id, before.length) } }, tx);
}

export interface TakingBack {
  accountId: string;
  who: string;
  at: Date;
  reason: string;
  newId: () => string;
}

/** Drops it while it is open, and takes back by a counter-entry what has been booked of it. */
export async function withdraw(deed: Deed, { newId, ...act }: TakingBack, tx: Tx): Promise<void> {
  const last = (await rounds(deed, tx)).find(({ withdrawn }) => !withdrawn);
  if (!last || last.status === 'dropped') return;
  const { accountId, who, at, reason } = act;
  if (last.status === 'booked') {
    const entry = last.entryId === undefined ? null : await pointsEntries.find(last.entryId, tx);
    await reverseOnce(entry ?? last, { id: newId(), at, reason, by: accountId }, tx);
  }
  const dropped = { status: 'dropped', settled: { accountId, who, at, reason } } as const;
  await (
    await pointsProposals()
  ).updateOne(
    { _id: last._id },
    { $set: { withdrawn: true, ...(last.status === 'booked' ? {} : dropped) } },
    { session: tx },
  );
}

const TOO_MANY: RuleCode = 'M9A';

const tooMany = (representativeId: string, month: string): Deed => ({
  rule: TOO_MANY,
  representativeId,
  ref: { kind: 'duty', id: month },
});

/** How many absences of the month stand: open, explained or booked. */
async function standing(representativeId: string, month: string, tx: Tx): Promise<number> {
  const { from, until } = monthSpan(month);
  return (await pointsProposals()).countDocuments(
    {
      representativeId,
      rule: 'M9',
      at: { $gte: from, $lt: until },
      status: { $ne: 'dropped' },
      withdrawn: { $exists: false },
    },
    { session: tx },
  );
}

/** Where this is the third absence of the month, or one after it that nobody has counted. */
export async function proposeTooMany(proposal: NewProposal, tx: Tx): Promise<boolean> {
  const month = shanghaiMonth(proposal.at);
  const count = await standing(proposal.representativeId, month, tx);
  if (count < ABSENCES_TOO_MANY) return false;
  const ref: Ref = { kind: 'duty', id: month, label: `${wholeMonthText(month)}缺席活动 ${count} 次` };
  return proposeAnew({ ...proposal, rule: TOO_MANY, amount: { units: 1 }, ref }, tx);
}

export async function withdrawTooMany(representativeId: string, at: Date, act: TakingBack, tx: Tx): Promise<void> {
  const month = shanghaiMonth(at);
  if ((await standing(representativeId, month, tx)) >= ABSENCES_TOO_MANY) return;
  await withdraw(tooMany(representativeId, month), act, tx);
}
