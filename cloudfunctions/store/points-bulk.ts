/** Pays the deeds of a whole ledger at once, under the same keys and caps as payOnce, with a handful of queries. */
import { entryKey, pointsRules, withinCaps, type EarnedTenths, type PointsRuleCode } from '../../domain/points';
import { shanghaiDay, shanghaiMonth, shanghaiYear } from '../../domain/time';
import type { Tx } from './database';
import { entries, entryDoc, standings, standingsOf, type NewEntry, type PointsEntryDoc } from './points-entries';

const keyOf = (entry: NewEntry): string => entryKey(entry.rule, entry.representativeId, entry.ref);

async function withoutPaid(asked: readonly NewEntry[], tx: Tx): Promise<NewEntry[]> {
  const paid = await (
    await entries()
  )
    .find({ key: { $in: asked.map(keyOf) } }, { session: tx, projection: { key: 1 } })
    .toArray();
  const seen = new Set(paid.map(({ key }) => key));
  return asked.filter((entry) => {
    const key = keyOf(entry);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What each person has earned by each rule in each day, month and year, kept up while entries are added. */
class Earnings {
  private readonly sums = new Map<string, number>();

  add({ representativeId, rule, at }: Pick<PointsEntryDoc, 'representativeId' | 'rule' | 'at'>, tenths: number): void {
    for (const span of [shanghaiDay(at), shanghaiMonth(at), shanghaiYear(at)]) {
      const key = `${representativeId} ${rule} ${span}`;
      this.sums.set(key, (this.sums.get(key) ?? 0) + tenths);
    }
  }

  of({ representativeId, rule, at }: NewEntry): EarnedTenths {
    const sum = (span: string): number => this.sums.get(`${representativeId} ${rule} ${span}`) ?? 0;
    return { day: sum(shanghaiDay(at)), month: sum(shanghaiMonth(at)), year: sum(shanghaiYear(at)) };
  }
}

async function earnedSoFar(asked: readonly NewEntry[], tx: Tx): Promise<Earnings> {
  const earnings = new Earnings();
  const some = <Value>(pick: (entry: NewEntry) => Value): { $in: Value[] } => ({ $in: [...new Set(asked.map(pick))] });
  const found = (await entries()).find(
    {
      representativeId: some((entry) => entry.representativeId),
      rule: some((entry) => entry.rule),
      year: some((entry) => shanghaiYear(entry.at)),
    },
    { session: tx },
  );
  for await (const entry of found) earnings.add(entry, entry.deltaTenths);
  return earnings;
}

async function moveStandings(docs: readonly PointsEntryDoc[], tx: Tx): Promise<void> {
  const sums = new Map<string, { standing: ReturnType<typeof standingsOf>[number]; tenths: number }>();
  for (const doc of docs) {
    for (const standing of standingsOf(doc)) {
      sums.set(standing._id, { standing, tenths: (sums.get(standing._id)?.tenths ?? 0) + doc.deltaTenths });
    }
  }
  const writes = [...sums.values()].map(({ standing: { _id, ...standing }, tenths }) => ({
    updateOne: { filter: { _id }, update: { $inc: { tenths }, $setOnInsert: standing }, upsert: true },
  }));
  await (await standings()).bulkWrite(writes, { session: tx });
}

/** In the order of the deeds' dates, so that a cap is reached by the same deed whichever way the ledger is sorted. */
const byDate = (a: NewEntry, b: NewEntry): number =>
  a.at.getTime() - b.at.getTime() || (a.ref.label < b.ref.label ? -1 : Number(a.ref.label > b.ref.label));

/** Answers nothing new for what has been paid; see payOnce. */
export async function payManyOnce(asked: readonly NewEntry[], tx: Tx): Promise<void> {
  const due = (await withoutPaid(asked, tx)).sort(byDate);
  if (due.length === 0) return;
  const earnings = await earnedSoFar(due, tx);
  const docs = due.map((entry) => {
    const rule: PointsRuleCode = entry.rule;
    const tenths = withinCaps(pointsRules[rule], entry.tenths, earnings.of(entry));
    earnings.add(entry, tenths);
    return entryDoc(entry, keyOf(entry), tenths);
  });
  await (await entries()).insertMany(docs, { session: tx });
  await moveStandings(docs, tx);
}
