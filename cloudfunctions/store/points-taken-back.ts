/**
 * 敷衍办结 (D6) takes back what the fulfilment paid, 弄虚作假 (D7) all that the thing paid the person. What was taken back is
 * paid again once no such deduction stands and the thing itself still deserves it.
 */
import { RULES_THAT_TAKE_BACK, refThing } from '../../domain/points-proposal';
import type { Ref } from '../../domain/points';
import type { RuleCode } from '../../domain/points-rules';
import type { Tx } from './database';
import { withdraw } from './duty-proposals';
import { proposeFeatured } from './featured-points';
import * as pointsBook from './points-book';
import { standingDeeds } from './points-entries';
import { listAbout, type PointsProposalDoc } from './points-proposals';
import type { PostDoc } from './post-doc';
import * as posts from './posts';
import { paidForFulfilment } from './wish-points';
import * as wishes from './wishes';

interface Act {
  /** The account. */
  accountId: string;
  who: string;
  now: Date;
  newId: () => string;
}

type Thing = Pick<Ref, 'kind' | 'id'>;
type Deduction = Pick<PointsProposalDoc, 'rule' | 'representativeId' | 'ref'>;

const thingOf = ({ ref: { kind, id } }: Deduction): Thing => ({ kind, id: refThing(id) });

/** What fraud about a wish takes back beside its fulfilment. */
const ofTheWish = ['W2', 'W6'] as const satisfies readonly RuleCode[];

export async function takeBackPaid(deduction: Deduction, { accountId, who, now, newId }: Act, tx: Tx): Promise<void> {
  const { rule, representativeId } = deduction;
  if (!RULES_THAT_TAKE_BACK.has(rule)) return;
  const ref = thingOf(deduction);
  const said = rule === 'D6' ? '经查回访不实' : '经查弄虚作假';
  const takeBack = (paid: RuleCode, from = representativeId) => {
    const counter = { id: newId(), at: now, reason: `${deduction.ref.label} ${said}`, by: accountId };
    return pointsBook.takeBack({ rule: paid, representativeId: from, ref }, counter, tx);
  };
  if (ref.kind === 'wish') {
    const wish = await wishes.find(ref.id, tx);
    for (const id of wish ? paidForFulfilment(wish) : []) await takeBack('W4', id);
    if (rule === 'D7') for (const paid of ofTheWish) await takeBack(paid);
  }
  if (ref.kind !== 'post' || rule !== 'D7') return;
  await takeBack('S1');
  await withdraw({ rule: 'S3', representativeId, ref }, { accountId, who, at: now, reason: said, newId }, tx);
}

/** Whose deductions about this thing stand: booked, and not taken back by an appeal. */
async function standingOn(ref: Thing, rules: readonly RuleCode[], tx: Tx): Promise<Deduction[]> {
  const all: PointsProposalDoc[] = [];
  for (const rule of rules) all.push(...(await listAbout({ rule, ref }, tx)));
  const booked = all.filter(({ status, withdrawn }) => status === 'booked' && !withdrawn);
  const standing = await standingDeeds(
    booked.flatMap(({ entryId = [] }) => entryId),
    tx,
  );
  return booked.filter(({ entryId }) => entryId !== undefined && standing.has(entryId));
}

/** Whether a deduction by this rule about a post of its author stands. */
export const standsOnPost = async (
  { _id: id, representativeId }: Pick<PostDoc, '_id' | 'representativeId'>,
  rule: RuleCode,
  tx: Tx,
): Promise<boolean> =>
  (await standingOn({ kind: 'post', id }, [rule], tx)).some((one) => one.representativeId === representativeId);

/** After the deduction has been lifted by an appeal: once, since only what is taken back is paid again. */
export async function giveBackPaid(deduction: Deduction, act: Act & { reason: string }, tx: Tx): Promise<void> {
  if (!RULES_THAT_TAKE_BACK.has(deduction.rule)) return;
  const ref = thingOf(deduction);
  const standing = await standingOn(ref, [...RULES_THAT_TAKE_BACK], tx);
  const { representativeId } = deduction;
  const giveBack = (paid: RuleCode, to = representativeId) => {
    const counter = { id: act.newId(), at: act.now, reason: act.reason, by: act.accountId };
    return pointsBook.restoreOnce({ rule: paid, representativeId: to, ref }, counter, tx);
  };
  const isFraud = standing.some((one) => one.rule === 'D7' && one.representativeId === representativeId);
  if (ref.kind === 'wish') {
    const wish = await wishes.find(ref.id, tx);
    // What was reopened is paid when it is done again.
    const isDone = wish?.status === 'closed' && standing.length === 0;
    for (const id of isDone ? paidForFulfilment(wish) : []) await giveBack('W4', id);
    if (deduction.rule === 'D7' && !isFraud) for (const paid of ofTheWish) await giveBack(paid);
  }
  if (ref.kind !== 'post' || isFraud) return;
  const post = await posts.find(ref.id, tx);
  // What is hidden is paid when it is shown again (store/post-hiding).
  if (post?.status !== 'published') return;
  if (!post.wish) await giveBack('S1');
  if (post.featuredAt) await proposeFeatured(post, act, tx);
}
