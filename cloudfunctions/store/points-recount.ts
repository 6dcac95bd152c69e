/**
 * 重算: sums all entries anew, chain by chain, and puts right the kept sums that differ. Memory holds one chain’s sums and
 * the groups’. What differs is read again in a transaction before it is written: an entry booked meanwhile is not lost.
 */
import { inTransaction, type Tx } from './database';
import { eachInChain, entries, standings, type StandingDoc } from './points-entries';
import { eachOwner } from './points-owners';
import {
  addEntry,
  countInto,
  differencesOf,
  summedFields,
  type Counted,
  type Difference,
  type Lines,
} from './points-sums';

type By = StandingDoc['by'];

const BATCH = 2000;

export async function keptOf(by: By, ownerId: string, tx?: Tx): Promise<StandingDoc[]> {
  return (await standings())
    .find({ ownerId, by }, { hint: 'owner', ...(tx ? { session: tx } : {}) })
    .batchSize(BATCH)
    .toArray();
}

async function linesOfPerson(id: string, tx?: Tx): Promise<{ lines: Lines; read: number }> {
  const lines: Lines = new Map();
  let read = 0;
  for await (const entry of eachInChain(id, summedFields, tx)) {
    addEntry(lines, entry);
    read += 1;
  }
  return { lines, read };
}

async function linesOfGroup(groupId: string, tx: Tx): Promise<Lines> {
  const lines: Lines = new Map();
  const all = (await entries())
    .find({ groupId }, { hint: 'groupAt', projection: summedFields, session: tx })
    .batchSize(BATCH);
  for await (const entry of all) addEntry(lines, entry);
  return lines;
}

/** A sum of nothing that nothing was booked in is taken away. */
async function write(differences: readonly Difference[], counted: Counted, tx: Tx): Promise<void> {
  const writes = [...new Set(differences.map(({ _id }) => _id))].map((_id) => {
    const right = counted.get(_id);
    return right
      ? { replaceOne: { filter: { _id }, replacement: right, upsert: true } }
      : { deleteOne: { filter: { _id } } };
  });
  if (writes.length > 0) await (await standings()).bulkWrite(writes, { session: tx });
}

/** What really differed, once the owner’s entries and sums have been read as of one moment. */
const repair = (by: By, ownerId: string): Promise<Difference[]> =>
  inTransaction(async (tx) => {
    const lines = by === 'group' ? await linesOfGroup(ownerId, tx) : (await linesOfPerson(ownerId, tx)).lines;
    const counted = countInto(new Map(), lines, by);
    const differences = differencesOf(await keptOf(by, ownerId, tx), counted);
    await write(differences, counted, tx);
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

/** `most`: how many differences are answered one by one. */
export async function recount(most: number): Promise<Recounted> {
  const recounted: Recounted = { differences: [], found: 0, entries: 0 };
  const settle = async (by: By, ownerId: string, counted: Counted): Promise<void> => {
    if (differencesOf(await keptOf(by, ownerId), counted).length === 0) return;
    const found = await repair(by, ownerId);
    recounted.found += found.length;
    recounted.differences.push(...found.slice(0, most - recounted.differences.length));
  };
  const ofGroups: Counted = new Map();
  for await (const id of eachOwner()) {
    const { lines, read } = await linesOfPerson(id);
    recounted.entries += read;
    await settle('representative', id, countInto(new Map(), lines, 'representative'));
    countInto(ofGroups, lines, 'group');
  }
  const byGroup = new Map<string, Counted>((await groupOwners()).map((id) => [id, new Map()]));
  for (const [_id, sum] of ofGroups) {
    byGroup.set(sum.ownerId, (byGroup.get(sum.ownerId) ?? (new Map() as Counted)).set(_id, sum));
  }
  for (const [id, counted] of byGroup) await settle('group', id, counted);
  return recounted;
}
