/** A proposal comes to its end: booked with what it takes back or hides beside it, or dropped; the person is told. */
import { hidesPost, refThing } from '../../domain/points-proposal';
import { shanghaiDay } from '../../domain/time';
import type { Tx } from './database';
import * as pointsBook from './points-book';
import * as pointsEntries from './points-entries';
import { tellOfBooking, tellOfDropping } from './points-notices';
import { moveIn, type PointsProposalDoc } from './points-proposals';
import * as pointsRules from './points-rules';
import { takeBackPaid } from './points-taken-back';
import * as postHiding from './post-hiding';
import * as posts from './posts';

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
  await takeBackPaid(proposal, settling, tx);
  if (hidesPost(proposal)) await hidePost(proposal, settling, tx);
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

/** 泄露群众隐私 (D8): nobody reads on what the post gives away; one that is hidden already stays as it is. */
async function hidePost(
  { _id, reason, ref }: PointsProposalDoc,
  { accountId: by, who, now, newId }: Settling,
  tx: Tx,
): Promise<void> {
  const post = await posts.find(refThing(ref.id), tx);
  if (!post) return;
  const because = { reason: `泄露群众隐私：${reason}`, who, automatic: false, at: now };
  const act = { now, by, newId };
  const hidden = await postHiding.hide(post, { ...because, proposalId: _id }, act, tx);
  // A person takes over what a check has hidden.
  if (!hidden) await postHiding.confirm(post, because, act, tx);
}
