import { createHash, randomBytes } from 'node:crypto';
import type { AttendanceEntry } from '../../domain/duty-sheet';
import { defined } from '../kit/defined';
import type { Context } from '../kit/use-case';
import * as attendances from '../store/attendances';
import type { Tx } from '../store/database';
import * as duties from '../store/duties';
import type { AttendanceDoc, DutyDoc } from '../store/duties';
import * as representatives from '../store/representatives';
import { bookAttendance, type OnRecord } from './book-attendance';
import { dutyEvent, keeperName } from './duty-facts';
import { filedUnder } from '../store/campaigns';
import { awayAt, onRecord } from './plan-settling';

/** Of one name there is one imported duty: two imports at once meet at its id. */
const idOf = (name: string): string => `i${createHash('sha256').update(name).digest('base64url').slice(0, 17)}`;

/** The rows as settled attendances of duties that are over, with their points. */
export async function enterOnRecord(entries: readonly AttendanceEntry[], context: Context, tx: Tx): Promise<void> {
  if (entries.length === 0) return;
  const byName = new Map<string, AttendanceEntry[]>();
  for (const entry of entries) byName.set(entry.name, [...(byName.get(entry.name) ?? []), entry]);
  const there = new Map((await duties.listByNames([...byName.keys()], tx)).map((duty) => [duty.named, duty]));
  const orders = new Map((await representatives.listEverybody(tx)).map(({ _id, order }) => [_id, order]));
  const records: OnRecord[] = [];
  for (const [name, ofDuty] of byName) {
    const known = there.get(name);
    const duty = known ? await addedTo(known, context, tx) : await newDuty(name, ofDuty, context, tx);
    const isAway = await awayAt(
      ofDuty.filter(({ status }) => status !== 'present').map(({ person }) => person.id),
      duty.from,
      tx,
    );
    for (const entry of ofDuty) {
      const one = attendanceOf(duty, entry, orders.get(entry.person.id) ?? 0, context);
      records.push({ duty, one: onRecord(one, isAway(entry.person.id), context.now) });
    }
  }
  await attendances.insertMany(
    records.map(({ one }) => one),
    tx,
  );
  const { caller, now, newId } = context;
  await bookAttendance(records, { accountId: caller.accountId, who: keeperName(caller), now, newId }, tx);
}

/** The duty moves along, so that nobody opens its list again at this moment without these. */
async function addedTo(duty: DutyDoc, { caller, now }: Context, tx: Tx): Promise<DutyDoc> {
  const moved = await duties.moveIn(duty, {}, dutyEvent('补充导入考勤', caller, now), tx);
  if (!moved) throw attendances.overtaken();
  return moved;
}

async function newDuty(
  name: string,
  entries: readonly AttendanceEntry[],
  { caller, now }: Context,
  tx: Tx,
): Promise<DutyDoc> {
  const [first] = entries;
  if (!first) throw new Error('a duty of no rows');
  const { from, until, ...facts } = first.duty;
  const { accountId } = caller;
  const who = keeperName(caller);
  const duty: DutyDoc = {
    ...facts,
    ...{ _id: idOf(name), named: name, from, until },
    halfDays: Math.max(...entries.map(({ halfDays }) => halfDays)),
    ...defined({ campaignId: await filedUnder(undefined, from, tx) }),
    ...{ status: 'settled', called: 'people', photos: [], round: 0, rev: 1 },
    organiser: { accountId, who },
    settled: { accountId, who, at: now },
    timeline: [dutyEvent('导入考勤', caller, now)],
    secret: randomBytes(16).toString('base64url'),
  };
  await duties.insert([duty], tx);
  return duty;
}

function attendanceOf(
  duty: DutyDoc,
  { person, status, halfDays, reason }: AttendanceEntry,
  order: number,
  { caller, now }: Context,
): AttendanceDoc {
  const who = keeperName(caller);
  const { id: _id, name, groupId } = person;
  return {
    ...attendances.attendanceOf(duty, { _id, name, groupId, order }),
    ...{ status, halfDays, by: 'import' },
    marked: { accountId: caller.accountId, who, at: now },
    ...(status === 'leave' ? { leave: { reason, at: duty.from, agreed: true, who } } : {}),
  };
}
