import { pointsSummaryColumns, type PointsSummaryRow } from '../../../domain/sheets/points-summary';
import { shanghaiYear, startOfDay } from '../../../domain/time';
import * as groups from '../../store/groups';
import { collectedWithin } from '../span';
import { earnedWithin } from './earned';
import type { SheetQuery, SheetSource } from './source';

/** Of the span, or of the present year where none is named. */
async function* rows({ groupId, span, now }: SheetQuery): AsyncGenerator<PointsSummaryRow> {
  const newYear = startOfDay(`${shanghaiYear(now)}-01-01`);
  const within = collectedWithin(span) ?? (newYear ? { $gte: newYear } : undefined);
  const [earners, groupNames] = await Promise.all([earnedWithin(groupId, within), groups.namesById()]);
  for (const [index, { name, groupId: ofGroup, sum, rank }] of earners.entries()) {
    yield { number: index + 1, representative: name, group: groupNames.get(ofGroup) ?? '', sum, rank };
  }
}

export const pointsSummarySource: SheetSource<PointsSummaryRow> = {
  columns: pointsSummaryColumns,
  isOfWishes: false,
  rows,
};
