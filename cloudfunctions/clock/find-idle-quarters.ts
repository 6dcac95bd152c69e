import { presentInQuarter } from '../../domain/absence';
import { monthBefore, monthSpan } from '../../domain/model';
import { quarterOf } from '../../domain/points';
import { freezesAt, monthsOf } from '../../domain/points-period';
import { addDays, shanghaiMonth } from '../../domain/time';
import type { Host } from '../host/host';
import { newId } from '../kit/new-id';
import * as absences from '../store/absences';
import { inTransaction } from '../store/database';
import { findDeduction } from '../store/deductions';
import { standingId } from '../store/points-entries';
import * as pointsFreeze from '../store/points-freeze';
import * as pointsPeriods from '../store/points-periods';
import * as pointsStandings from '../store/points-standings';
import * as representatives from '../store/representatives';

/** Who was there for less than half of the quarter is not measured by it. */
const LEAST_DAYS = 46;
const PAGE = 200;

/**
 * 一季度没有任何履职记录 (D5): proposed to each group's 组长 once the quarter has been previewed, and booked only when 组长
 * confirms it.
 */
export async function idleQuarters(now: Date, host: Host): Promise<number> {
  const last = monthBefore(shanghaiMonth(now));
  const quarter = quarterOf(last);
  const isOver = monthsOf(quarter).at(-1) === last && now >= freezesAt(last);
  if (!isOver || !(await pointsFreeze.isAnythingBooked())) return 0;
  // A town that began within the quarter had no quarter in which nobody did anything.
  if (!(await pointsPeriods.hasFrozenBefore(monthsOf(quarter)[0] ?? quarter))) return 0;
  if (await pointsPeriods.isNoted(noteOf(quarter))) return 0;
  let proposed = 0;
  const everybody = await representatives.listAll();
  for (let from = 0; from < everybody.length; from += PAGE) {
    proposed += await proposeTo(everybody.slice(from, from + PAGE), quarter, now, host);
  }
  // Each is proposed once anyway; the note spares the other runs of the month the looking.
  await inTransaction((tx) => pointsPeriods.noteOnce(noteOf(quarter), now, tx));
  return proposed;
}

const noteOf = (quarter: string): string => `idle:${quarter}`;

/** Within the quarter, so that it is booked with it where that is not frozen. */
const lastDayOf = (quarter: string): Date => addDays(monthSpan(monthsOf(quarter).at(-1) ?? '').until, -1);

async function proposeTo(
  people: readonly representatives.RepresentativeDoc[],
  quarter: string,
  now: Date,
  host: Host,
): Promise<number> {
  const ids = people.map(({ _id }) => _id);
  const [sums, away] = await Promise.all([
    pointsStandings.ofOwners('representative', ids, [quarter]),
    absences.confirmedOf(ids),
  ]);
  const idle = people.filter(({ _id }) => {
    const deeds = sums.get(standingId('representative', quarter, _id))?.deeds ?? 0;
    return deeds <= 0 && presentInQuarter(quarter, away.get(_id) ?? []) >= LEAST_DAYS;
  });
  let proposed = 0;
  for (const { _id: representativeId, groupId } of idle) {
    try {
      const ref = { kind: 'period', id: quarter, label: `${quarter.replace('-Q', '年第')}季度` } as const;
      const finding = {
        ...{ newId, now, representativeId, groupId, rule: 'D5' as const, ref },
        at: lastDayOf(quarter),
        reason: '一季度没有任何履职记录，请组长核实',
      };
      if (await inTransaction((tx) => findDeduction(finding, tx))) proposed += 1;
    } catch (error) {
      host.log('error', { job: 'idleQuarters', id: representativeId, error: String(error) });
    }
  }
  return proposed;
}
