/** deliveries: messages by the host's channel, at most one for each account and day. The unique _id makes it once. */
import { collection } from './database';
import { isDuplicateKey } from './duplicate-key';

interface DeliveryDoc {
  /** '<account>|<day>' */
  _id: string;
  at: Date;
  /** How much was waiting when it was written. */
  waiting: number;
  /** Whether the channel took it; missing while it is asked. */
  sent?: boolean;
}

const deliveries = collection<DeliveryDoc>('deliveries', []);

const idOf = (accountId: string, day: string): string => `${accountId}|${day}`;

/** False when this account was written to that day already. Before the message is sent: two runs send it once. */
export async function beginOnce(accountId: string, day: string, at: Date, waiting: number): Promise<boolean> {
  try {
    await (await deliveries()).insertOne({ _id: idOf(accountId, day), at, waiting });
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return false;
  }
}

export async function end(accountId: string, day: string, sent: boolean): Promise<void> {
  await (await deliveries()).updateOne({ _id: idOf(accountId, day) }, { $set: { sent } });
}
