/** pointsAppeals: 申诉 against an entry, one for each entry. */
import type { Filter } from 'mongodb';
import type { AppealStatus } from '../../domain/points-appeal';
import { DomainError } from '../../domain/errors';
import { afterPosition, decodeCursor, pageFrom, type Order, type Page } from './cursor';
import { collection, type Tx } from './database';
import { isDuplicateKey } from './duplicate-key';

interface Said {
  accountId: string;
  who: string;
  at: Date;
  accept: boolean;
  reason: string;
}

export interface PointsAppealDoc {
  _id: string;
  entryId: string;
  representativeId: string;
  groupId: string;
  reason: string;
  photos: string[];
  at: Date;
  /** 人大办 answers within five working days. */
  answerBy: Date;
  /** open 待答复 → answered 待主席团决定 → decided 已决定. */
  status: AppealStatus;
  answer?: Said;
  /** `tenths`: what the deed is worth now. `alone`: nobody but who answered could decide. */
  decision?: Said & { tenths?: number; alone?: true };
  /** The Shanghai day of the last reminder that it waits. */
  remindedOn?: string;
  rev: number;
}

const newest: Order = { name: 'newest', field: 'at', direction: -1 };
const due: Order = { name: 'due', field: 'answerBy', direction: 1 };

export const pointsAppeals = collection<PointsAppealDoc>('pointsAppeals', [
  { key: { entryId: 1 }, name: 'entry', unique: true },
  { key: { representativeId: 1, at: -1, _id: -1 }, name: 'representative' },
  { key: { status: 1, answerBy: 1, _id: 1 }, name: 'status' },
  { key: { status: 1, at: -1, _id: -1 }, name: 'newest' },
  { key: { at: -1, _id: -1 }, name: 'at' },
]);

export async function get(id: string): Promise<PointsAppealDoc> {
  const appeal = await (await pointsAppeals()).findOne({ _id: id });
  if (!appeal) throw new DomainError('NOT_FOUND', { message: '没有找到这件申诉' });
  return appeal;
}

/** Throws DUPLICATE where the entry has been appealed against. */
export async function insert(appeal: PointsAppealDoc, tx: Tx): Promise<void> {
  try {
    await (await pointsAppeals()).insertOne(appeal, { session: tx });
  } catch (error) {
    if (!isDuplicateKey(error, 'entry')) throw error;
    throw new DomainError('DUPLICATE', { message: '这条积分已经申诉过了，每条只能申诉一次' });
  }
}

/** Makes one move if nobody moved first, and answers the appeal as it now is; null when somebody did. */
export async function moveIn(
  { _id, status, rev }: PointsAppealDoc,
  set: Partial<Pick<PointsAppealDoc, 'status' | 'answer' | 'decision'>>,
  tx: Tx,
): Promise<PointsAppealDoc | null> {
  return (await pointsAppeals()).findOneAndUpdate(
    { _id, status, rev },
    { $set: set, $inc: { rev: 1 } },
    { session: tx, returnDocument: 'after' },
  );
}

/** The appeals against these entries, by the entry. */
export async function ofEntries(entryIds: readonly string[]): Promise<Map<string, PointsAppealDoc>> {
  if (entryIds.length === 0) return new Map();
  const found = await (await pointsAppeals()).find({ entryId: { $in: [...entryIds] } }).toArray();
  return new Map(found.map((appeal) => [appeal.entryId, appeal]));
}

interface Listing {
  representativeId?: string | undefined;
  status?: AppealStatus | undefined;
}

/** What waits by what is due first; one person's, what is decided and all together the newest first. */
export async function listPage(
  { representativeId, status }: Listing,
  cursor: string | undefined,
  limit: number,
): Promise<Page<PointsAppealDoc>> {
  const waits = representativeId === undefined && status !== undefined && status !== 'decided';
  const order = waits ? due : newest;
  const { name, field, direction } = order;
  const filter: Filter<PointsAppealDoc> = {
    ...(representativeId === undefined ? {} : { representativeId }),
    ...(status === undefined ? {} : { status }),
    ...(cursor === undefined ? {} : afterPosition<PointsAppealDoc>(order, decodeCursor(cursor, name))),
  };
  const read = await (
    await pointsAppeals()
  )
    .find(filter)
    .sort({ [field]: direction, _id: direction })
    .limit(limit + 1)
    .toArray();
  return pageFrom(read, limit, (appeal) => ({ at: waits ? appeal.answerBy : appeal.at, id: appeal._id }), name);
}

/** Past their day and not decided, of which nobody has been reminded on `day`. */
export async function listToRemind(
  now: Date,
  day: string,
  except: readonly string[],
  limit: number,
): Promise<string[]> {
  const late = await (
    await pointsAppeals()
  )
    .find(
      {
        status: { $in: ['open', 'answered'] },
        answerBy: { $lt: now },
        remindedOn: { $ne: day },
        _id: { $nin: [...except] },
      },
      { hint: 'status', projection: { _id: 1 } },
    )
    .limit(limit)
    .toArray();
  return late.map(({ _id }) => _id);
}

/** Takes the reminder of this day; null where it has been given, or nothing waits any more. */
export async function takeReminder(id: string, day: string, tx: Tx): Promise<PointsAppealDoc | null> {
  return (await pointsAppeals()).findOneAndUpdate(
    { _id: id, status: { $in: ['open', 'answered'] }, remindedOn: { $ne: day } },
    { $set: { remindedOn: day } },
    { session: tx, returnDocument: 'after' },
  );
}
