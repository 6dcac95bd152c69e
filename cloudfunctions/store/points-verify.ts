/**
 * 核验: walks the chains and finds the first place where what is stored is not what was booked. Each chain is read as of
 * one moment, with what is kept of it, so that an entry booked meanwhile is no fault; memory holds one chain’s sums.
 * Who computes a whole chain anew with the heads that were frozen is found out by exports kept outside (decision 0020).
 */
import { catalogue } from '../../domain/points-catalogue';
import { deedKey, entryKey, pointsOf } from '../../domain/points';
import { shanghaiDay } from '../../domain/time';
import { rulePartLabels } from '../../domain/points-rules';
import { inTransaction, type Tx } from './database';
import { FIRST_HASH, hashOf } from './points-chain';
import { eachInChain, heads, standingId, type PointsEntryDoc, type PointsHeadDoc } from './points-entries';
import { eachOwner } from './points-owners';
import { pointsSnapshots, type PointsSnapshotDoc } from './points-periods';
import { keptOf } from './points-recount';
import { addEntry, countInto, differencesOf, type Counted, type Difference, type Lines } from './points-sums';

export interface Fault {
  seq: number;
  entryId?: string;
  what: string;
}

export interface VerifiedChain {
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

async function faultOfSums(
  representativeId: string,
  counted: Counted,
  seq: number,
  tx: Tx,
): Promise<Fault | undefined> {
  const [difference] = differencesOf(await keptOf('representative', representativeId, tx), counted);
  if (!difference) return undefined;
  const { what, kept, counted: sum } = readable(difference);
  return { seq, what: `${difference.period} 的${what}存为 ${kept}，按明细合计为 ${sum}` };
}

const isMonth = (period: string): boolean => /^\d{4}-\d{2}$/.test(period);

/** Whether the frozen months still have the points that were frozen. */
function faultOfFrozen(frozen: readonly PointsSnapshotDoc[], counted: Counted, seq: number): Fault | undefined {
  for (const { period, ownerId, tenths } of frozen) {
    const sum = counted.get(standingId('representative', period, ownerId))?.tenths ?? 0;
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

async function walkChain(representativeId: string, tx: Tx): Promise<VerifiedChain> {
  const frozen = await (
    await pointsSnapshots()
  )
    .find({ ownerId: representativeId, by: 'representative' }, { hint: 'owner', session: tx })
    .toArray();
  const ends = frozen.flatMap(({ head }) => (head ? [[head.seq, head.hash] as const] : []));
  const walk: Walk = { end: { seq: 0, hash: FIRST_HASH }, lines: new Map(), keys: new Set(), frozen: new Map(ends) };
  for await (const entry of eachInChain(representativeId, undefined, tx)) {
    const fault = step(walk, entry);
    if (fault) return { checked: walk.end.seq, end: walk.end, fault };
  }
  const { end } = walk;
  const counted = countInto(new Map(), walk.lines, 'representative');
  const lost = Math.max(0, ...walk.frozen.keys()) > end.seq;
  const fault =
    faultAtEnd(end, await (await heads()).findOne({ _id: representativeId }, { session: tx })) ??
    (lost ? { seq: end.seq + 1, what: '封账时的明细比现在多，有明细被删除过' } : undefined) ??
    (await faultOfSums(representativeId, counted, end.seq, tx)) ??
    faultOfFrozen(frozen, counted, end.seq);
  return { checked: end.seq, end, ...(fault ? { fault } : {}) };
}

export const verifyChain = (representativeId: string): Promise<VerifiedChain> =>
  inTransaction((tx) => walkChain(representativeId, tx));

export interface VerifiedTown {
  checked: number;
  chains: number;
  fault?: Fault & { representativeId: string };
  /** The last that was read, where there are more. */
  last?: string;
}

/** Every chain in the order of ids, or so many of them after one. */
export async function verifyTown(after?: string, most = Infinity): Promise<VerifiedTown> {
  const verified: VerifiedTown = { checked: 0, chains: 0 };
  let last = '';
  for await (const representativeId of eachOwner(after)) {
    if (verified.chains === most) return { ...verified, last };
    const { checked, fault } = await verifyChain(representativeId);
    verified.checked += checked;
    verified.chains += 1;
    if (fault) return { ...verified, fault: { ...fault, representativeId } };
    last = representativeId;
  }
  return verified;
}
