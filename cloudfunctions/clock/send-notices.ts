import { ownerOf } from '../../domain/mailbox';
import { waitingText } from '../../domain/notice';
import { HOUR_MS, shanghaiDay, startOfDay } from '../../domain/time';
import type { Host } from '../host/host';
import * as accounts from '../store/accounts';
import * as deliveries from '../store/deliveries';
import * as toSend from '../store/notices-to-send';

/** Nobody is woken by a message. */
const FROM_HOUR = 8;
const BATCH = 100;
const PAGE = 'pages/notices/index';

/**
 * The platform's own message to whoever has something unread today: one a day. Only what has come up since the last run
 * is looked at; what waits in an office that nobody holds has nobody to be sent to.
 */
export async function sendNotices(now: Date, host: Host): Promise<number> {
  const day = shanghaiDay(now);
  const morning = startOfDay(day);
  if (!morning || now.getTime() - morning.getTime() < FROM_HOUR * HOUR_MS) return 0;
  let sent = 0;
  for (let batch = await toSend.listToSend(BATCH); batch.length > 0; batch = await toSend.listToSend(BATCH)) {
    for (const box of new Set(batch.map(({ mailbox }) => mailbox))) {
      const { kind, id } = ownerOf(box);
      if (kind === 'account' && (await sendOnce(id, { day, morning, now, box }, host))) sent += 1;
    }
    for (const notice of batch) await toSend.markSent(notice);
  }
  return sent;
}

interface Morning {
  day: string;
  morning: Date;
  now: Date;
  box: string;
}

async function sendOnce(accountId: string, { day, morning, now, box }: Morning, host: Host): Promise<boolean> {
  const openId = await accounts.findOpenId(accountId);
  if (openId === null) return false;
  const waiting = await toSend.countWaiting(box, morning);
  // The key comes first: a run that is cut off here says nothing, and never twice.
  if (waiting === 0 || !(await deliveries.beginOnce(accountId, day, now, waiting))) return false;
  await deliveries.end(accountId, day, await host.notify(openId, { text: waitingText(waiting), at: now, page: PAGE }));
  return true;
}
