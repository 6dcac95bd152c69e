/** What candidates did in a year, for all of them at once: each kind of thing is read once, by its index. */
import { countedOutcomes, type Outcome } from '../../domain/outcome';
import { postListKey } from '../../domain/post-listing';
import type { RulePart } from '../../domain/points-rules';
import { publicStatuses, type Rating } from '../../domain/wish';
import { yearSpan } from './award-checks';
import { attendances, type AttendanceDoc } from './duties';
import { models } from './models';
import { standingId, standings } from './points-entries';
import { posts } from './posts';
import { wishes } from './wishes';

export interface YearFigures {
  parts: Record<RulePart, number>;
  fulfilled: number;
  collected: number;
  satisfaction: Record<Rating, number>;
  posts: number;
  amountFen: number;
  people: number;
  modelMonths: string[];
  duties: number;
  absences: number;
}

const nothing = (): YearFigures => ({
  parts: { meeting: 0, duty: 0, honour: 0, deduction: 0 },
  fulfilled: 0,
  collected: 0,
  satisfaction: { satisfied: 0, fair: 0, unsatisfied: 0 },
  posts: 0,
  amountFen: 0,
  people: 0,
  modelMonths: [],
  duties: 0,
  absences: 0,
});

type Of = (representativeId: string) => YearFigures;

function addOutcomes(figures: YearFigures, outcomes: readonly Outcome[]): void {
  for (const { amountFen = 0, people = 0 } of outcomes) {
    figures.amountFen += amountFen;
    figures.people += people;
  }
}

interface FulfilledWish {
  claimer: { representativeId: string };
  rating?: Rating;
  outcomes: Outcome[];
  postOutcomes: { outcomes: Outcome[] }[];
}

async function addWishes(ids: readonly string[], year: string, of: Of): Promise<void> {
  const all = await wishes();
  const fulfilled = all
    .find(
      {
        'claimer.representativeId': { $in: [...ids] },
        'result.at': yearSpan(year),
        status: { $in: ['fulfilled', 'closed'] },
      },
      { hint: 'claimerResult' },
    )
    .project<FulfilledWish>({ 'claimer.representativeId': 1, rating: 1, outcomes: 1, postOutcomes: 1 });
  for await (const wish of fulfilled) {
    const figures = of(wish.claimer.representativeId);
    figures.fulfilled += 1;
    if (wish.rating) figures.satisfaction[wish.rating] += 1;
    addOutcomes(figures, countedOutcomes(wish));
  }
  const collected = all
    .find(
      {
        'collectedBy.representativeId': { $in: [...ids] },
        collectedAt: yearSpan(year),
        status: { $in: [...publicStatuses, 'merged'] },
      },
      { hint: 'collector' },
    )
    .project<{ collectedBy: { representativeId: string } }>({ 'collectedBy.representativeId': 1 });
  for await (const { collectedBy } of collected) of(collectedBy.representativeId).collected += 1;
}

/** A post that tells of a wish adds nothing to what its fulfilment counted. */
async function addPosts(ids: readonly string[], year: string, of: Of): Promise<void> {
  const keys = ids.map((representativeId) => postListKey({ representativeId }));
  const shown = (await posts())
    .find({ listed: { $in: keys }, at: yearSpan(year) }, { hint: 'listed' })
    .project<{ representativeId: string; outcomes: Outcome[]; wish?: unknown }>({
      representativeId: 1,
      outcomes: 1,
      'wish.id': 1,
    });
  for await (const { representativeId, outcomes, wish } of shown) {
    of(representativeId).posts += 1;
    if (wish === undefined) addOutcomes(of(representativeId), outcomes);
  }
}

async function addDuties(ids: readonly string[], year: string, of: Of): Promise<void> {
  const settled = (await attendances())
    .find({ representativeId: { $in: [...ids] }, at: yearSpan(year), settled: true })
    .project<Pick<AttendanceDoc, 'representativeId' | 'status'>>({ representativeId: 1, status: 1 });
  for await (const { representativeId, status } of settled) {
    if (status === 'present') of(representativeId).duties += 1;
    if (status === 'absent') of(representativeId).absences += 1;
  }
}

export async function ofYear(ids: readonly string[], year: string): Promise<Of> {
  const byPerson = new Map(ids.map((id) => [id, nothing()]));
  const of: Of = (id) => byPerson.get(id) ?? nothing();
  const sums = await (
    await standings()
  )
    .find({ _id: { $in: ids.map((id) => standingId('representative', year, id)) } })
    .toArray();
  for (const { ownerId, parts } of sums) Object.assign(of(ownerId).parts, parts);
  const named = await (
    await models()
  )
    .find({ representativeId: { $in: [...ids] }, year, status: 'published' })
    .toArray();
  for (const { representativeId = '', month } of named) of(representativeId).modelMonths.push(month);
  await addWishes(ids, year, of);
  await addPosts(ids, year, of);
  await addDuties(ids, year, of);
  return of;
}

/** Deeds paid in the year and not taken back, of each. */
export async function deedsOf(ids: readonly string[], year: string): Promise<Map<string, number>> {
  const found = await (
    await standings()
  )
    .find(
      { _id: { $in: ids.map((id) => standingId('representative', year, id)) } },
      { projection: { ownerId: 1, deeds: 1 } },
    )
    .toArray();
  return new Map(found.map(({ ownerId, deeds = 0 }) => [ownerId, deeds]));
}
