/** attendances: one document for each duty and person, beside the duty (store/duties). */
import { overBefore, type AttendanceStatus } from '../../domain/duty';
import { DomainError } from '../../domain/errors';
import { updateOf, type Change } from './change';
import { afterPosition, decodeCursor, pageFrom, type Page } from './cursor';
import type { Tx } from './database';
import { attendanceId, attendances, type AttendanceDoc, type DutyDoc } from './duties';
import type { RepresentativeDoc } from './representatives';

const within = (tx?: Tx) => (tx ? { session: tx } : {});

/** Somebody who is called to it, or comes of themselves. */
export const attendanceOf = (
  { _id: dutyId, from: at, until, kind, title, halfDays }: DutyDoc,
  { _id: representativeId, name, groupId, order }: Pick<RepresentativeDoc, '_id' | 'name' | 'groupId' | 'order'>,
): AttendanceDoc => ({
  _id: attendanceId(dutyId, representativeId),
  ...{ dutyId, representativeId, name, groupId, order, at, until, kind, title, halfDays },
  status: 'expected',
  settled: false,
});

export async function find(dutyId: string, representativeId: string, tx?: Tx): Promise<AttendanceDoc | null> {
  return (await attendances()).findOne({ _id: attendanceId(dutyId, representativeId) }, within(tx));
}

/** Those of one person at these duties, by duty. */
export async function mineAt(
  dutyIds: readonly string[],
  representativeId: string | undefined,
): Promise<Map<string, AttendanceDoc>> {
  if (representativeId === undefined || dutyIds.length === 0) return new Map();
  const ids = dutyIds.map((id) => attendanceId(id, representativeId));
  const found = await (await attendances()).find({ _id: { $in: ids } }).toArray();
  return new Map(found.map((one) => [one.dutyId, one]));
}

/** Everybody of one duty in the order of the roster: as many as the roster has at most. */
export async function listByDuty(dutyId: string, tx?: Tx, groupId?: string): Promise<AttendanceDoc[]> {
  return (await attendances())
    .find({ dutyId, ...(groupId === undefined ? {} : { groupId }) }, within(tx))
    .sort({ order: 1, _id: 1 })
    .toArray();
}

interface PageQuery {
  groupId: string | undefined;
  status: AttendanceStatus | undefined;
  cursor: string | undefined;
  limit: number;
}

/** In the order of the roster; the cursor is the place on it. */
export async function listPage(dutyId: string, query: PageQuery): Promise<Page<AttendanceDoc>> {
  const { groupId, status, cursor, limit } = query;
  const place = cursor === undefined ? null : decodeCursor(cursor);
  const read = await (
    await attendances()
  )
    .find({
      dutyId,
      ...(groupId === undefined ? {} : { groupId }),
      ...(status === undefined ? {} : { status }),
      ...(place
        ? { $or: [{ order: { $gt: place.at.getTime() } }, { order: place.at.getTime(), _id: { $gt: place.id } }] }
        : {}),
    })
    .sort({ order: 1, _id: 1 })
    .limit(limit + 1)
    .toArray();
  return pageFrom(read, limit, ({ order, _id }) => ({ at: new Date(order), id: _id }));
}

/** A person's own: those to come with the next one first, or those past with the last one first. */
export async function listMine(
  representativeId: string,
  isPast: boolean,
  { now, cursor, limit }: { now: Date; cursor: string | undefined; limit: number },
): Promise<Page<AttendanceDoc>> {
  const direction = isPast ? -1 : 1;
  const over = overBefore(now);
  const goesOn =
    cursor === undefined ? {} : afterPosition<AttendanceDoc>({ field: 'until', direction }, decodeCursor(cursor));
  const read = await (
    await attendances()
  )
    .find({ $and: [{ representativeId, until: isPast ? { $lt: over } : { $gte: over } }, goesOn] })
    .sort({ until: direction, _id: direction })
    .limit(limit + 1)
    .toArray();
  return pageFrom(read, limit, ({ until, _id }) => ({ at: until, id: _id }));
}

