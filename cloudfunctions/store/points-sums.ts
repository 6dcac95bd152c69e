/** What entries add up to: the sums that every booking moves, counted anew, and where the kept ones differ. */
import { periodsOf } from '../../domain/points';
import { ruleParts, type RulePart } from '../../domain/points-rules';
import { deedsOf } from './points-book';
import type { PointsEntryDoc, StandingDoc } from './points-entries';

export type SummedEntry = Pick<
  PointsEntryDoc,
  'groupId' | 'month' | 'campaignId' | 'part' | 'kind' | 'askedTenths' | 'deltaTenths'
>;

/** All that a sum needs of an entry. */
export const summedFields = {
  ...{ _id: 0, representativeId: 1, groupId: 1, month: 1, campaignId: 1 },
  ...{ part: 1, kind: 1, askedTenths: 1, deltaTenths: 1 },
} as const;

export type Sum = Required<Pick<StandingDoc, 'tenths' | 'parts' | 'deeds'>>;

/** One owner's, by period. */
export type Sums = Map<string, Sum>;

export const noSum: Readonly<Sum> = { tenths: 0, parts: {}, deeds: 0 };

interface Line extends Sum {
  place: Pick<PointsEntryDoc, 'groupId' | 'month' | 'campaignId'>;
}

/** One person's entries by where they count: some hundred lines, however many entries. */
export type Lines = Map<string, Line>;

const placeOf = ({ groupId, month, campaignId }: SummedEntry): Line['place'] => ({
  ...{ groupId, month },
  ...(campaignId === undefined ? {} : { campaignId }),
});

export function addEntry(lines: Lines, entry: SummedEntry): void {
  const { groupId, month, campaignId, part, deltaTenths } = entry;
  const key = `${groupId} ${month} ${campaignId ?? ''}`;
  let line = lines.get(key);
  if (!line) lines.set(key, (line = { place: placeOf(entry), tenths: 0, parts: {}, deeds: 0 }));
  line.tenths += deltaTenths;
  line.parts[part] = (line.parts[part] ?? 0) + deltaTenths;
  line.deeds += deedsOf(entry);
}

function addLine(sums: Sums, { place, tenths, parts, deeds }: Line): void {
  for (const period of periodsOf(place)) {
    let sum = sums.get(period);
    if (!sum) sums.set(period, (sum = { tenths: 0, parts: {}, deeds: 0 }));
    sum.tenths += tenths;
    sum.deeds += deeds;
    for (const part of ruleParts) {
      const more = parts[part];
      if (more !== undefined) sum.parts[part] = (sum.parts[part] ?? 0) + more;
    }
  }
}

export function sumsOf(lines: Lines): Sums {
  const sums: Sums = new Map();
  for (const line of lines.values()) addLine(sums, line);
  return sums;
}

/** Adds one person's lines to their groups' sums. */
export function addToGroups(groups: Map<string, Sums>, lines: Lines): void {
  for (const line of lines.values()) {
    const { groupId } = line.place;
    let sums = groups.get(groupId);
    if (!sums) groups.set(groupId, (sums = new Map<string, Sum>()));
    addLine(sums, line);
  }
}

export interface Difference extends Pick<StandingDoc, 'by' | 'period' | 'ownerId'> {
  field: 'tenths' | 'deeds' | RulePart;
  kept: number;
  counted: number;
}

/** Where what is kept of an owner is not what has been counted; a sum that is not there is one of nothing. */
export function differencesOf(
  { by, ownerId }: Pick<StandingDoc, 'by' | 'ownerId'>,
  kept: readonly StandingDoc[],
  counted: Sums,
): Difference[] {
  const differences: Difference[] = [];
  const compare = (period: string, old: Partial<Sum>, fresh: Sum): void => {
    const note = (field: Difference['field'], was: number, is: number): void => {
      if (was !== is) differences.push({ by, ownerId, period, field, kept: was, counted: is });
    };
    note('tenths', old.tenths ?? 0, fresh.tenths);
    note('deeds', old.deeds ?? 0, fresh.deeds);
    for (const part of ruleParts) note(part, old.parts?.[part] ?? 0, fresh.parts[part] ?? 0);
  };
  const seen = new Set<string>();
  for (const standing of kept) {
    seen.add(standing.period);
    compare(standing.period, standing, counted.get(standing.period) ?? noSum);
  }
  for (const [period, sum] of counted) if (!seen.has(period)) compare(period, {}, sum);
  return differences.sort((a, b) => (a.period < b.period ? -1 : Number(a.period > b.period)));
}
