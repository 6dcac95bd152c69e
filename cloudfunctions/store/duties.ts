/** duties and attendances: 履职活动, and who came, who was on leave and who stayed away. */
import {
  overBefore,
  type AttendanceStatus,
  type AttendanceWay,
  type Called,
  type DutyKind,
  type DutyStatus,
} from '../../domain/duty';
import { countedOfDuty } from '../../domain/campaign-tally';
import { DomainError } from '../../domain/errors';
import * as campaignTallies from './campaign-tallies';
import { updateOf, type Change } from './change';
import { afterPosition, decodeCursor, pageFrom, type Page } from './cursor';
import { collection, type Tx } from './database';

export interface DutyEvent {
  at: Date;
  /** 主体 + 职务. */
  who: string;
  accountId: string;
  what: string;
  note?: string;
}

export interface DutyDoc {
  _id: string;
  kind: DutyKind;
  title: string;
  place: string;
  from: Date;
  until: Date;
  /** What M1 to M3 count by. */
  halfDays: number;
  /** The group that holds it; the town's own where there is none. */
  groupId?: string;
  campaignId?: string;
  status: DutyStatus;
  called: Called;
  photos: string[];
  summary?: string;
  organiser: { accountId: string; who: string };
  settled?: { accountId: string; who: string; at: Date };
  cancelled?: { who: string; at: Date; reason: string };
  timeline: DutyEvent[];
  /** What the sign-in code is made from, beside the host's key. */
  secret: string;
  /** How often its attendance was opened again after it had been settled. */
  round: number;
  /** While it is not settled: when whoever keeps it is reminded, once. */
  remindAt?: Date;
  /** '<day>|<title>': what an imported list calls it. */
  named: string;
  /** '<account>|<clientToken>' of who called it; none for an imported one. */
  token?: string;
  rev: number;
}

export interface AttendanceDoc {
  /** '<duty>:<representative>' */
  _id: string;
  dutyId: string;
  representativeId: string;
  name: string;
  groupId: string;
  /** Place on the roster, the order in which lists show people. */
  order: number;
  /** When the duty began: the order of a representative's dossier. */
  at: Date;
  /** When it ends. */
  until: Date;
  kind: DutyKind;
  title: string;
  halfDays: number;
  status: AttendanceStatus;
  by?: AttendanceWay;
  signedAt?: Date;
  /** 列席: came without being called. */
  extra?: true;
  /** Who recorded it for another, and why. */
  marked?: { accountId: string; who: string; at: Date; reason?: string };
  leave?: { reason: string; at: Date; agreed?: boolean; who?: string; answer?: string };
  /** 不在岗 on that day (store/absences): on leave, at no cost. */
  away?: true;
  /** Whether the duty's attendance has been settled: only then it is on record. */
  settled: boolean;
  /** What the clock has to tell this person of it. */
  toTell?: 'called' | 'changed' | 'cancelled';
}

export const duties = collection<DutyDoc>('duties', [
  { key: { from: -1, _id: -1 }, name: 'from' },
  { key: { groupId: 1, from: -1, _id: -1 }, name: 'group' },
  { key: { campaignId: 1, from: -1, _id: -1 }, name: 'campaign', sparse: true },
  { key: { until: 1, _id: 1 }, name: 'until' },
  { key: { groupId: 1, until: 1, _id: 1 }, name: 'groupUntil' },
  { key: { status: 1, until: 1, _id: 1 }, name: 'status' },
  { key: { groupId: 1, status: 1, until: 1, _id: 1 }, name: 'groupStatus' },
  { key: { remindAt: 1 }, name: 'remindAt', sparse: true },
  { key: { named: 1 }, name: 'named' },
  { key: { token: 1 }, name: 'token', unique: true, sparse: true },
]);

export const attendances = collection<AttendanceDoc>('attendances', [
  { key: { dutyId: 1, order: 1, _id: 1 }, name: 'duty' },
  { key: { representativeId: 1, at: -1, _id: -1 }, name: 'representative' },
  { key: { representativeId: 1, until: 1, _id: 1 }, name: 'until' },
  { key: { toTell: 1 }, name: 'toTell', sparse: true },
  // Of those who asked for leave, whose duty is not settled and who are neither there nor on leave.
  {
    key: { settled: 1, status: 1, 'leave.at': -1 },
    name: 'leave',
    partialFilterExpression: { 'leave.at': { $exists: true } },
  },
]);

const within = (tx?: Tx) => (tx ? { session: tx } : {});

export const attendanceId = (dutyId: string, representativeId: string): string => `${dutyId}:${representativeId}`;

/** What is on record of a representative in a span, half-open, the oldest first. */
export async function settledOf(representativeId: string, from: Date, until: Date, tx?: Tx): Promise<AttendanceDoc[]> {
  return (await attendances())
    .find({ representativeId, at: { $gte: from, $lt: until }, settled: true }, within(tx))
    .sort({ at: 1, _id: 1 })
    .toArray();
}

export async function find(id: string, tx?: Tx): Promise<DutyDoc | null> {
  return (await duties()).findOne({ _id: id }, within(tx));
}

export async function get(id: string, tx?: Tx): Promise<DutyDoc> {
  const duty = await find(id, tx);
  if (!duty) throw new DomainError('NOT_FOUND', { message: '没有找到这次活动' });
  return duty;
}

