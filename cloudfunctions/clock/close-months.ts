import { mailbox } from '../../domain/mailbox';
import { monthBefore, monthSpan, wholeMonthText } from '../../domain/model';
import { about } from '../../domain/notice';
import { dueMonths, freezesAt, frozenWith } from '../../domain/points-period';
import { chineseDate, shanghaiMonth } from '../../domain/time';
import { inTransaction } from '../store/database';
import * as groups from '../store/groups';
import * as notices from '../store/notices';
import * as pointsFreeze from '../store/points-freeze';
import * as pointsPeriods from '../store/points-periods';

/**
 * 封账: a month that ended lies open for three days, which everybody is told, and is then frozen with the quarter and the
 * year that it ends. A run that comes late freezes every month that is due, in order; one that broke off is completed.
 */
export async function closeMonths(now: Date): Promise<number> {
  if (!(await pointsFreeze.isAnythingBooked())) return 0;
  let changed = await announcePreview(now);
  const last = await pointsPeriods.lastFrozenMonth();
  for (const month of dueMonths(last, now)) {
    // A first run in January closes no year of which the town only brings in its history.
    const wasScored = last !== undefined || (await pointsFreeze.isAnythingBookedBefore(monthSpan(month).until));
    const all = frozenWith(month).filter((period) => wasScored || period.length > 4);
    // The month last: what it ends would be forgotten by a run that broke off after it.
    await pointsPeriods.close(all.reverse(), now);
  }
  for (const { _id } of await pointsPeriods.incomplete()) {
    await pointsFreeze.snapshot(_id);
    changed += 1;
  }
  return changed;
}

async function announcePreview(now: Date): Promise<number> {
  const month = monthBefore(shanghaiMonth(now));
  if (now >= freezesAt(month)) return 0;
  const until = chineseDate(new Date(freezesAt(month).getTime() - 1));
  const text = `${wholeMonthText(month)}积分已结账，公示到${until}；有出入的请在这之前提出，之后封账`;
  const boxes = [...(await groups.listAll()).map(({ _id }) => mailbox.members(_id)), mailbox.presidium()];
  return inTransaction(async (tx) => {
    if (!(await pointsPeriods.noteOnce(`preview:${month}`, now, tx))) return 0;
    await notices.tell(boxes, { about: about('period', month), text }, now, tx);
    return 1;
  });
}
