/** strikes: what pauses an account (domain/abuse). One of a kind for each thing and account. */
import { STRIKES_COUNT_DAYS, type StrikeKind } from '../../domain/abuse';
import { addDays } from '../../domain/time';
import { collection, type Tx } from './database';

interface StrikeDoc {
  /** '<kind>|<thing>|<accountId>' */
  _id: string;
  accountId: string;
  kind: StrikeKind;
  thing: string;
  at: Date;
}

export type Strike = Omit<StrikeDoc, '_id' | 'at'>;

const strikes = collection<StrikeDoc>('strikes', [{ key: { accountId: 1, kind: 1, at: -1 }, name: 'account' }]);

const idOf = ({ kind, thing, accountId }: Strike): string => `${kind}|${thing}|${accountId}`;

export async function addOnce(strike: Strike, at: Date, tx: Tx): Promise<void> {
  const added = { $setOnInsert: { ...strike, at } };
  await (await strikes()).updateOne({ _id: idOf(strike) }, added, { upsert: true, session: tx });
}

export async function takeBack(strike: Strike, tx: Tx): Promise<void> {
  await (await strikes()).deleteOne({ _id: idOf(strike) }, { session: tx });
}

/** When the account got those that may still pause it. */
export async function timesOf(accountId: string, kind: StrikeKind, now: Date): Promise<Date[]> {
  const recent = { accountId, kind, at: { $gte: addDays(now, -STRIKES_COUNT_DAYS) } };
  return (await (await strikes()).find(recent, { projection: { at: 1 } }).toArray()).map(({ at }) => at);
}
