/**
 * 核验: walks the chains and finds the first place where what is stored is not what was booked. A chain that looks broken
 * is read once more as of one moment, so that an entry booked meanwhile is no fault; memory holds some chains’ sums.
 * Who computes a whole chain anew with the heads that were frozen is found out by exports kept outside (decision 0020).
 */
import { catalogue } from '../../domain/points-catalogue';
import { deedKey, entryKey, pointsOf } from '../../domain/points';
import { shanghaiDay } from '../../domain/time';
import { rulePartLabels } from '../../domain/points-rules';
import { inTransaction, type Tx } from './database';
import { FIRST_HASH, hashOf } from './points-chain';
import { eachInChain, heads, type PointsEntryDoc, type PointsHeadDoc, type StandingDoc } from './points-entries';
import { eachSpan, ownedBy, type Owners } from './points-owners';
import { pointsSnapshots, type PointsSnapshotDoc } from './points-periods';
import { keptOf } from './points-recount';
import { addEntry, differencesOf, sumsOf, type Difference, type Lines, type Sums } from './points-sums';

const BATCH = 2000;
/** Chains that are held at once. */
const SPAN = 40;

export interface Fault {
  seq: number;
  entryId?: string;
  what: string;
}

export interface VerifiedChain {
  representativeId: string;
  checked: number;
  /** Where the chain ends. */
  end: Pick<PointsHeadDoc, 'seq' | 'hash'>;
  fault?: Fault;
}

const partOf = new Map(catalogue.map(({ code, part }) => [code, part]));

/** What the hash does not cover follows from what it covers. */
function isConsistent(entry: PointsEntryDoc): boolean {
  const deed = deedKey(entry.rule, entry.representativeId, entry.ref);
  return (
    entry.deed === deed &&
    entry.key === entryKey(deed, entry.kind, entry.round) &&
    entry.part === partOf.get(entry.rule) &&
    entry.year === entry.month.slice(0, 4) &&
    entry.day === shanghaiDay(entry.at)
  );
}

/** What is wrong with this entry as the next of its chain. */
function faultOf(entry: PointsEntryDoc, before: VerifiedChain['end']): Fault | undefined {
  const { seq, _id: entryId } = entry;
  if (seq !== before.seq + 1) return { seq: before.seq + 1, what: `缺少第 ${before.seq + 1} 条，明细被删除过` };
  if (entry.prevHash !== before.hash) return { seq, entryId, what: '与上一条的校验码接不上，顺序或内容被改动过' };
  if (entry.hash !== hashOf(before.hash, entry)) return { seq, entryId, what: '内容与校验码不符，记分后被改动过' };
  if (!isConsistent(entry)) return { seq, entryId, what: '归类与事项不符，记分后被改动过' };
  return undefined;
}

/** Whether the chain ends where its head says. */
function faultAtEnd({ seq, hash }: VerifiedChain['end'], head: PointsHeadDoc | null): Fault | undefined {
  const said = head?.seq ?? 0;
  if (said > seq) return { seq: seq + 1, what: `应有 ${said} 条，现在只有 ${seq} 条，最后的明细被删除过` };
  if (said < seq) return { seq: said + 1, what: `链首停在第 ${said} 条，之后的明细不是正常记分` };
  return head && head.hash !== hash ? { seq, what: '链首校验码与最后一条不符' } : undefined;
}

const named = (field: Difference['field']): string => {
  if (field === 'tenths') return '总分';
  return field === 'deeds' ? '履职次数' : `“${rulePartLabels[field]}”得分`;
};

/** What a kept sum is called, in the unit that people read. */
export const readable = ({ field, kept, counted }: Difference): { what: string; kept: number; counted: number } => {
  const value = field === 'deeds' ? (sum: number) => sum : pointsOf;
  return { what: named(field), kept: value(kept), counted: value(counted) };
};

function faultOfSums(ownerId: string, kept: readonly StandingDoc[], counted: Sums, seq: number): Fault | undefined {
  const [difference] = differencesOf({ by: 'representative', ownerId }, kept, counted);
  if (!difference) return undefined;
  const { what, kept: sum, counted: right } = readable(difference);
  return { seq, what: `${difference.period} 的${what}存为 ${sum}，按明细合计为 ${right}` };
}

const isMonth = (period: string): boolean => /^\d{4}-\d{2}$/.test(period);

/** Whether the frozen months still have the points that were frozen. */
function faultOfFrozen(frozen: readonly PointsSnapshotDoc[], counted: Sums, seq: number): Fault | undefined {
  for (const { period, tenths } of frozen) {
    const sum = counted.get(period)?.tenths ?? 0;
    if (!isMonth(period) || sum === tenths) continue;
    return { seq, what: `${period} 封账时为 ${pointsOf(tenths)} 分，按明细合计为 ${pointsOf(sum)} 分` };
  }
  return undefined;
}

interface Walk {
  end: VerifiedChain['end'];
  lines: Lines;
  keys: Set<string>;
  /** By the place of the entry: what was frozen as the end of the chain. */
  frozen: Map<number, string>;
}

