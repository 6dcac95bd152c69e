/** “我也有这个心愿”: one more wisher of a wish that is on the wall. */
import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { holderOf, isLive } from '../../domain/wish';
import { isOwn } from '../../domain/wish-actors';
import type { Tx } from '../store/database';
import { asWish, masterOf, type NewWish, type WishDoc } from '../store/wish-doc';
import { addMerged } from '../store/wish-merges';
import * as wishes from '../store/wishes';
import { submittingAs } from './submitting-as';
import { timelineLine } from './timeline-line';

const LINE = '我也有这个心愿';

async function findTarget(id: string, tx?: Tx): Promise<WishDoc> {
  const target = await wishes.find(id, tx);
  if (target?.public && isLive(target.status)) return target;
  throw new DomainError('INVALID_INPUT', {
    details: { alsoOf: '这个心愿已经有了结果，或已不再公开，请直接提交您的心愿' },
  });
}

/** The new wish as one that goes along with another: with its own number and contact, and in nobody's hands. */
export async function alsoWished(wish: NewWish, alsoOf: string): Promise<NewWish> {
  const target = await findTarget(alsoOf);
  const { code } = target;
  const at = wish.collectedAt;
  return {
    ...wish,
    status: 'merged',
    holder: { role: holderOf('merged'), since: at },
    reason: `并入 ${code}`,
    master: masterOf(target, at),
    timeline: wish.timeline.map((line) => ({ ...line, note: `${LINE}：${code}` })),
  };
}

/** Counts the wisher on the other wish, in the transaction that registers theirs; nothing for a wish that stands alone. */
export async function joinWished(wish: NewWish, caller: Caller, tx: Tx): Promise<void> {
  const { master, collectedAt: at } = wish;
  if (!master) return;
  const target = await findTarget(master.id, tx);
  if (wish.selfSubmitted) await checkIsFirst(target, wish, caller, tx);
  const noted = await addMerged(target, 1, timelineLine(submittingAs(wish, caller), caller, at, LINE), tx);
  // It moved on between being read and being joined.
  if (noted.status !== master.status) await wishes.followMaster(noted, at, tx);
}

/** One wisher has one wish once. */
async function checkIsFirst(target: WishDoc, wish: NewWish, caller: Caller, tx: Tx): Promise<void> {
  if (isOwn(asWish(target), caller)) throw new DomainError('DUPLICATE', { message: `${target.code} 就是您自己的心愿` });
  const others = (await wishes.listMerged(target._id, tx)).filter(({ _id }) => _id !== wish._id);
  const own = others.find((other) => isOwn(asWish(other), caller));
  if (!own) return;
  throw new DomainError('DUPLICATE', { message: `您已经登记过这个心愿（${own.code}），不用再登记一次` });
}
