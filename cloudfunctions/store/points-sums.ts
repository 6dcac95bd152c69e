/** What entries add up to: the sums that every booking moves, counted anew, and where the kept ones differ. */
import type { RulePart } from '../../domain/points-rules';
import { deedsOf, standingsOf } from './points-book';
import type { PointsEntryDoc, StandingDoc } from './points-entries';

type By = StandingDoc['by'];
type Place = Pick<PointsEntryDoc, 'representativeId' | 'groupId' | 'month' | 'campaignId'>;

export type SummedEntry = Place & Pick<PointsEntryDoc, 'part' | 'kind' | 'askedTenths' | 'deltaTenths'>;

/** All that a sum needs of an entry. */
export const summedFields = {
  ...{ _id: 0, representativeId: 1, groupId: 1, month: 1, campaignId: 1 },
  ...{ part: 1, kind: 1, askedTenths: 1, deltaTenths: 1 },
} as const;

type CountedStanding = Required<StandingDoc>;

/** By _id. */
export type Counted = Map<string, CountedStanding>;

interface Line {
  place: Place;
  tenths: number;
  parts: Partial<Record<RulePart, number>>;
  deeds: number;
}

/** Entries by where they count: of one person some hundred lines, however many entries. */
export type Lines = Map<string, Line>;

const placeOf = ({ representativeId, groupId, month, campaignId }: SummedEntry): Place => ({
  ...{ representativeId, groupId, month },
  ...(campaignId === undefined ? {} : { campaignId }),
});

export function addEntry(lines: Lines, entry: SummedEntry): void {
  const { groupId, month, campaignId, part, deltaTenths } = entry;
  const key = `${entry.representativeId} ${groupId} ${month} ${campaignId ?? ''}`;
  const line: Line = lines.get(key) ?? { place: placeOf(entry), tenths: 0, parts: {}, deeds: 0 };
  lines.set(key, line);
  line.tenths += deltaTenths;
  line.parts[part] = (line.parts[part] ?? 0) + deltaTenths;
  line.deeds += deedsOf(entry);
}

/** Adds these to the sums of the persons, or of the groups. */
export function countInto(counted: Counted, lines: Lines, wanted: By): Counted {
  for (const { place, tenths, parts, deeds } of lines.values()) {
    for (const { _id, by, period, ownerId } of standingsOf(place)) {
      if (by !== wanted) continue;
      const sum: CountedStanding = counted.get(_id) ?? { _id, by, period, ownerId, tenths: 0, parts: {}, deeds: 0 };
      counted.set(_id, sum);
      sum.tenths += tenths;
      sum.deeds += deeds;
      for (const [part, more] of Object.entries(parts) as [RulePart, number][]) {
        sum.parts[part] = (sum.parts[part] ?? 0) + more;
      }
    }
  }
  return counted;
}

export interface Difference extends Pick<StandingDoc, '_id' | 'by' | 'period' | 'ownerId'> {
  field: 'tenths' | 'deeds' | RulePart;
  kept: number;
  counted: number;
}

const fieldsOf = ({
  tenths = 0,
  deeds = 0,
  parts = {},
}: Partial<StandingDoc>): Record<Difference['field'], number> => ({
  ...{ tenths, deeds },
  ...{ meeting: 0, duty: 0, honour: 0, deduction: 0 },
  ...parts,
});

/** Where what is kept is not what has been counted; a sum that is not there is one of nothing. */
export function differencesOf(kept: readonly StandingDoc[], counted: Counted): Difference[] {
  const keptById = new Map(kept.map((standing) => [standing._id, standing]));
  const all: [string, StandingDoc][] = [...keptById, ...counted].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return [...new Map(all).values()].flatMap(({ _id, by, period, ownerId }) => {
    const [old, fresh] = [fieldsOf(keptById.get(_id) ?? {}), fieldsOf(counted.get(_id) ?? {})];
    const fields = (Object.keys(fresh) as Difference['field'][]).filter((field) => old[field] !== fresh[field]);
    return fields.map((field) => ({ _id, by, period, ownerId, field, kept: old[field], counted: fresh[field] }));
  });
}
