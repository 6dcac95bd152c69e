/** Finds documents: plans, reads, checks the filter, sorts, skips and limits; lazily wherever the index allows it. */
import { evaluate } from '../aggregate/expressions';
import type { Engine } from '../engine';
import { encodeValue } from '../key-encoding';
import type { Collection } from '../storage/catalog';
import type { LmdbSnapshot } from '../storage/storage';
import { type Change, nameOf, type Transaction } from '../storage/transactions';
import { decodePlain, type Doc } from '../values';
import type { Filter } from './filter';
import { compileFilter } from './match';
import { type Plan, plan, type SortField } from './planner';
import { scan, type Scanned } from './scan';
import { sortBy } from './sort';

export interface Selection {
  collection: Collection;
  filter: Filter;
  sort: readonly SortField[];
  skip: number;
  /** 0 for no limit. */
  limit: number;
  hint: unknown;
  transaction: Transaction | null;
  /** Reads as of this moment; without it, as of now, or as of the transaction's snapshot. */
  at?: LmdbSnapshot | undefined;
}

/** A document that was found; decoded when somebody asks for it. */
export class Found {
  readonly idKey: Buffer;
  readonly bytes: Buffer;
  #doc: Doc | null = null;

  constructor(idKey: Buffer, bytes: Buffer) {
    this.idKey = idKey;
    this.bytes = bytes;
  }

  get doc(): Doc {
    this.#doc ??= decodePlain(this.bytes);
    return this.#doc;
  }
}

export function planFor(engine: Engine, selection: Selection): Plan {
  const { collection, filter, sort, hint, skip, limit } = selection;
  const wanted = { filter, sort, hint, limit: limit && limit + skip };
  return plan(collection, wanted, (candidate, most) => {
    let keys = 0;
    for (const _ of scan(engine.storage, candidate, { keys: 0, docs: 0 }, readAt(selection))) if (++keys >= most) break;
    return keys;
  });
}

function readAt({ at, transaction }: Selection): LmdbSnapshot | undefined {
  return transaction ? transaction.snapshot : at;
}

export function* select(
  engine: Engine,
  selection: Selection,
  chosen = planFor(engine, selection),
): Generator<Found, void> {
  const { limit } = selection;
  const { found: inOrder, skip } = ordered(engine, selection, chosen);
  let skipped = 0;
  let given = 0;
  for (const found of inOrder) {
    if (skipped++ < skip) continue;
    yield found;
    if (++given === limit) return;
  }
}

/** What is found, in order, and how much of it is still to be skipped. */
function ordered(engine: Engine, selection: Selection, chosen: Plan): { found: Iterable<Found>; skip: number } {
  const { sort, transaction, collection, skip } = selection;
  const own = transaction ? ownChanges(transaction, collection, selection.filter) : [];
  const inOrder = !sort.length || (chosen.kind === 'index' && chosen.sorted);
  // Where the keys say everything, what is skipped is not read.
  const skippedKeys = !own.length && inOrder && chosen.kind === 'index' && chosen.exact ? skip : 0;
  const stored = matching(engine, selection, chosen, own.length > 0, skippedKeys);
  if (!own.length)
    return { found: inOrder ? stored : sortBy(stored, ({ doc }) => doc, sort), skip: skip - skippedKeys };
  const predicate = compileFilter(selection.filter, evaluate);
  const changed = own
    .flatMap(({ idKey, after }) => (after ? [new Found(idKey, after)] : []))
    .filter(({ doc }) => predicate(doc));
  const all = [...stored, ...changed];
  return { found: sort.length ? sortBy(all, ({ doc }) => doc, sort) : all, skip };
}

/** The only _id that a filter lets pass, where it names one. */
function pinnedId(filter: Filter): unknown {
  if (filter.kind === 'field') return filter.path === '_id' && filter.test.op === 'eq' ? filter.test.value : undefined;
  return filter.kind === 'and' ? filter.filters.map(pinnedId).find((id) => id !== undefined) : undefined;
}

/** Of a transaction that has written thousands, a document asked for by its _id is found without reading the others. */
function ownChanges({ changes }: Transaction, collection: Collection, filter: Filter): Change[] {
  const id = pinnedId(filter);
  if (typeof id === 'string') {
    const change = changes.get(nameOf(collection, encodeValue(id)));
    return change ? [change] : [];
  }
  return [...changes.values()].filter((change) => change.collection === collection);
}

function* matching(
  engine: Engine,
  selection: Selection,
  chosen: Plan,
  hasOwn: boolean,
  skippedKeys: number,
): Generator<Found, void> {
  const { collection, filter, transaction } = selection;
  const at = readAt(selection);
  const predicate = chosen.kind === 'index' && chosen.exact ? null : compileFilter(filter, evaluate);
  let passed = 0;
  for (const entry of scan(engine.storage, chosen, engine.examined, at)) {
    if (passed++ < skippedKeys) continue;
    if (hasOwn && transaction?.changes.has(nameOf(collection, entry.idKey))) continue;
    const found = fetch(engine, collection, entry, at);
    if (found && (!predicate || predicate(found.doc))) yield found;
  }
}

function fetch(
  engine: Engine,
  collection: Collection,
  { idKey, bytes }: Scanned,
  at: LmdbSnapshot | undefined,
): Found | null {
  const document = bytes ?? engine.storage.get(Buffer.concat([collection.table, idKey]), at);
  if (!document) return null;
  engine.examined.docs++;
  return new Found(idKey, document);
}

/** Counts without reading documents where the index keys say everything. */
export function count(engine: Engine, selection: Selection): number {
  const chosen = planFor(engine, selection);
  const { transaction, collection } = selection;
  const everything = selection.filter.kind === 'and' && !selection.filter.filters.length;
  const keysSuffice = chosen.kind === 'index' && (chosen.exact || everything);
  let counted = 0;
  const entries =
    keysSuffice && !(transaction && ownChanges(transaction, collection, selection.filter).length)
      ? skipAndLimit(scan(engine.storage, chosen, engine.examined, readAt(selection)), selection)
      : select(engine, { ...selection, sort: [] }, chosen);
  for (const _ of entries) counted++;
  return counted;
}

function* skipAndLimit<T>(items: Iterable<T>, { skip, limit }: Selection): Generator<T> {
  let at = 0;
  for (const item of items) {
    if (at++ < skip) continue;
    yield item;
    if (limit && at === skip + limit) return;
  }
}
