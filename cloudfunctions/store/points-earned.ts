/** What bookings have to know of the people concerned: where each chain ends, what has been earned, who was away. */
import { presentIn, type AbsentDays } from '../../domain/absence';
import type { Earned, Present } from '../../domain/points';
import type { PointsRule, RuleCode } from '../../domain/points-rules';
import * as absences from './absences';
import type { Tx } from './database';
import {
  entries,
  heads,
  standingId,
  standings,
  type PointsEntryDoc,
  type PointsHeadDoc,
  type StandingDoc,
} from './points-entries';
import { FIRST_HASH } from './points-chain';

export interface Place {
  representativeId: string;
  day: string;
  /** The accounting month. */
  month: string;
  deed: string;
}

export interface Earnings {
  headOf: (representativeId: string) => Pick<PointsHeadDoc, 'seq' | 'hash'>;
  earned: (rule: PointsRule, place: Place) => Earned;
  present: (representativeId: string, month: string) => Present;
  /** So that what follows in the same transaction counts it. */
  add: (entry: PointsEntryDoc) => void;
}

interface Concerned {
  people: readonly string[];
  rules: readonly RuleCode[];
  years: readonly string[];
}

type CountedEntry = Pick<
  PointsEntryDoc,
  'representativeId' | 'rule' | 'day' | 'month' | 'year' | 'deed' | 'deltaTenths'
>;

async function read({ people, rules, years }: Concerned, tx?: Tx) {
  const within = tx ? { session: tx } : {};
  const ids = people.flatMap((id) => years.map((year) => standingId('representative', year, id)));
  const counted: CountedEntry[] = await (
    await entries()
  )
    .find(
      { representativeId: { $in: [...people] }, rule: { $in: [...rules] }, year: { $in: [...years] } },
      {
        ...within,
        hint: 'caps',
        projection: { representativeId: 1, rule: 1, day: 1, month: 1, year: 1, deed: 1, deltaTenths: 1 },
      },
    )
    .toArray();
  return {
    counted,
    ends: await (await heads()).find({ _id: { $in: [...people] } }, within).toArray(),
    absent: await absences.confirmedOf(people, tx),
    sums: await (await standings()).find({ _id: { $in: ids } }, within).toArray(),
  };
}

const partKey = (id: string, year: string, part: string): string => `${id} ${year} ${part}`;

/** Reads the rules and years concerned once, for all these people. */
export async function openEarnings(concerned: Concerned, tx?: Tx): Promise<Earnings> {
  const { counted, ends, absent, sums } = await read(concerned, tx);
  const byPerson = new Map<string, Pick<PointsHeadDoc, 'seq' | 'hash'>>(ends.map((head) => [head._id, head]));
  const tenths = new Map<string, number>();
  const add = (key: string, more: number) => tenths.set(key, (tenths.get(key) ?? 0) + more);
  const count = ({ representativeId, rule, day, month, year, deed, deltaTenths }: CountedEntry) => {
    for (const span of [day, month, year, deed]) add(`${representativeId} ${rule} ${span}`, deltaTenths);
  };
  for (const entry of counted) count(entry);
  for (const sum of sums) countParts(sum, add);
  const awayOf = (id: string): readonly AbsentDays[] => absent.get(id) ?? [];
  return {
    headOf: (id) => byPerson.get(id) ?? { seq: 0, hash: FIRST_HASH },
    earned({ code, part }, { representativeId: id, day, month, deed }) {
      const of = (span: string): number => tenths.get(`${id} ${code} ${span}`) ?? 0;
      const year = month.slice(0, 4);
      return {
        day: of(day),
        month: of(month),
        year: of(year),
        thing: of(deed),
        part: tenths.get(partKey(id, year, part)) ?? 0,
      };
    },
    present: (id, month) => presentIn(month, awayOf(id)),
    add(entry) {
      byPerson.set(entry.representativeId, { seq: entry.seq, hash: entry.hash });
      count(entry);
      add(partKey(entry.representativeId, entry.year, entry.part), entry.deltaTenths);
    },
  };
}

function countParts({ ownerId, period, parts = {} }: StandingDoc, add: (key: string, tenths: number) => void): void {
  for (const [part, tenths] of Object.entries(parts)) add(partKey(ownerId, period, part), tenths);
}
