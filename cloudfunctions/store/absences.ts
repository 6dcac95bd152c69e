/** absences: 不在岗时段 of representatives; they count once somebody other than their proposer has confirmed them. */
import type { Absence, AbsenceKind, AbsenceStatus, AbsentDays } from '../../domain/absence';
import { DomainError } from '../../domain/errors';
import { after, pageFrom, type Page } from './cursor';
import { collection, inTransaction, type Tx } from './database';
import { isDuplicateKey } from './duplicate-key';

export interface AbsenceDoc extends AbsentDays {
  _id: string;
  representativeId: string;
  groupId: string;
  kind: AbsenceKind;
  reason: string;
  status: AbsenceStatus;
  proposed: { accountId: string; who: string; at: Date };
  settled?: { accountId: string; who: string; at: Date; reason?: string };
  clientToken?: string;
}

export const absences = collection<AbsenceDoc>('absences', [
  { key: { representativeId: 1, status: 1, from: 1 }, name: 'representative' },
  { key: { representativeId: 1, 'proposed.at': -1, _id: -1 }, name: 'ofRepresentative' },
  { key: { groupId: 1, 'proposed.at': -1, _id: -1 }, name: 'ofGroup' },
  { key: { 'proposed.at': -1, _id: -1 }, name: 'newest' },
  { key: { status: 1, groupId: 1 }, name: 'waiting' },
  {
    key: { 'proposed.accountId': 1, clientToken: 1 },
    name: 'clientToken',
    unique: true,
    partialFilterExpression: { clientToken: { $exists: true } },
  },
]);

/** The confirmed ones of these people. */
export async function confirmedOf(representativeIds: readonly string[], tx?: Tx): Promise<Map<string, AbsentDays[]>> {
  const found = await (
    await absences()
  )
    .find({ representativeId: { $in: [...representativeIds] }, status: 'confirmed' }, tx ? { session: tx } : {})
    .toArray();
  const byPerson = new Map<string, AbsentDays[]>();
  for (const one of found) byPerson.set(one.representativeId, [...(byPerson.get(one.representativeId) ?? []), one]);
  return byPerson;
}

/** As the rules see it. */
export const asAbsence = ({ proposed, ...doc }: AbsenceDoc): Absence => ({ ...doc, proposedBy: proposed.accountId });

export async function get(id: string): Promise<AbsenceDoc> {
  const found = await (await absences()).findOne({ _id: id });
  if (!found) throw new DomainError('NOT_FOUND', { message: '没有找到这个时段' });
  return found;
}

export async function findByToken(accountId: string, clientToken: string): Promise<AbsenceDoc | null> {
  return (await absences()).findOne({ 'proposed.accountId': accountId, clientToken });
}

/** The same clientToken again answers the one that is there; `alongside` goes with the first. */
export async function insertOnce(doc: AbsenceDoc, alongside: (tx: Tx) => Promise<void>): Promise<AbsenceDoc> {
  try {
    await inTransaction(async (tx) => {
      await (await absences()).insertOne(doc, { session: tx });
      await alongside(tx);
    });
    return doc;
  } catch (error) {
    const { proposed, clientToken = '' } = doc;
    const earlier = isDuplicateKey(error, 'clientToken') ? await findByToken(proposed.accountId, clientToken) : null;
    if (!earlier) throw error;
    return earlier;
  }
}

/** Sets it if it still is as it was read; null when somebody was first. */
export async function changeIn(
  { _id, status, until }: Pick<AbsenceDoc, '_id' | 'status' | 'until'>,
  set: Partial<Pick<AbsenceDoc, 'status' | 'until' | 'settled'>>,
  tx: Tx,
): Promise<AbsenceDoc | null> {
  return (await absences()).findOneAndUpdate(
    { _id, status, until: until ?? { $exists: false } },
    { $set: set },
    { session: tx, returnDocument: 'after' },
  );
}

interface Listing {
  representativeId?: string | undefined;
  groupId?: string | undefined;
  status?: AbsenceStatus | undefined;
}

/** The last proposed first. */
export async function listPage(
  { representativeId, groupId, status }: Listing,
  cursor: string | undefined,
  limit: number,
): Promise<Page<AbsenceDoc>> {
  const read = await (
    await absences()
  )
    .find({
      ...(representativeId === undefined ? {} : { representativeId }),
      ...(groupId === undefined ? {} : { groupId }),
      ...(status === undefined ? {} : { status }),
      ...after<AbsenceDoc>('proposed.at', cursor),
    })
    .sort({ 'proposed.at': -1, _id: -1 })
    .limit(limit + 1)
    .toArray();
  return pageFrom(read, limit, ({ proposed, _id }) => ({ at: proposed.at, id: _id }));
}