function step(walk: Walk, entry: PointsEntryDoc): Fault | undefined {
  const { seq, _id: entryId, hash, key } = entry;
  const fault = faultOf(entry, walk.end);
  if (fault) return fault;
  if (walk.keys.has(key)) return { seq, entryId, what: '同一件事记了两次' };
  if ((walk.frozen.get(seq) ?? hash) !== hash) return { seq, entryId, what: '与封账时留存的校验码不符' };
  walk.end = { seq, hash };
  walk.keys.add(key);
  addEntry(walk.lines, entry);
  return undefined;
}

/** What is kept beside the entries of these persons, by person. */
interface Beside {
  heads: Map<string, PointsHeadDoc>;
  frozen: Map<string, PointsSnapshotDoc[]>;
  kept: Map<string, StandingDoc[]>;
}

async function readBeside(owners: Owners, tx?: Tx): Promise<Beside> {
  const within = tx ? { session: tx } : {};
  const ends = await (await heads()).find({ _id: ownedBy(owners) }, within).toArray();
  const frozen = new Map<string, PointsSnapshotDoc[]>();
  const snapshots = (await pointsSnapshots())
    .find({ ownerId: ownedBy(owners), by: 'representative' }, { hint: 'owner', ...within })
    .batchSize(BATCH);
  for await (const snapshot of snapshots) {
    const own = frozen.get(snapshot.ownerId);
    if (own) own.push(snapshot);
    else frozen.set(snapshot.ownerId, [snapshot]);
  }
  return {
    heads: new Map(ends.map((end) => [end._id, end])),
    frozen,
    kept: await keptOf('representative', owners, tx),
  };
}

const begin = (frozen: readonly PointsSnapshotDoc[]): Walk => ({
  end: { seq: 0, hash: FIRST_HASH },
  lines: new Map(),
  keys: new Set(),
  frozen: new Map(frozen.flatMap(({ head }) => (head ? [[head.seq, head.hash] as const] : []))),
});

/** What is wrong once all its entries have been read. */
function faultOfWhole({ end, lines, frozen: ends }: Walk, id: string, beside: Beside): Fault | undefined {
  const counted = sumsOf(lines);
  const isShorter = Math.max(0, ...ends.keys()) > end.seq;
  return (
    faultAtEnd(end, beside.heads.get(id) ?? null) ??
    (isShorter ? { seq: end.seq + 1, what: '封账时的明细比现在多，有明细被删除过' } : undefined) ??
    faultOfSums(id, beside.kept.get(id) ?? [], counted, end.seq) ??
    faultOfFrozen(beside.frozen.get(id) ?? [], counted, end.seq)
  );
}

/** Each of these persons in the order of ids, those too of whom there is something beside and no entry. */
async function* walk(owners: Owners, tx?: Tx): AsyncGenerator<VerifiedChain> {
  const beside = await readBeside(owners, tx);
  const left = new Set([...beside.heads.keys(), ...beside.frozen.keys(), ...beside.kept.keys()]);
  const finish = (id: string, own: Walk, fault = faultOfWhole(own, id, beside)): VerifiedChain => {
    left.delete(id);
    return { representativeId: id, checked: own.end.seq, end: own.end, ...(fault ? { fault } : {}) };
  };
  let current: { id: string; own: Walk; fault?: Fault | undefined } | undefined;
  for await (const entry of eachInChain(ownedBy(owners), undefined, tx)) {
    const { representativeId: id } = entry;
    if (current?.id !== id) {
      if (current) yield finish(current.id, current.own, current.fault);
      current = { id, own: begin(beside.frozen.get(id) ?? []) };
    }
    current.fault ??= step(current.own, entry);
  }
  if (current) yield finish(current.id, current.own, current.fault);
  for (const id of [...left].sort()) yield finish(id, begin(beside.frozen.get(id) ?? []));
}

/** One chain, read as of one moment with what is kept of it. */
export const verifyChain = (representativeId: string): Promise<VerifiedChain> =>
  inTransaction(async (tx) => {
    for await (const verified of walk(representativeId, tx)) return verified;
    return { representativeId, checked: 0, end: { seq: 0, hash: FIRST_HASH } };
  });

export interface VerifiedTown {
  checked: number;
  chains: number;
  fault?: Fault & { representativeId: string };
  /** The last that was read, where there are more. */
  last?: string;
}

/** Every chain in the order of ids, or some `most` of them after one. */
export async function verifyTown(after?: string, most = Infinity): Promise<VerifiedTown> {
  const verified: VerifiedTown = { checked: 0, chains: 0 };
  for await (const span of eachSpan(Math.min(SPAN, most), after)) {
    for await (const chain of walk(span)) {
      const { representativeId } = chain;
      // An entry booked while the span was read looks like a fault.
      const { checked, fault } = chain.fault ? await verifyChain(representativeId) : chain;
      verified.checked += checked;
      verified.chains += 1;
      if (fault) return { ...verified, fault: { ...fault, representativeId } };
    }
    if (span.until !== undefined && verified.chains >= most) return { ...verified, last: span.until };
  }
  return verified;
}
