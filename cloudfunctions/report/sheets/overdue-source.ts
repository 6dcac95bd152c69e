import { overdueColumns, type OverdueRow } from '../../../domain/sheets/overdue';
import { overdueStatuses } from '../../../domain/wish';
import { openContact } from '../../kit/contact';
import * as groups from '../../store/groups';
import * as wishLists from '../../store/wish-lists';
import { onWall, type SheetQuery, type SheetSource } from './source';

/** First what is past its promised day, the longest past; then what waits to be claimed, the oldest first. */
async function* rows({ wanted, copy, host, now }: SheetQuery): AsyncGenerator<OverdueRow> {
  if (!wanted) return;
  const groupNames = await groups.namesById();
  const late = { status: { $in: [...overdueStatuses] }, dueAt: { $lt: now } };
  const parts = [
    { filter: late, order: 'due' },
    { filter: { status: 'open' as const }, order: 'oldest' },
  ] as const;
  let number = 0;
  for (const { filter, order } of parts) {
    const both = { $and: [filter, { ...wanted.filter, ...onWall(copy) }] };
    for await (const wish of wishLists.eachWithHistory(both, order)) {
      if (!wanted.matches(wish)) continue;
      number += 1;
      yield { number, wish, now, group: groupNames.get(wish.groupId) ?? '', wisher: openContact(host, wish) };
    }
  }
}

export const overdueSource: SheetSource<OverdueRow> = { columns: overdueColumns, isOfWishes: true, rows };
