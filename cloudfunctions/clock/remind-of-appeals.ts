import { mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { chineseDate, shanghaiDay } from '../../domain/time';
import type { Host } from '../host/host';
import { addressBook } from '../store/address-book';
import { inTransaction } from '../store/database';
import * as notices from '../store/notices';
import * as pointsAppeals from '../store/points-appeals';
import { workOff } from './work-off';

/** 申诉 that were to be answered and are not decided: the presidium hears of each once a day. */
export async function appealReminders(now: Date, host: Host): Promise<number> {
  const book = addressBook();
  const day = shanghaiDay(now);
  return workOff({
    job: 'appealReminders',
    host,
    due: (except, limit) => pointsAppeals.listToRemind(now, day, except, limit),
    one: (id) =>
      inTransaction(async (tx) => {
        const appeal = await pointsAppeals.takeReminder(id, day, tx);
        if (!appeal) return false;
        const since = chineseDate(appeal.answerBy);
        const text =
          appeal.status === 'open'
            ? `有一件积分申诉应在${since}前答复，还没有答复`
            : `有一件积分申诉已经答复，等主席团决定（期限${since}）`;
        await notices.remind([mailbox.presidium()], { about: about('appeal', id), text }, now, tx, book);
        return true;
      }),
  });
}
