import { mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import type { Host } from '../host/host';
import * as awards from '../store/awards';
import { inTransaction } from '../store/database';
import * as notices from '../store/notices';
import { workOff } from './work-off';

/** 公示期满: tells the presidium once that the decision may be taken, or what still waits for an answer. */
export async function awardReminders(now: Date, host: Host): Promise<number> {
  return workOff({
    job: 'awardReminders',
    host,
    due: (except, limit) => awards.listDue(now, except, limit),
    one: (id) =>
      inTransaction(async (tx) => {
        const award = await awards.settleDue(id, now, tx);
        if (!award) return false;
        const { name, openObjections } = award;
        const next = openObjections > 0 ? `还有 ${openObjections} 条异议待答复` : '可以作出表彰决定';
        const notice = { about: about('award', id), text: `${name}公示期满，${next}` };
        await notices.remind([mailbox.presidium()], notice, now, tx);
        return true;
      }),
  });
}
