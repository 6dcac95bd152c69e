/** A proposal comes to its end: booked with what it takes back beside it, or dropped; each with a word to the person. */
import { RULES_THAT_TAKE_BACK, refThing } from '../../domain/points-proposal';
import type { RuleCode } from '../../domain/points-rules';
import { shanghaiDay } from '../../domain/time';
import type { Tx } from './database';
import { withdraw } from './duty-proposals';
import * as pointsBook from './points-book';
import * as pointsEntries from './points-entries';
import { tellOfBooking, tellOfDropping } from './points-notices';
import { moveIn, type PointsProposalDoc } from './points-proposals';
import * as pointsRules from './points-rules';
import { reverseFulfilment } from './wish-points';
import * as wishes from './wishes';

export interface Settling {
  /** The account, or 'system'. */
  accountId: string;
  who: string;
  now: Date;
  newId: () => string;
  reason?: string | undefined;
}

const settledBy = ({ accountId, who, now, reason }: Settling) => ({
  accountId,
  who,
  at: now,
  ...(reason === undefined ? {} : { reason }),
});

/** Books it if nobody settled it first; null when somebody did. */
export async function book(proposal: PointsProposalDoc, settling: Settling, tx: Tx): Promise<PointsProposalDoc | null> {
  const { now, newId, accountId } = settling;
  const { _id, rule, representativeId, groupId, amount, at, campaignId, ref, reason } = proposal;
  const entryId = newId();
  const booked = await moveIn(proposal, { status: 'booked', settled: settledBy(settling), entryId }, tx);
  if (!booked) return null;
  await pointsBook.payOnce(
    {
      id: entryId,
      ...{ rule, representativeId, groupId, amount, at, campaignId, reason },
      bookedAt: now,
      ref: { kind: 'proposal', id: _id, label: ref.label },
      by: accountId,
    },
    tx,
  );
  if (RULES_THAT_TAKE_BACK.has(rule)) await takeBackPaid(proposal, settling, tx);
  const entry = await pointsEntries.find(entryId, tx);
  if (!entry) throw new Error(`proposal ${_id} booked nothing: does ${rule} hold on its day?`);
  await tellOfBooking(booked, entry, await nameOf(proposal, tx), now, tx);
  return booked;
}

/** Drops it if nobody settled it first. `withdrawn`: its proposer takes it back, and may propose it anew. */
export async function drop(
  proposal: PointsProposalDoc,
  settling: Settling,
  tx: Tx,
  withdrawn = false,
): Promise<PointsProposalDoc | null> {
  const set = { status: 'dropped', settled: settledBy(settling) } as const;
  const dropped = await moveIn(proposal, { ...set, ...(withdrawn ? { withdrawn: true } : {}) }, tx);
  if (!dropped) return null;
  await tellOfDropping(dropped, await nameOf(proposal, tx), settling.now, tx);
  return dropped;
}

async function nameOf({ rule, at }: PointsProposalDoc, tx: Tx): Promise<string> {
  const bookOn = await pointsRules.openBook([rule], tx);
  return bookOn(shanghaiDay(at)).rules.get(rule)?.name ?? rule;
}

/** 敷衍办结 (D6) takes back what the fulfilment paid; 弄虚作假 (D7) all that the thing paid the person. */
async function takeBackPaid(
  { rule, representativeId, ref: { kind, id: refId, label } }: PointsProposalDoc,
  { now: at, newId, accountId: by, who }: Settling,
  tx: Tx,
): Promise<void> {
  const said = rule === 'D6' ? '经查回访不实' : '经查弄虚作假';
  const ref = { kind, id: refThing(refId) };
  const reverse = (paid: RuleCode) =>
    pointsBook.reverseOnce(
      { rule: paid, representativeId, ref },
      { id: newId(), at, reason: `${label} ${said}`, by },
      tx,
    );
  if (kind === 'wish') {
    const wish = await wishes.find(ref.id, tx);
    if (wish) await reverseFulfilment(wish, { newId, at, by, said }, tx);
    if (rule === 'D7') for (const paid of ['W2', 'W6'] as const) await reverse(paid);
  }
  if (kind !== 'post' || rule !== 'D7') return;
  await reverse('S1');
  await withdraw({ rule: 'S3', representativeId, ref }, { accountId: by, who, at, reason: said, newId }, tx);
}
