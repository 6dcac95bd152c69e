/** A post leaves everybody's sight or comes back: with its points, its outcomes, and a word to its author. */
import { DomainError } from '../../domain/errors';
import { mailbox } from '../../domain/mailbox';
import type { HiddenBecause } from '../../domain/post';
import { hiddenNotice, shownNotice, thingKey } from '../../domain/post-judging';
import type { Tx } from './database';
import * as judgingQueue from './judging-queue';
import * as notices from './notices';
import { proposeFeatured, withdrawFeatured } from './featured-points';
import * as pointsBook from './points-book';
import { standsOnPost } from './points-taken-back';
import { queuesOf, type PostDoc, type QueueEntry } from './post-doc';
import * as reports from './post-reports';
import * as posts from './posts';
import * as strikes from './strikes';
import * as wishes from './wishes';

export interface Act {
  now: Date;
  /** The account whose act it is, or 'system'. */
  by: string;
  newId: () => string;
}

const paidFor = ({ _id, representativeId }: PostDoc) =>
  ({ rule: 'S1', representativeId, ref: { kind: 'post', id: _id } }) as const;

async function tellAuthor({ _id, accountId }: PostDoc, text: string, now: Date, tx: Tx): Promise<void> {
  await notices.tell([mailbox.account(accountId)], { postId: _id, text }, now, tx);
}

const thing = ({ _id }: PostDoc) => ({ of: 'post', id: _id }) as const;
const strikeFor = (post: PostDoc): strikes.Strike => ({
  kind: 'post',
  thing: thingKey(thing(post)),
  accountId: post.accountId,
});

/** A person's decision: who reported it was right, and it counts against its author. */
async function holdAgainst(post: PostDoc, now: Date, tx: Tx): Promise<void> {
  await reports.uphold(thingKey(thing(post)), tx);
  await strikes.addOnce(strikeFor(post), now, tx);
}

/** What a check hid lies before a person, who has the last word. */
async function askPerson(post: PostDoc, { reason, at }: HiddenBecause, tx: Tx): Promise<void> {
  const kind = (await reports.isOpen(thingKey(thing(post)), tx)) ? 'reported' : 'hinted';
  const entry: QueueEntry = { in: queuesOf(post.groupId), kind, since: at, hints: [{ word: reason }] };
  await judgingQueue.enqueue(thing(post), entry, tx, ['hidden']);
}

const whatWasDone = ({ reason }: HiddenBecause): string => `已隐藏：${reason}`;

const inNameOf = (who: string, { newId, now, by }: Act) => ({ newId, now, accountId: by, who });

/** Hides a published post; null when it is not published any more. */
export async function hide(post: PostDoc, hidden: HiddenBecause, act: Act, tx: Tx): Promise<PostDoc | null> {
  const left = await posts.hideIfPublished(post, hidden, tx);
  if (!left) return null;
  const { wish, outcomes, hides = 1 } = left;
  if (!wish) {
    const counter = { id: act.newId(), at: act.now, reason: '晒单被隐藏', by: act.by };
    await pointsBook.reverseOnce(paidFor(left), counter, tx, hides);
  } else if (outcomes.length > 0) {
    await wishes.setPostOutcomes(wish.id, left._id, [], tx);
  }
  if (left.featuredAt) await withdrawFeatured(left, '晒单被隐藏', inNameOf(hidden.who, act), tx);
  const judged = { who: hidden.who, what: whatWasDone(hidden), at: act.now };
  await judgingQueue.recordJudged(thing(left), judged, tx);
  await (hidden.automatic ? askPerson(left, hidden, tx) : holdAgainst(left, act.now, tx));
  await tellAuthor(left, hiddenNotice('post', left.text, hidden), act.now, tx);
  return left;
}

/** A person agrees with the check that hid it; null unless it is hidden and waits for one. */
export async function confirm(post: PostDoc, hidden: HiddenBecause, { now }: Act, tx: Tx): Promise<PostDoc | null> {
  const confirmed = await posts.confirmIfHidden(post, hidden, tx);
  if (!confirmed) return null;
  await judgingQueue.recordJudged(thing(confirmed), { who: hidden.who, what: whatWasDone(hidden), at: now }, tx);
  await holdAgainst(confirmed, now, tx);
  await tellAuthor(confirmed, hiddenNotice('post', confirmed.text, hidden), now, tx);
  return confirmed;
}

/**
 * Shows a hidden post again; null when it is not hidden any more. Throws WRONG_STATE while 泄露群众隐私 (D8) stands, whoever
 * would show what it gives away.
 */
export async function show(post: PostDoc, who: string, act: Act, tx: Tx): Promise<PostDoc | null> {
  if (await standsOnPost(post, 'D8', tx)) {
    throw new DomainError('WRONG_STATE', { message: '这条晒单因泄露群众隐私被扣分，扣分没有撤销以前不能恢复显示' });
  }
  const shown = await posts.unhideIfHidden(post, tx);
  if (!shown) return null;
  const { wish, outcomes } = shown;
  const isFraud = await standsOnPost(shown, 'D7', tx);
  if (!wish && !isFraud) {
    const counter = { id: act.newId(), at: act.now, reason: '晒单恢复显示', by: act.by };
    await pointsBook.restoreOnce(paidFor(shown), counter, tx);
  } else if (wish && outcomes.length > 0) {
    await wishes.setPostOutcomes(wish.id, shown._id, outcomes, tx);
  }
  if (shown.featuredAt && !isFraud) await proposeFeatured(shown, inNameOf(who, act), tx);
  await judgingQueue.recordJudged(thing(shown), { who, what: '已恢复显示', at: act.now }, tx);
  await strikes.takeBack(strikeFor(shown), tx);
  await reports.turnDown(thingKey(thing(shown)), act.now, tx);
  await tellAuthor(shown, shownNotice('post', shown.text, who), act.now, tx);
  return shown;
}
