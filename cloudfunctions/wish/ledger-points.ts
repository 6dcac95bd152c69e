/** What the deeds of an imported ledger earn: the same as live ones, on the days on which they were done. */
import type { LedgerEntry } from '../../domain/ledger';
import { ratingLabels } from '../../domain/labels';
import { isPublicStatus } from '../../domain/wish';
import type { NewEntry } from '../store/points-book';
import type { NewWish } from '../store/wish-doc';
import { fulfilmentEntries } from '../store/wish-points';

interface Booking {
  by: string;
  bookedAt: Date;
  newId: () => string;
}

export function pointsOfLedger(entry: LedgerEntry, wish: NewWish, { by, bookedAt, newId }: Booking): NewEntry[] {
  const { collector, claimer, collectedAt, doneAt, rating, further } = entry;
  const ref = { kind: 'wish', id: wish._id, label: wish.code } as const;
  const paid: NewEntry[] = [];
  if (collector && isPublicStatus(wish.status)) {
    paid.push({
      id: newId(),
      rule: 'W2',
      representativeId: collector.id,
      groupId: collector.groupId,
      at: collectedAt,
      bookedAt,
      campaignId: wish.campaignId,
      ref,
      reason: `收集心愿 ${wish.code}（台账导入）`,
      by,
    });
  }
  if (claimer && doneAt && wish.status === 'closed') {
    const sharers = [claimer, ...(further.helpers ?? []).map(({ person }) => person)].map(({ id, groupId }) => ({
      representativeId: id,
      groupId,
    }));
    const said = `${rating ? ratingLabels[rating] : '未评价'}（台账导入）`;
    paid.push(
      ...fulfilmentEntries(wish, sharers, { newId, at: doneAt, bookedAt, by, rating: rating ?? undefined, said }),
    );
  }
  return paid;
}
