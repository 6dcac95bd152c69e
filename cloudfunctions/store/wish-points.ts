/** What a fulfilled wish pays its claimer once it is closed, whoever or whatever closes it. */
import { fulfilledTenths } from '../../domain/points';
import type { Rating } from '../../domain/wish';
import type { Tx } from './database';
import * as pointsEntries from './points-entries';
import type { WishDoc } from './wish-doc';

interface Payment {
  id: string;
  at: Date;
  /** The account whose act closes the wish, or 'system'. */
  by: string;
  /** None when the wisher could not be reached. */
  rating?: Rating;
  /** What the entry says behind the wish's number. */
  said: string;
}

/** 办结心愿 (W4), once for a wish and a claimer; nothing without a claimer. */
export async function payFulfilment(wish: WishDoc, { id, at, by, rating, said }: Payment, tx: Tx): Promise<void> {
  const { _id, code, claimer, difficulty } = wish;
  if (!claimer) return;
  await pointsEntries.payOnce(
    {
      id,
      rule: 'W4',
      representativeId: claimer.representativeId,
      groupId: claimer.groupId,
      tenths: fulfilledTenths(difficulty, rating),
      at,
      ref: { kind: 'wish', id: _id, label: code },
      reason: `办结心愿 ${code}，${said}`,
      by,
    },
    tx,
  );
}
