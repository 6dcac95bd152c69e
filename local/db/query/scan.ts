/** Reads what a plan names, entry by entry, so that whoever has enough can stop. */
import type { LmdbSnapshot, Storage } from '../storage/storage';
import type { IndexScan, Plan } from './planner';

export interface Counters {
  keys: number;
  docs: number;
}

export interface Scanned {
  idKey: Buffer;
  /** The document, when the entry is the document itself. */
  bytes: Buffer | null;
}

interface ScanEntry extends Scanned {
  key: Buffer;
}

export function* scan(storage: Storage, plan: Plan, counters: Counters, at?: LmdbSnapshot): Generator<Scanned, void> {
  const scans = plan.kind === 'union' ? plan.scans : [plan];
  const repeats = plan.kind === 'union' || plan.index.multikey.size > 0;
  const seen = new Set<string>();
  for (const one of scans) {
    for (const entry of merged(storage, one, at)) {
      counters.keys++;
      if (repeats) {
        const id = entry.idKey.toString('latin1');
        if (seen.has(id)) continue;
        seen.add(id);
      }
      yield entry;
    }
  }
}

function* inOrder(
  storage: Storage,
  plan: IndexScan,
  group: IndexScan['groups'][number],
  at?: LmdbSnapshot,
): Generator<ScanEntry, void> {
  const isTable = plan.index.name === '_id_';
  const ranges = plan.reverse ? [...group.ranges].reverse() : group.ranges;
  for (const range of ranges) {
    for (const { key, value } of storage.range({ ...range, reverse: plan.reverse }, at)) {
      if (isTable) yield { key, idKey: key.subarray(plan.index.table.length), bytes: value };
      else yield { key, idKey: value, bytes: null };
    }
  }
}

/** Several groups, each in order, read as one: always the entry whose part behind the group's own prefix comes first. */
function* merged(storage: Storage, plan: IndexScan, at?: LmdbSnapshot): Generator<ScanEntry, void> {
  const [only] = plan.groups;
  if (only && plan.groups.length === 1) return yield* inOrder(storage, plan, only, at);
  const sources = plan.groups.map((group) => ({ skip: group.skip, entries: inOrder(storage, plan, group, at) }));
  const heads = sources.flatMap(({ skip, entries }) => {
    const first = entries.next();
    return first.done ? [] : [{ skip, entries, entry: first.value }];
  });
  try {
    while (heads.length) {
      const least = heads.reduce((a, b) => {
        const order = Buffer.compare(a.entry.key.subarray(a.skip), b.entry.key.subarray(b.skip));
        return (plan.reverse ? -order : order) <= 0 ? a : b;
      });
      yield least.entry;
      const next = least.entries.next();
      if (next.done) heads.splice(heads.indexOf(least), 1);
      else least.entry = next.value;
    }
  } finally {
    for (const { entries } of sources) entries.return();
  }
}