export async function findByToken(token: string, tx?: Tx): Promise<DutyDoc | null> {
  return (await duties()).findOne({ token }, within(tx));
}

export async function listByIds(ids: readonly string[], tx?: Tx): Promise<Map<string, DutyDoc>> {
  if (ids.length === 0) return new Map();
  const found = await (await duties()).find({ _id: { $in: [...ids] } }, within(tx)).toArray();
  return new Map(found.map((duty) => [duty._id, duty]));
}

/** Those that have been called by these names. */
export async function listByNames(names: readonly string[], tx?: Tx): Promise<DutyDoc[]> {
  if (names.length === 0) return [];
  return (await duties()).find({ named: { $in: [...names] } }, within(tx)).toArray();
}

export async function insert(docs: readonly DutyDoc[], tx: Tx): Promise<void> {
  if (docs.length === 0) return;
  await (await duties()).insertMany([...docs], { session: tx });
  await campaignTallies.move([], docs.flatMap(countedOfDuty), tx);
}

export type DutyChange = Change<DutyDoc>;

/** Makes one move if nobody moved first, and answers the duty as it now is; null when somebody did. */
export async function moveIn(
  before: DutyDoc,
  change: DutyChange,
  event: DutyEvent | null,
  tx: Tx,
): Promise<DutyDoc | null> {
  const { _id, status, rev } = before;
  const moved = await (
    await duties()
  ).findOneAndUpdate(
    { _id, status, rev },
    {
      ...updateOf(change),
      ...(event ? { $push: { timeline: event } } : {}),
      $inc: { rev: 1 },
    },
    { session: tx, returnDocument: 'after' },
  );
  if (moved) await campaignTallies.move(countedOfDuty(before), countedOfDuty(moved), tx);
  return moved;
}

/** Photos and words beside the list: whoever brings some changes nothing that others have read. */
export async function changeRecord(
  id: string,
  change: { add?: readonly string[]; remove?: string; summary?: string },
  tx: Tx,
): Promise<void> {
  const { add, remove, summary } = change;
  await (
    await duties()
  ).updateOne(
    { _id: id },
    {
      ...(add ? { $addToSet: { photos: { $each: [...add] } } } : {}),
      ...(remove === undefined ? {} : { $pull: { photos: remove } }),
      ...(summary === undefined ? {} : { $set: { summary } }),
    },
    { session: tx },
  );
}

export type DutyList = 'upcoming' | 'past' | 'waiting';

interface ListQuery {
  list: DutyList;
  now: Date;
  cursor: string | undefined;
  limit: number;
}

/** Those to come begin with the next one, those past with the last one; those that wait with the one that waits longest. */
const orderOf = (list: DutyList) => ({ field: 'until', direction: list === 'past' ? -1 : 1 }) as const;

const spanOf = (list: DutyList, now: Date) =>
  list === 'past'
    ? { until: { $lt: overBefore(now) } }
    : { until: list === 'waiting' ? { $lt: now } : { $gte: overBefore(now) } };

const goesOn = ({ list, cursor }: ListQuery) =>
  cursor === undefined ? {} : afterPosition<DutyDoc>(orderOf(list), decodeCursor(cursor));

/** Of a group, or of the town. */
export async function listPage(groupId: string | undefined, query: ListQuery): Promise<Page<DutyDoc>> {
  const { list, now, limit } = query;
  const { direction } = orderOf(list);
  const asked = {
    ...(groupId === undefined ? {} : { groupId }),
    ...(list === 'waiting' ? { status: 'planned' as const } : {}),
  };
  const read = await (
    await duties()
  )
    .find({ $and: [{ ...asked, ...spanOf(list, now) }, goesOn(query)] }, { projection: { timeline: 0 } })
    .sort({ until: direction, _id: direction })
    .limit(limit + 1)
    .toArray();
  return pageFrom(read, limit, ({ until, _id }) => ({ at: until, id: _id }));
}

/** How many of a group, or of the town, are over and not settled; no more than `most`. */
export async function countWaiting(groupId: string | undefined, now: Date, most: number): Promise<number> {
  const waiting = { status: 'planned' as const, ...spanOf('waiting', now) };
  const all = await duties();
  return groupId === undefined
    ? all.countDocuments(waiting, { limit: most, hint: 'status' })
    : all.countDocuments({ ...waiting, groupId }, { limit: most, hint: 'groupStatus' });
}

/** Those that are to be reminded of, the longest due first. */
export async function listToRemind(now: Date, except: readonly string[], limit: number): Promise<string[]> {
  const found = await (
    await duties()
  )
    .find({ remindAt: { $lt: now }, ...(except.length > 0 ? { _id: { $nin: [...except] } } : {}) })
    .hint('remindAt')
    .sort({ remindAt: 1 })
    .project<{ _id: string }>({ _id: 1 })
    .limit(limit)
    .toArray();
  return found.map(({ _id }) => _id);
}

/** Takes the reminder, once. */
export async function takeReminder(_id: string, now: Date, tx: Tx): Promise<DutyDoc | null> {
  return (await duties()).findOneAndUpdate(
    { _id, status: 'planned', remindAt: { $lt: now } },
    { $unset: { remindAt: '' } },
    { session: tx },
  );
}
