/** One representative's dossier, with what only the host can open: the phone, and the wishers' names that have to go. */
import { maySeePhone, type Dossier, type DossierSpan } from '../../../domain/dossier';
import { absenceText, dossierPartsOf } from '../../../domain/dossier-parts';
import type { DossierRecord, RecordedEntry, RecordedWish } from '../../../domain/dossier-record';
import type { Caller } from '../../../domain/caller';
import { levelLabels, positionLabels } from '../../../domain/labels';
import { maskPhone } from '../../../domain/mask';
import type { Host } from '../../host/host';
import { readRecord, type StoredRecord } from '../../store/dossier-record';
import * as groups from '../../store/groups';
import type { PointsEntryDoc } from '../../store/points-entries';
import * as pointsRules from '../../store/points-rules';
import type { RepresentativeDoc } from '../../store/representatives';
import type { WishCardDoc } from '../../store/wish-doc';
import { defined } from '../defined';
import { unseal } from '../seal';
import { unnamedText } from './unnamed-text';

export interface DossierAsked {
  representative: RepresentativeDoc;
  span: DossierSpan;
  /** Who is to read it. */
  reader: Caller;
  /** Rows of a part at most. */
  most: number;
}

/** Each wish once, with what the representative did for it in the span. */
function wishesOf({ collected, claimed, fulfilled }: StoredRecord, host: Host): RecordedWish[] {
  const has = (wishes: readonly WishCardDoc[]): Set<string> => new Set(wishes.map(({ _id }) => _id));
  const [isCollected, isClaimed, isFulfilled] = [has(collected), has(claimed), has(fulfilled)];
  const all = new Map([...collected, ...claimed, ...fulfilled].map((wish) => [wish._id, wish]));
  return [...all.values()].map((wish) =>
    defined({
      at: dayOf(wish, isCollected.has(wish._id), isClaimed.has(wish._id)),
      code: wish.code,
      text: `${wish.village} ${unnamedText(wish, host)}`,
      status: wish.status,
      isCollected: isCollected.has(wish._id),
      isClaimed: isClaimed.has(wish._id),
      isFulfilled: isFulfilled.has(wish._id),
      resolved: wish.resolved,
      rating: wish.rating,
    }),
  );
}

/** When it came into the span. */
function dayOf({ collectedAt, claimer, result }: WishCardDoc, isCollected: boolean, isClaimed: boolean): Date {
  if (isCollected) return collectedAt;
  return (isClaimed ? claimer?.at : result?.at) ?? collectedAt;
}

async function rulesOf(entries: readonly PointsEntryDoc[]): Promise<(entry: PointsEntryDoc) => string> {
  const ruleBy = await pointsRules.versionsBy([...new Set(entries.map(({ rule }) => rule))]);
  return ({ rule, ruleVersion }) => ruleBy(rule, ruleVersion).name;
}

/** With what 公示 said of the person. */
const awardsOf = ({ awards }: StoredRecord, representativeId: string): DossierRecord['awards'] =>
  awards.flatMap(({ name, year, decision, announced }) => {
    const summary = announced.find((one) => one.representativeId === representativeId)?.summary;
    const { minuteNumber, at } = decision ?? {};
    return minuteNumber === undefined || at === undefined ? [] : [defined({ name, year, minuteNumber, at, summary })];
  });

async function recordOf(stored: StoredRecord, representativeId: string, host: Host): Promise<DossierRecord> {
  const { entries, appeals, appealed, deductions } = stored;
  const nameOf = await rulesOf([...entries, ...appealed.values()]);
  const catalogue = new Map((await pointsRules.listVersions()).map(({ code, name }) => [code, name]));
  return {
    duties: stored.duties.map(({ kind, at, title, halfDays, status, extra = false, leave }) =>
      defined({ kind, at, title, halfDays, status, isExtra: extra, reason: leave?.reason }),
    ),
    entries: entries.map((entry): RecordedEntry => ({ ...entry, ruleName: nameOf(entry) })),
    wishes: wishesOf(stored, host),
    posts: [...stored.posts].reverse().map(({ at, publicText: told, text, outcomes }) => ({
      at,
      text: told ?? text,
      outcomes,
    })),
    models: stored.models.map(({ _id: id, month, title }) => ({ id, month, title })),
    awards: awardsOf(stored, representativeId),
    deductions: deductions.flatMap(({ at, rule, reason, explanation, status, settled }) =>
      status === 'booked'
        ? []
        : [
            defined({
              at,
              rule: catalogue.get(rule) ?? rule,
              reason,
              explanation: explanation?.text,
              status,
              said: settled?.reason,
            }),
          ],
    ),
    appeals: appeals.map(({ at, entryId, reason, status, answer, decision }) => {
      const entry = appealed.get(entryId);
      const said = decision ?? answer;
      return defined({
        at,
        entry: entry ? `${nameOf(entry)} ${entry.ref.label}` : '积分明细',
        reason,
        status,
        accepted: said?.accept,
        answer: said?.reason,
      });
    }),
    absences: stored.absences,
  };
}

/** Throws what the stores throw; whether the reader may see it was decided before (domain/dossier). */
export async function readDossier(asked: DossierAsked, host: Host): Promise<Dossier> {
  const { representative, span, reader, most } = asked;
  const { _id, name, groupId, level, position, occupation, strengths, villages, active } = representative;
  const [stored, groupNames] = await Promise.all([readRecord(_id, span), groups.namesById()]);
  const record = await recordOf(stored, _id, host);
  const phone = representative.phone === '' ? '' : unseal(host.contactKey, representative.phone);
  const group = groupNames.get(groupId) ?? '';
  const { head } = stored;
  return {
    representativeId: _id,
    name,
    group,
    span,
    basics: [
      { label: '姓名', value: name },
      { label: '代表层级', value: `${levelLabels[level]}人大代表` },
      { label: '代表小组', value: group },
      { label: '职务', value: positionLabels[position] },
      { label: '职业', value: occupation },
      { label: '联系电话', value: maySeePhone(reader, { representativeId: _id }) ? phone : maskPhone(phone) },
      { label: '专长', value: strengths.join('、') },
      { label: '联系村（社区）', value: villages.join('、') },
      { label: '在任情况', value: active ? '在任' : '已离任' },
      { label: '不在岗时段', value: absenceText(record) },
    ],
    parts: dossierPartsOf(record, span, most),
    head: head ? { seq: head.seq, hash: head.hash } : null,
  };
}
