/**
 * 重算: sums all entries anew, chain by chain, and puts right the kept sums that differ. Memory holds some chains’ sums and
 * the groups’. What differs is read again in a transaction before it is written: an entry booked meanwhile is not lost.
 */
import { inTransaction, type Tx } from './database';
import { eachInChain, entries, standingId, standings, type StandingDoc } from './points-entries';
import { eachSpan, ownedBy, type Owners } from './points-owners';
import {
  addEntry,
  addToGroups,
  differencesOf,
  summedFields,
  sumsOf,
  type Difference,
  type Lines,
  type Sums,
} from './points-sums';

type By = StandingDoc['by'];

const BATCH = 2000;
/** Chains that are held at once. */
const SPAN = 40;

/** The kept sums by owner. */
export async function keptOf(by: By, owners: Owners, tx?: Tx): Promise<Map<string, StandingDoc[]>> {
  const found = (await standings())
    .find({ ownerId: ownedBy(owners), by }, { hint: 'owner', ...(tx ? { session: tx } : {}) })
    .batchSize(BATCH);
  const kept = new Map<string, StandingDoc[]>();
  for await (const standing of found) {
    const own = kept.get(standing.ownerId);
    if (own) own.push(standing);
    else kept.set(standing.ownerId, [standing]);
  }
  return kept;
}

/** What these persons' entries add up to, by person. */
async function linesOf(owners: Owners, tx?: Tx): Promise<{ people: Map<string, Lines>; read: number }> {
  const people = new Map<string, Lines>();
  let read = 0;
  for await (const entry of eachInChain(ownedBy(owners), summedFields, tx)) {
    const lines: Lines = people.get(entry.representativeId) ?? new Map<string, never>();
    people.set(entry.representativeId, lines);
    addEntry(lines, entry);
    read += 1;
  }
  return { people, read };
}

async function linesOfGroup(groupId: string, tx: Tx): Promise<Lines> {
  const lines: Lines = new Map();
  const all = (await entries())
    .find({ groupId }, { hint: 'groupAt', projection: summedFields, session: tx })
    .batchSize(BATCH);
  for await (const entry of all) addEntry(lines, entry);
  return lines;
}

type Owner = Pick<StandingDoc, 'by' | 'ownerId'>;

/** A sum of nothing that nothing was booked in is taken away. */
async function write({ by, ownerId }: Owner, periods: readonly string[], counted: Sums, tx: Tx): Promise<void> {
  const writes = periods.map((period) => {
    const _id = standingId(by, period, ownerId);
    const right = counted.get(period);
    return right
      ? { replaceOne: { filter: { _id }, replacement: { by, period, ownerId, ...right }, upsert: true } }
      : { deleteOne: { filter: { _id } } };
  });
  if (writes.length > 0) await (await standings()).bulkWrite(writes, { session: tx });
}

/** What really differed, once the owner’s entries and sums have been read as of one moment. */
const repair = (owner: Owner): Promise<Difference[]> =>
  inTransaction(async (tx) => {
    const { by, ownerId } = owner;
    const lines = by === 'group' ? await linesOfGroup(ownerId, tx) : (await linesOf(ownerId, tx)).people.get(ownerId);
    const counted: Sums = lines ? sumsOf(lines) : new Map<string, never>();
    const differences = differencesOf(owner, (await keptOf(by, ownerId, tx)).get(ownerId) ?? [], counted);
    await write(owner, [...new Set(differences.map(({ period }) => period))], counted, tx);
    return differences;
  });

/** The groups that have a sum. */
async function groupOwners(): Promise<string[]> {
  const found = (await standings()).find({ by: 'group', period: 'all' }, { hint: 'board', projection: { ownerId: 1 } });
  return (await found.toArray()).map(({ ownerId }) => ownerId);
}

export interface Recounted {
  /** The first of them. */
  differences: Difference[];
  found: number;
  entries: number;
}

type Kept = ReadonlyMap<string, readonly StandingDoc[]>;

/** `most`: how many differences are answered one by one. */
export async function recount(most: number): Promise<Recounted> {
  const recounted: Recounted = { differences: [], found: 0, entries: 0 };
  const settle = async (by: By, counted: ReadonlyMap<string, Sums>, kept: Kept): Promise<void> => {
    for (const ownerId of new Set([...counted.keys(), ...kept.keys()])) {
      const owner = { by, ownerId };
      const sums = counted.get(ownerId) ?? new Map<string, never>();
      if (differencesOf(owner, kept.get(ownerId) ?? [], sums).length === 0) continue;
      const found = await repair(owner);
      recounted.found += found.length;
      recounted.differences.push(...found.slice(0, most - recounted.differences.length));
    }
  };
  const groups = new Map<string, Sums>();
  for await (const span of eachSpan(SPAN)) {
    const [{ people, read }, kept] = await Promise.all([linesOf(span), keptOf('representative', span)]);
    recounted.entries += read;
    for (const lines of people.values()) addToGroups(groups, lines);
    await settle('representative', new Map([...people].map(([id, lines]) => [id, sumsOf(lines)])), kept);
  }
  for (const id of new Set([...groups.keys(), ...(await groupOwners())])) {
    await settle('group', new Map([[id, groups.get(id) ?? new Map<string, never>()]]), await keptOf('group', id));
  }
  return recounted;
}
