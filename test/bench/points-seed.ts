/** Ten years of points of three thousand representatives, as the book would have written them, without its transactions. */
import { open } from '../../cloudfunctions/store/database';
import { newId } from '../../cloudfunctions/kit/new-id';
import { FIRST_HASH, hashOf } from '../../cloudfunctions/store/points-chain';
import {
  entries,
  heads,
  standingId,
  standings,
  type PointsEntryDoc,
  type StandingDoc,
} from '../../cloudfunctions/store/points-entries';
import { addEntry, addToGroups, sumsOf, type Lines, type Sums } from '../../cloudfunctions/store/points-sums';
import { deedKey, entryKey } from '../../domain/points';
import { catalogue } from '../../domain/points-catalogue';
import type { PointsRule, RuleCode } from '../../domain/points-rules';
import { DAY_MS, shanghaiDay } from '../../domain/time';
import type { Functions } from '../support/functions';
import { aRepresentative } from '../support/town';

const BATCH = 2000;
const PEOPLE = 3000;
const GROUPS = 40;
const START = Date.UTC(2016, 5, 1, 2);
const DAYS = 3650;
const codes = ['S1', 'W2', 'W4', 'S1', 'M1', 'W2', 'D6', 'S1', 'W6'] as const satisfies readonly RuleCode[];
const rules = new Map(catalogue.map((rule) => [rule.code, rule]));

export interface Member {
  id: string;
  groupId: string;
}

function ruleOf(index: number): PointsRule {
  const rule = rules.get(codes[index % codes.length] ?? 'S1');
  if (!rule) throw new Error('the catalogue has lost a rule');
  return rule;
}

type End = Pick<PointsEntryDoc, 'seq' | 'hash'>;

function anEntry({ id: representativeId, groupId }: Member, index: number, count: number, end: End): PointsEntryDoc {
  const rule = ruleOf(index);
  const at = new Date(START + Math.floor((index / count) * DAYS) * DAY_MS);
  const day = shanghaiDay(at);
  const ref = { kind: 'post', id: newId(), label: '把村口的路灯修好了，老人出门放心' } as const;
  const deed = deedKey(rule.code, representativeId, ref);
  const tenths = rule.tenths === 0 ? 40 : rule.tenths;
  const chained = {
    ...{ seq: end.seq + 1, key: entryKey(deed, 'paid', 0), representativeId, groupId, rule: rule.code },
    ...{ ruleVersion: 1, deltaTenths: tenths, at, bookedAt: at, month: day.slice(0, 7), ref },
    ...{ how: `1 ${rule.unit} × ${tenths / 10} 分`, reason: '发布独立晒单', by: 'bench' },
    ...(index % 10 === 0 ? { campaignId: `c${day.slice(0, 4)}` } : {}),
  };
  return {
    ...chained,
    ...{ _id: newId(), deed, kind: 'paid', round: 0, part: rule.part, askedTenths: tenths, amount: { units: 1 } },
    ...{ day, year: day.slice(0, 4), prevHash: end.hash, hash: hashOf(end.hash, chained) },
  };
}

async function insert(collection: string, docs: object[]): Promise<void> {
  const { db } = await open();
  for (let from = 0; from < docs.length; from += BATCH) {
    await db.collection(collection).insertMany(docs.slice(from, from + BATCH));
  }
}

/** Waits until there is a batch: each write is one commit. */
function pile(collection: string) {
  let waiting: object[] = [];
  const flush = async (): Promise<void> => {
    await insert(collection, waiting);
    waiting = [];
  };
  return {
    flush,
    async add(docs: readonly object[]): Promise<void> {
      waiting.push(...docs);
      if (waiting.length >= BATCH) await flush();
    },
  };
}

/** The people of the small town that is there, and as many more as make three thousand. */
async function seedPeople(functions: Functions, there: readonly Member[]): Promise<Member[]> {
  const groups = Array.from({ length: GROUPS }, (_, index) => ({
    ...{ _id: `bench-group-${index}`, name: `第${index + 1}代表小组`, villages: [`村${index}`], order: index + 10 },
  }));
  const more = Array.from({ length: PEOPLE - there.length }, (_, index) => ({
    ...{ id: `bench-${String(index).padStart(5, '0')}`, groupId: `bench-group-${index % GROUPS}` },
  }));
  await insert('groups', groups);
  await insert(
    'representatives',
    more.map(({ id, groupId }, index) =>
      aRepresentative(functions, { _id: id, name: `代表${index}`, groupId, order: index + 100 }),
    ),
  );
  return [...there, ...more];
}

const standingsOf = (by: StandingDoc['by'], ownerId: string, sums: Sums): StandingDoc[] =>
  [...sums].map(([period, sum]) => ({ _id: standingId(by, period, ownerId), by, period, ownerId, ...sum }));

/** Answers how many seconds it took. */
export async function seedPoints(functions: Functions, there: readonly Member[], count: number): Promise<number> {
  const start = performance.now();
  const people = await seedPeople(functions, there);
  const all = [await entries(), await heads(), await standings()];
  const [ofEntries, ofHeads, ofStandings] = all.map(({ collectionName }) => pile(collectionName));
  const each = Math.round(count / people.length);
  const groups = new Map<string, Sums>();
  for (const member of people) {
    const lines: Lines = new Map();
    let end: End = { seq: 0, hash: FIRST_HASH };
    const docs = Array.from({ length: each }, (_, index) => {
      const entry = anEntry(member, index, each, end);
      end = entry;
      addEntry(lines, entry);
      return entry;
    });
    await ofEntries?.add(docs);
    await ofHeads?.add([{ _id: member.id, seq: end.seq, hash: end.hash }]);
    await ofStandings?.add(standingsOf('representative', member.id, sumsOf(lines)));
    addToGroups(groups, lines);
  }
  for (const [id, sums] of groups) await ofStandings?.add(standingsOf('group', id, sums));
  for (const one of [ofEntries, ofHeads, ofStandings]) await one?.flush();
  return (performance.now() - start) / 1000;
}
