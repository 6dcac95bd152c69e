/** rollups: one small document a Shanghai day, kept in the transaction of whatever changes its figures. */
import { addFigures, figuresChange, noFigures, type Figures } from '../../domain/rollup';
import { collection, type Tx } from './database';

interface RollupDoc extends Figures {
  /** 'YYYY-MM-DD' */
  _id: string;
}

const rollups = collection<RollupDoc>('rollups', []);

/** Moves one day's figures by `after − before`. */
export async function move(day: string, before: Figures | null, after: Figures | null, tx: Tx): Promise<void> {
  const change = figuresChange(before, after);
  if (Object.keys(change).length === 0) return;
  await (await rollups()).updateOne({ _id: day }, { $inc: change }, { upsert: true, session: tx });
}

/** The sum over the days from ≤ day ≤ to; either may be open. */
export async function sum(from: string | undefined, to: string | undefined): Promise<Figures> {
  const span = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lte: to }) };
  const days = (await rollups()).find(Object.keys(span).length > 0 ? { _id: span } : {});
  let total = noFigures();
  // A day that has only posts has no status figures yet: noFigures fills what is missing.
  for await (const day of days) {
    const none = noFigures();
    total = addFigures(total, {
      ...none,
      ...day,
      status: { ...none.status, ...day.status },
      satisfaction: { ...none.satisfaction, ...day.satisfaction },
    });
  }
  return total;
}
