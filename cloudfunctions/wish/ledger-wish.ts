/** A row of an imported ledger as a wish: its history is made up from its dates. */
import type { LedgerEntry } from '../../domain/ledger';
import { maskName } from '../../domain/mask';
import { indexTerms, searchedTexts } from '../../domain/search-terms';
import { endOfDay } from '../../domain/time';
import { holderOf, isPublicStatus } from '../../domain/wish';
import type { Host } from '../host/host';
import { sealContact } from '../kit/contact';
import type { TimelineEvent, WishDoc } from '../store/wishes';

const NOTE = '台账导入';

function timelineOf({ collector, collectedAt, claimer, claimedAt, doneAt }: LedgerEntry): TimelineEvent[] {
  const line = (at: Date, name: string | undefined, what: string): TimelineEvent => ({
    at,
    who: name === undefined ? '镇人大' : `代表 ${name}`,
    what,
    note: NOTE,
    photos: [],
  });
  return [
    line(collectedAt, collector?.name, '登记'),
    ...(claimer && claimedAt ? [line(claimedAt, claimer.name, '认领')] : []),
    ...(doneAt ? [line(doneAt, claimer?.name, '办结')] : []),
  ];
}

function claimOf({ claimer, claimedAt }: LedgerEntry): Pick<WishDoc, 'claimer'> {
  if (!claimer || !claimedAt) return {};
  const { id: representativeId, name, groupId } = claimer;
  return { claimer: { representativeId, name, groupId, at: claimedAt } };
}

/** What a paper ledger may leave blank. */
function optionalFields(entry: LedgerEntry): Partial<WishDoc> {
  const { team, collector, dueOn, doneAt, rating, resolved, reason, remark } = entry;
  return {
    ...(team === '' ? {} : { team }),
    ...(collector ? { collectedBy: { representativeId: collector.id, name: collector.name } } : {}),
    ...claimOf(entry),
    // A promise for a day is kept until that day is over.
    ...(dueOn ? { dueAt: endOfDay(dueOn) } : {}),
    ...(doneAt ? { result: { note: NOTE, photos: [], at: doneAt } } : {}),
    ...(rating ? { rating } : {}),
    ...(resolved ? { resolved } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(remark === undefined ? {} : { remark }),
  };
}

export function wishOfLedger(entry: LedgerEntry, id: string, host: Host): WishDoc {
  const { code, status, category, content, village, group, channel, collectedAt, outcomes } = entry;
  const { wisher: name, phone } = entry;
  return {
    _id: id,
    code,
    rev: 1,
    status,
    public: isPublicStatus(status),
    category,
    content,
    village,
    groupId: group.id,
    channel,
    selfSubmitted: false,
    wisher: { masked: maskName(name), sealed: sealContact(host, { name, phone }) },
    // Paper says nothing of consent, so nothing is shown.
    consent: { showName: false, showPhoto: false },
    photos: [],
    collectedAt,
    difficulty: 'medium',
    holder: { role: holderOf(status), since: entry.doneAt ?? entry.claimedAt ?? collectedAt },
    outcomes,
    postOutcomes: [],
    timeline: timelineOf(entry),
    reveals: [],
    terms: indexTerms(...searchedTexts({ content, code, village })),
    ...optionalFields(entry),
  };
}
