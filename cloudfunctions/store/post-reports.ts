/** postReports: 举报 of posts and comments, one from each account and thing. What becomes of them pauses who reports wrongly. */
import { collection, type Tx } from './database';
import * as strikes from './strikes';

interface ReportDoc {
  /** '<thing>:<accountId>' */
  _id: string;
  /** 'post:<id>' or 'comment:<id>' */
  thing: string;
  accountId: string;
  reason: string;
  at: Date;
  outcome: 'open' | 'upheld' | 'turnedDown';
}

export type Report = Omit<ReportDoc, '_id' | 'outcome'>;

const reports = collection<ReportDoc>('postReports', [{ key: { thing: 1, outcome: 1, at: 1 }, name: 'thing' }]);

const idOf = ({ thing, accountId }: Report): string => `${thing}:${accountId}`;

/** Whether this account has reported the thing before, whatever became of it. */
export async function isKnown(report: Report, tx: Tx): Promise<boolean> {
  return (await (await reports()).findOne({ _id: idOf(report) }, { session: tx })) !== null;
}

export async function insert(report: Report, tx: Tx): Promise<void> {
  await (await reports()).insertOne({ ...report, _id: idOf(report), outcome: 'open' }, { session: tx });
}

export async function isOpen(thing: string, tx: Tx): Promise<boolean> {
  return (await (await reports()).findOne({ thing, outcome: 'open' }, { session: tx })) !== null;
}

const strikeOf = ({ accountId, thing }: ReportDoc): strikes.Strike => ({ kind: 'report', accountId, thing });

/** The thing was hidden: who reported it was right, those too who were told otherwise before. */
export async function uphold(thing: string, tx: Tx): Promise<void> {
  const all = await reports();
  const right = { thing, outcome: { $in: ['open', 'turnedDown'] as ReportDoc['outcome'][] } };
  for (const report of await all.find(right, { session: tx }).toArray()) {
    if (report.outcome === 'turnedDown') await strikes.takeBack(strikeOf(report), tx);
    await all.updateOne({ _id: report._id }, { $set: { outcome: 'upheld' } }, { session: tx });
  }
}

/** 没有问题: each report that was still open counts against who made it. */
export async function turnDown(thing: string, at: Date, tx: Tx): Promise<void> {
  const all = await reports();
  for (const report of await all.find({ thing, outcome: 'open' }, { session: tx }).toArray()) {
    await all.updateOne({ _id: report._id }, { $set: { outcome: 'turnedDown' } }, { session: tx });
    await strikes.addOnce(strikeOf(report), at, tx);
  }
}

/** More of one thing say nothing new to who judges it. */
const MOST_SHOWN = 20;

/** The open reports of each of these things, the oldest first. */
export async function listOpen(things: readonly string[]): Promise<Map<string, Report[]>> {
  const all = await reports();
  const found = await Promise.all(
    things.map((thing) => all.find({ thing, outcome: 'open' }).sort({ at: 1 }).limit(MOST_SHOWN).toArray()),
  );
  return new Map(things.map((thing, index) => [thing, found[index] ?? []]));
}
