/** absences: 不在岗时段 of representatives; they count once somebody other than their proposer has confirmed them. */
import type { AbsenceKind, AbsentDays } from '../../domain/absence';
import { collection, type Tx } from './database';

export interface AbsenceDoc extends AbsentDays {
  _id: string;
  representativeId: string;
  groupId: string;
  kind: AbsenceKind;
  reason: string;
  status: 'proposed' | 'confirmed' | 'dropped';
  proposed: { accountId: string; who: string; at: Date };
  settled?: { accountId: string; who: string; at: Date; reason?: string };
}

export const absences = collection<AbsenceDoc>('absences', [
  { key: { representativeId: 1, status: 1, from: 1 }, name: 'representative' },
  { key: { status: 1, groupId: 1, from: -1 }, name: 'status' },
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
