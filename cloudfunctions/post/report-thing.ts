import { thingKey, type Thing } from '../../domain/post-judging';
import { inTransaction } from '../store/database';
import * as judgingQueue from '../store/judging-queue';
import { queuesOf } from '../store/post-doc';
import * as reports from '../store/post-reports';

/** One from each account and thing, and the thing into the queue with it; false when it is not shown any more. */
export async function reportThing(
  thing: Thing,
  report: Omit<reports.Report, 'thing'>,
  groupId: string,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const whole = { ...report, thing: thingKey(thing) };
    if (await reports.isKnown(whole, tx)) return true;
    const entry = { in: queuesOf(groupId), kind: 'reported' as const, since: report.at, hints: [] };
    if (!(await judgingQueue.enqueue(thing, entry, tx))) return false;
    await reports.insert(whole, tx);
    return true;
  });
}