export async function countByStatus(dutyId: string): Promise<Record<AttendanceStatus, number>> {
  const rows = await (
    await attendances()
  )
    .aggregate<{ _id: AttendanceStatus; count: number }>([
      { $match: { dutyId } },
      { $group: { _id: '$status', count: { $sum: 1 } } },
    ])
    .toArray();
  const counts = { expected: 0, present: 0, leave: 0, absent: 0 };
  for (const { _id, count } of rows) counts[_id] = count;
  return counts;
}

export async function insertMany(docs: readonly AttendanceDoc[], tx: Tx): Promise<void> {
  if (docs.length > 0) await (await attendances()).insertMany([...docs], { session: tx });
}

/** Those who need not come any more and have said nothing. */
export async function removeExpected(ids: readonly string[], tx: Tx): Promise<void> {
  if (ids.length === 0) return;
  await (await attendances()).deleteMany({ _id: { $in: [...ids] }, status: 'expected' }, { session: tx });
}

/** 列席 who were put down and taken off again. */
export async function removeAll(ids: readonly string[], tx: Tx): Promise<void> {
  if (ids.length > 0) await (await attendances()).deleteMany({ _id: { $in: [...ids] } }, { session: tx });
}

export type AttendanceChange = Change<AttendanceDoc>;

/** While it is not settled and stands as it was read; null when something was quicker. */
export async function moveIfOpen(
  { _id, status }: Pick<AttendanceDoc, '_id' | 'status'>,
  change: AttendanceChange,
  tx: Tx,
): Promise<AttendanceDoc | null> {
  return (await attendances()).findOneAndUpdate({ _id, status, settled: false }, updateOf(change), {
    session: tx,
    returnDocument: 'after',
  });
}

/** The same for everybody of a duty. */
export async function changeAll(dutyId: string, change: AttendanceChange, tx: Tx): Promise<void> {
  await (await attendances()).updateMany({ dutyId }, updateOf(change), { session: tx });
}

export async function changeEach(changes: readonly { id: string; change: AttendanceChange }[], tx: Tx): Promise<void> {
  if (changes.length === 0) return;
  await (
    await attendances()
  ).bulkWrite(
    changes.map(({ id, change }) => ({ updateOne: { filter: { _id: id }, update: updateOf(change) } })),
    { session: tx },
  );
}

/** More than anybody answers at one sitting. */
const MOST_LEAVES = 200;

/** 请假 for what is not settled yet, where the person is neither there nor on leave: the last asked for first. */
export async function listLeaves(): Promise<AttendanceDoc[]> {
  return (await attendances())
    .find({ settled: false, status: 'expected', 'leave.at': { $exists: true } }, { hint: 'leave' })
    .sort({ 'leave.at': -1 })
    .limit(MOST_LEAVES)
    .toArray();
}

/** Whom the clock has to tell something. */
export async function listToTell(except: readonly string[], limit: number): Promise<string[]> {
  const found = await (
    await attendances()
  )
    .find({ toTell: { $exists: true }, ...(except.length > 0 ? { _id: { $nin: [...except] } } : {}) })
    .hint('toTell')
    .project<{ _id: string }>({ _id: 1 })
    .limit(limit)
    .toArray();
  return found.map(({ _id }) => _id);
}

/** Takes what is to be told, once. */
export async function takeToTell(id: string, tx: Tx): Promise<AttendanceDoc | null> {
  return (await attendances()).findOneAndUpdate(
    { _id: id, toTell: { $exists: true } },
    { $unset: { toTell: '' } },
    { session: tx },
  );
}

/** Throws WRONG_STATE: somebody or something was quicker. */
export const overtaken = (): DomainError =>
  new DomainError('WRONG_STATE', { message: '考勤刚刚有了变化，请刷新后再看' });
