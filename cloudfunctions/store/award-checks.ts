/** What stands against candidates in a year: entries of the rules that veto, 述职 that were held, what is still open. */
import type { Veto } from '../../domain/award';
import { startOfDay } from '../../domain/time';
import type { Tx } from './database';
import { attendances } from './duties';
import { entries, type PointsEntryDoc } from './points-entries';
import { pointsAppeals } from './points-appeals';
import { pointsProposals } from './points-proposals';

/** A year as a span of time, half-open. */
export function yearSpan(year: string): { $gte: Date; $lt: Date } {
  const [from, until] = [startOfDay(`${year}-01-01`), startOfDay(`${Number(year) + 1}-01-01`)];
  if (!from || !until) throw new Error(`${year} is no year`);
  return { $gte: from, $lt: until };
}

type Booked = Pick<PointsEntryDoc, 'representativeId' | 'rule' | 'deed' | 'kind' | 'seq' | 'reason'>;

/** Of each deed of the year the last entry, where that does not take it back. */
async function standing(ids: readonly string[], year: string, tx?: Tx): Promise<Booked[]> {
  const found = await (
    await entries()
  )
    .find(
      { representativeId: { $in: [...ids] }, rule: { $in: ['D7', 'D9', 'G4'] }, at: yearSpan(year) },
      { ...(tx ? { session: tx } : {}), hint: 'caps' },
    )
    .project<Booked>({ representativeId: 1, rule: 1, deed: 1, kind: 1, seq: 1, reason: 1 })
    .toArray();
  const last = new Map<string, Booked>();
  for (const entry of found) if ((last.get(entry.deed)?.seq ?? 0) < entry.seq) last.set(entry.deed, entry);
  return [...last.values()].filter(({ kind }) => kind !== 'reversal');
}

/** Who came to a 述职 whose attendance is settled. */
async function heard(ids: readonly string[], year: string, tx?: Tx): Promise<Set<string>> {
  const found = await (
    await attendances()
  )
    .find(
      {
        representativeId: { $in: [...ids] },
        at: yearSpan(year),
        kind: 'hearing',
        settled: true,
        status: 'present',
      },
      tx ? { session: tx } : {},
    )
    .project<{ representativeId: string }>({ representativeId: 1 })
    .toArray();
  return new Set(found.map(({ representativeId }) => representativeId));
}

/** 弄虚作假 (D7) and 未述职 (D9, or neither G4 nor a 述职 attended), by the day of the deed and not taken back. */
export async function vetoesOf(
  ids: readonly string[],
  { year, needsHearing }: { year: string; needsHearing: boolean },
  tx?: Tx,
): Promise<Veto[]> {
  const booked = await standing(ids, year, tx);
  const wereHeard = await heard(ids, year, tx);
  const has = (id: string, rule: string) =>
    booked.find((entry) => entry.representativeId === id && entry.rule === rule);
  return ids.flatMap((representativeId): Veto[] => {
    const fraud = has(representativeId, 'D7');
    const isSilent = !has(representativeId, 'G4') && !wereHeard.has(representativeId);
    const isUnheard = needsHearing && (has(representativeId, 'D9') !== undefined || isSilent);
    return [
      ...(fraud ? [{ representativeId, kind: 'fraud', reason: `当年弄虚作假：${fraud.reason}` } as const] : []),
      ...(isUnheard ? [{ representativeId, kind: 'noHearing', reason: `${year}年没有向选民述职的记录` } as const] : []),
    ];
  });
}

/** Appeals and proposals of these people that nobody has settled yet. */
export async function openMatters(
  ids: readonly string[],
  tx?: Tx,
): Promise<{ representativeId: string; text: string }[]> {
  const options = tx ? { session: tx } : {};
  const ofThese = { representativeId: { $in: [...ids] } };
  const [appeals, proposals] = [
    await (await pointsAppeals()).find({ ...ofThese, status: { $in: ['open', 'answered'] } }, options).toArray(),
    await (await pointsProposals()).find({ ...ofThese, status: { $in: ['open', 'explained'] } }, options).toArray(),
  ];
  const textsOf = (all: readonly { representativeId: string }[], what: string) =>
    ids.flatMap((representativeId) => {
      const count = all.filter((one) => one.representativeId === representativeId).length;
      return count === 0 ? [] : [{ representativeId, text: `有 ${count} 件${what}还没有办结` }];
    });
  return [...textsOf(appeals, '积分申诉'), ...textsOf(proposals, '加减分事项')];
}
