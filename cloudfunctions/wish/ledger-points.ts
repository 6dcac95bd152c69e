/** What the deeds of an imported ledger earn: the same as live ones, on the days on which they were done. */
import type { LedgerEntry } from '../../domain/ledger';
import { ratingLabels } from '../../domain/labels';
import { COLLECTED_TENTHS, fulfilledTenths } from '../../domain/points';
import { isPublicStatus } from '../../domain/wish';
import type { NewEntry } from '../store/points-entries';
import type { NewWish } from '../store/wish-doc';

export function pointsOfLedger(entry: LedgerEntry, wish: NewWish, by: string, newId: () => string): NewEntry[] {
  const { collector, claimer, collectedAt, doneAt, rating } = entry;
  const ref = { kind: 'wish', id: wish._id, label: wish.code } as const;
  const paid: NewEntry[] = [];
  if (collector && isPublicStatus(wish.status)) {
    paid.push({
      id: newId(),
      rule: 'W2',
      representativeId: collector.id,
      groupId: collector.groupId,
      tenths: COLLECTED_TENTHS,
      at: collectedAt,
      ref,
      reason: `收集心愿 ${wish.code}（台账导入）`,
      by,
    });
  }
  if (claimer && doneAt && wish.status === 'closed') {
    paid.push({
      id: newId(),
      rule: 'W4',
      representativeId: claimer.id,
      groupId: claimer.groupId,
      tenths: fulfilledTenths(wish.difficulty, rating ?? undefined),
      at: doneAt,
      ref,
      reason: `办结心愿 ${wish.code}，${rating ? ratingLabels[rating] : '未评价'}（台账导入）`,
      by,
    });
  }
  return paid;
}
