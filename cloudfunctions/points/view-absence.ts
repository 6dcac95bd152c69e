import type { AbsenceView } from '../../contract/points-proposals';
import { mayEndAbsence, maySettleAbsence } from '../../domain/absence';
import type { Caller } from '../../domain/caller';
import { defined } from '../kit/defined';
import { asAbsence, type AbsenceDoc } from '../store/absences';
import * as groups from '../store/groups';
import * as representatives from '../store/representatives';

/** Absences with the names of people and groups, for a whole page at once. */
export async function viewAbsences(docs: readonly AbsenceDoc[], caller: Caller): Promise<AbsenceView[]> {
  const [people, groupNames] = await Promise.all([
    representatives.listByIds([...new Set(docs.map(({ representativeId }) => representativeId))]),
    groups.namesById(),
  ]);
  const names = new Map(people.map(({ _id, name }) => [_id, name]));
  return docs.map((doc) => {
    const absence = asAbsence(doc);
    const { _id: id, representativeId, groupId, kind, from, until, reason, status, proposed, settled } = doc;
    return {
      ...{ id, representativeId, groupId, kind, from, reason, status },
      representative: names.get(representativeId) ?? '',
      groupName: groupNames.get(groupId) ?? '',
      proposed: { who: proposed.who, at: proposed.at.toISOString() },
      allowed: [
        ...(maySettleAbsence(absence, caller) ? (['settle'] as const) : []),
        ...(mayEndAbsence(absence, caller) ? (['end'] as const) : []),
      ],
      ...defined({
        until,
        settled: settled && { who: settled.who, at: settled.at.toISOString(), ...defined({ reason: settled.reason }) },
      }),
    };
  });
}

export async function viewAbsence(doc: AbsenceDoc, caller: Caller): Promise<{ absence: AbsenceView }> {
  const [absence] = await viewAbsences([doc], caller);
  if (!absence) throw new Error('one absence was viewed as none');
  return { absence };
}
