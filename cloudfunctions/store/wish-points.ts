/** What a fulfilled wish pays once it is closed, whoever or whatever closes it: to its claimer, or shared (W7 合力). */
import type { Rating } from '../../domain/wish';
import type { Tx } from './database';
import * as pointsBook from './points-book';
import * as representatives from './representatives';
import type { NewWish, WishDoc } from './wish-doc';

interface Payment {
  newId: () => string;
  at: Date;
  bookedAt?: Date;
  /** The account whose act closes the wish, or 'system'. */
  by: string;
  /** None when the wisher could not be reached. */
  rating?: Rating | undefined;
  /** What the entry says behind the wish's number. */
  said: string;
}

interface Sharer {
  representativeId: string;
  groupId: string;
}

/** 办结心愿 (W4), split evenly among those who took part; the first is the claimer. */
export const fulfilmentEntries = (
  { _id, code, difficulty, campaignId, reopenCount }: Omit<NewWish, 'timeline'>,
  sharers: readonly Sharer[],
  { newId, at, bookedAt, by, rating, said }: Payment,
): pointsBook.NewEntry[] =>
  sharers.map(({ representativeId, groupId }, index) => ({
    id: newId(),
    rule: 'W4',
    representativeId,
    groupId,
    amount: { difficulty, rating, share: { parts: sharers.map(() => 1), index } },
    at,
    bookedAt,
    campaignId,
    ref: { kind: 'wish', id: _id, label: code },
    reason: `办结心愿 ${code}，${said}`,
    by,
    round: reopenCount,
  }));

/** The claimer, and every helper who left a part on record. */
async function sharersOf({ claimer, helpers = [] }: WishDoc): Promise<Sharer[]> {
  if (!claimer) return [];
  const others = [...new Set(helpers.map(({ representativeId }) => representativeId))];
  const found = await representatives.listByIds(others.filter((id) => id !== claimer.representativeId));
  return [claimer, ...found.map(({ _id, groupId }) => ({ representativeId: _id, groupId }))];
}

/** Once for a wish and each who took part; again only where it was taken back. Nothing without a claimer. */
export async function payFulfilment(wish: WishDoc, payment: Payment, tx: Tx): Promise<void> {
  await pointsBook.payManyOnce(fulfilmentEntries(wish, await sharersOf(wish), payment), tx);
}

/** Who has a share in its fulfilment. */
export const paidForFulfilment = ({ claimer, helpers = [] }: Pick<WishDoc, 'claimer' | 'helpers'>): string[] => [
  ...new Set([...(claimer ? [claimer] : []), ...helpers].map(({ representativeId }) => representativeId)),
];

/** Takes back what each got, as when a fulfilment turns out untrue; once for each time it was reopened. */
export async function reverseFulfilment(
  wish: WishDoc,
  { newId, at, by, said }: Pick<Payment, 'newId' | 'at' | 'by' | 'said'>,
  tx: Tx,
): Promise<void> {
  const { _id: id, code, reopenCount = 0 } = wish;
  for (const representativeId of paidForFulfilment(wish)) {
    const deed = { rule: 'W4', representativeId, ref: { kind: 'wish', id } } as const;
    await pointsBook.reverseOnce(deed, { id: newId(), at, by, reason: `心愿 ${code} ${said}` }, tx, reopenCount);
  }
}
