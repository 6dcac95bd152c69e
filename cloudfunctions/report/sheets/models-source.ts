import { modelColumns, type ModelRow } from '../../../domain/sheets/models';
import { totalTenths } from '../../../domain/sheets/points-summary';
import { shanghaiMonth, startOfDay } from '../../../domain/time';
import * as groups from '../../store/groups';
import { earnedWithin } from './earned';
import type { SheetQuery, SheetSource } from './source';

const MONTHS = 12;

function monthSpan(month: string): { $gte?: Date; $lt?: Date } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === MONTHS ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  const [from, until] = [startOfDay(`${month}-01`), startOfDay(`${next}-01`)];
  return { ...(from ? { $gte: from } : {}), ...(until ? { $lt: until } : {}) };
}

/** One row for each group: the month's best of it stands as candidate, and the liaison and the leader write the rest. */
async function* rows({ groupId, span, now }: SheetQuery): AsyncGenerator<ModelRow> {
  const month = shanghaiMonth(span.from ?? now);
  const [earners, all] = await Promise.all([earnedWithin(groupId, monthSpan(month)), groups.listAll()]);
  const asked = all.filter(({ _id }) => groupId === undefined || _id === groupId);
  for (const [index, { _id, name }] of asked.entries()) {
    const members = earners.filter((earner) => earner.groupId === _id && totalTenths(earner.sum) > 0);
    const best = members[0] ? totalTenths(members[0].sum) : 0;
    yield {
      number: index + 1,
      month,
      group: name,
      candidates: members.filter(({ sum }) => totalTenths(sum) === best),
    };
  }
}

export const modelsSource: SheetSource<ModelRow> = { columns: modelColumns, isOfWishes: false, rows };
