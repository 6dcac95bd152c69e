/** A row of an imported ledger as a wish: its history is made up from its dates. */
import type { LedgerEntry } from '../../domain/ledger';
import type { LedgerStep } from '../../domain/ledger-further';
import { endOfDay } from '../../domain/time';
import { holderOf, isPublicStatus } from '../../domain/wish';
import { maskedWisher } from '../../domain/wish-privacy';
import { moves } from '../../domain/wish-moves';
import type { Host } from '../host/host';
import { sealContact } from '../kit/contact';
import { defined } from '../kit/defined';
import type { NewWish, TimelineEvent } from '../store/wish-doc';
import { wishTerms } from '../kit/wish-terms';

const NOTE = '台账导入';

const step = ({ who, at }: LedgerStep, what: string): TimelineEvent => ({ at, who, what, note: NOTE, photos: [] });

function timelineOf({ collector, collectedAt, claimer, claimedAt, doneAt, further }: LedgerEntry): TimelineEvent[] {
  const line = (at: Date, name: string | undefined, what: string): TimelineEvent =>
    step({ at, who: name === undefined ? '镇人大' : `代表 ${name}` }, what);
  const lines = [
    line(collectedAt, collector?.name, '登记'),
    ...(further.reviewed ? [step(further.reviewed, moves.publish.line)] : []),
    ...(claimer && claimedAt ? [line(claimedAt, claimer.name, '认领')] : []),
    ...(doneAt ? [line(doneAt, claimer?.name, '办结')] : []),
    ...(further.calledBack ? [step(further.calledBack, '回访')] : []),
  ];
  return lines.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function claimOf({ claimer, claimedAt, further }: LedgerEntry): Pick<NewWish, 'claimer' | 'helpers'> {
  if (!claimer || !claimedAt) return {};
  const { id: representativeId, name, groupId } = claimer;
  const { assigned, contactedAt, helpers = [] } = further;
  const helping = helpers.map(({ person, part }) => ({
    representativeId: person.id,
    name: person.name,
    part,
    note: NOTE,
    at: claimedAt,
  }));
  return {
    claimer: {
      representativeId,
      name,
      groupId,
      at: claimedAt,
      ...(assigned ? { assignedBy: NOTE } : {}),
      ...defined({ contactedAt }),
    },
    ...(helping.length > 0 ? { helpers: helping } : {}),
  };
}

/** What the full ledger's own columns say. */
function furtherFields({ further }: LedgerEntry): Partial<NewWish> {
  const { minor, selfSubmitted, difficulty, resumeOn, closeClass, reopenCount, consent, behalfConsent } = further;
  return defined({ minor, selfSubmitted, difficulty, resumeOn, closeClass, reopenCount, consent, behalfConsent });
}

/** What a paper ledger may leave blank. */
function optionalFields(entry: LedgerEntry): Partial<NewWish> {
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

export function wishOfLedger(entry: LedgerEntry, id: string, host: Host): NewWish {
  const { code, status, category, content, village, group, channel, collectedAt, outcomes } = entry;
  const { wisher: name, phone } = entry;
  const since = entry.doneAt ?? entry.claimedAt ?? collectedAt;
  return {
    _id: id,
    code,
    rev: 1,
    status,
    statusSince: since,
    public: isPublicStatus(status),
    category,
    content,
    village,
    groupId: group.id,
    channel,
    selfSubmitted: false,
    wisher: { masked: maskedWisher(name, { content }), sealed: sealContact(host, { name, phone }) },
    // The town's own columns say nothing of consent, so nothing is shown.
    consent: { showName: false, showPhoto: false },
    photos: [],
    collectedAt,
    difficulty: 'medium',
    // No department has it until an order is imported or issued.
    holder: { role: status === 'coordinating' ? 'presidium' : holderOf(status), since },
    heldMs: {},
    stoppedMs: 0,
    outcomes,
    postOutcomes: [],
    timeline: timelineOf(entry),
    reveals: [],
    terms: wishTerms({ content, code, village }, { name, phone }, host),
    ...optionalFields(entry),
    ...furtherFields(entry),
  };
}
