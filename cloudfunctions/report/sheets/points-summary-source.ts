import { pointsSummaryColumns, type PointsSummaryRow } from '../../../domain/sheets/points-summary';
import { shanghaiYear, startOfDay } from '../../../domain/time';
import * as groups from '../../store/groups';
import * as pointsFreeze from '../../store/points-freeze';
import { collectedWithin } from '../span';
import { earnedWithin } from './earned';
import type { SheetQuery, SheetSource } from './source';

/** Of the span, or of the present year where none is named. */
async function* rows({ groupId, span, now }: SheetQuery): AsyncGenerator<PointsSummaryRow> {
  const newYear = startOfDay(`${shanghaiYear(now)}-01-01`);
  const within = collectedWithin(span) ?? (newYear ? { $gte: newYear } : undefined);
  const [earners, groupNames, heads] = await Promise.all([
    earnedWithin(groupId, within),
    groups.namesById(),
    pointsFreeze.allHeads(),
  ]);
  const ends = new Map(heads.map((head) => [head._id, head]));
  for (const [index, { id, name, groupId: ofGroup, sum, rank }] of earners.entries()) {
    const group = groupNames.get(ofGroup) ?? '';
    yield { number: index + 1, representative: name, group, sum, rank, end: ends.get(id) };
  }
}

export const pointsSummarySource: SheetSource<PointsSummaryRow> = {
  columns: pointsSummaryColumns,
  isOfWishes: false,
  rows,
};
