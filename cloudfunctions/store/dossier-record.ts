/** What is stored of one representative's year or term. Each read is bounded by an index that names the person. */
import { yearsOf, type DossierSpan } from '../../domain/dossier';
import { ruleCodes } from '../../domain/points-rules';
import { shanghaiDay } from '../../domain/time';
import { publicStatuses } from '../../domain/wish';
import { absences, type AbsenceDoc } from './absences';
import { decidedFor, type AwardDoc } from './awards';
import { ofMonth, type Deeds, type MonthSpan } from './deeds';
import { settledOf, type AttendanceDoc } from './duties';
import { models, type ModelDoc } from './models';
import { pointsAppeals, type PointsAppealDoc } from './points-appeals';
import { entries, heads, standings, standingId, type PointsEntryDoc, type PointsHeadDoc } from './points-entries';
import { pointsProposals, type PointsProposalDoc } from './points-proposals';
import type { WishCardDoc } from './wish-doc';
import { wishes } from './wishes';

export interface StoredRecord extends Deeds {
  duties: AttendanceDoc[];
  /** In the order of their chain. */
  entries: PointsEntryDoc[];
  claimed: WishCardDoc[];
  models: ModelDoc[];
  awards: AwardDoc[];
  /** 拟扣分 that has not been booked. */
  deductions: PointsProposalDoc[];
  appeals: PointsAppealDoc[];
  /** The entries that are appealed against, of whatever year. */
  appealed: Map<string, PointsEntryDoc>;
  absences: AbsenceDoc[];
  head: PointsHeadDoc | null;
}

/** Those that accounted to the span's months. */
async function entriesOf(representativeId: string, span: DossierSpan): Promise<PointsEntryDoc[]> {
  const ofYears = { representativeId, rule: { $in: [...ruleCodes] }, year: { $in: yearsOf(span) } };
  const found = await (await entries()).find(ofYears, { hint: 'caps' }).toArray();
  const months = new Set(span.months);
  return found.filter(({ month }) => months.has(month)).sort((a, b) => a.seq - b.seq);
}

/** What is in hand or done: who claimed it and gave it back has nothing to show for it. */
async function claimedBy(representativeId: string, { from, until }: MonthSpan): Promise<WishCardDoc[]> {
  return (await wishes())
    .find(
      {
        'claimer.representativeId': representativeId,
        'claimer.at': { $gte: from, $lt: until },
        status: { $in: [...publicStatuses] },
      },
      { hint: 'claimerAt' },
    )
    .project<WishCardDoc>({ timeline: 0, reveals: 0, terms: 0, plan: 0 })
    .toArray();
}

async function modelsOf(representativeId: string, { months }: DossierSpan, years: string[]): Promise<ModelDoc[]> {
  const named = { representativeId, year: { $in: years } };
  const found = await (
    await models()
  )
    .find(named, { hint: 'representativeYear', projection: { timeline: 0, text: 0, figures: 0 } })
    .toArray();
  return found
    .filter(({ status, month }) => status === 'published' && months.includes(month))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

async function absencesOf(representativeId: string, { from, until }: MonthSpan): Promise<AbsenceDoc[]> {
  const [first, last] = [shanghaiDay(from), shanghaiDay(new Date(until.getTime() - 1))];
  const confirmed = { representativeId, status: 'confirmed', from: { $lte: last } } as const;
  const found = await (await absences()).find(confirmed).sort({ from: 1 }).toArray();
  return found.filter((absence) => absence.until === undefined || absence.until >= first);
}

async function deductionsOf(representativeId: string, { from, until }: MonthSpan): Promise<PointsProposalDoc[]> {
  const found = await (
    await pointsProposals()
  )
    .find({ representativeId, settleFrom: { $gte: from, $lt: until } })
    .sort({ settleFrom: 1, _id: 1 })
    .toArray();
  return found.filter(({ kind, status }) => kind === 'deduction' && status !== 'booked');
}

async function entriesById(ids: readonly string[]): Promise<Map<string, PointsEntryDoc>> {
  if (ids.length === 0) return new Map();
  const found = await (await entries()).find({ _id: { $in: [...ids] } }).toArray();
  return new Map(found.map((entry) => [entry._id, entry]));
}

async function appealsOf(representativeId: string, { from, until }: MonthSpan): Promise<PointsAppealDoc[]> {
  return (await pointsAppeals())
    .find({ representativeId, at: { $gte: from, $lt: until } })
    .sort({ at: 1, _id: 1 })
    .toArray();
}

export async function readRecord(representativeId: string, span: DossierSpan): Promise<StoredRecord> {
  const years = yearsOf(span);
  const [duties, booked, deeds, claimed, named, awarded, deductions, appeals, away, head] = await Promise.all([
    settledOf(representativeId, span.from, span.until),
    entriesOf(representativeId, span),
    ofMonth(representativeId, span),
    claimedBy(representativeId, span),
    modelsOf(representativeId, span, years),
    decidedFor(representativeId),
    deductionsOf(representativeId, span),
    appealsOf(representativeId, span),
    absencesOf(representativeId, span),
    (await heads()).findOne({ _id: representativeId }),
  ]);
  return {
    ...deeds,
    duties,
    entries: booked,
    claimed,
    models: named,
    awards: awarded.filter(({ year }) => years.includes(year)),
    deductions,
    appeals,
    appealed: await entriesById(appeals.map(({ entryId }) => entryId)),
    absences: away,
    head,
  };
}

/** Of these the ones who have points in one of the years: who left meanwhile was there. */
export async function withPoints(ids: readonly string[], span: DossierSpan): Promise<Set<string>> {
  const wanted = yearsOf(span).flatMap((year) => ids.map((id) => standingId('representative', year, id)));
  if (wanted.length === 0) return new Set();
  const found = (await standings()).find({ _id: { $in: wanted } }, { projection: { ownerId: 1 } });
  return new Set((await found.toArray()).map(({ ownerId }) => ownerId));
}
