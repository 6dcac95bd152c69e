import { mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { shanghaiMinute } from '../../domain/time';
import type { Host } from '../host/host';
import { addressBook } from '../store/address-book';
import * as attendances from '../store/attendances';
import { inTransaction } from '../store/database';
import * as duties from '../store/duties';
import type { AttendanceDoc, DutyDoc } from '../store/duties';
import * as notices from '../store/notices';
import { workOff } from './work-off';

/** What somebody is told of a duty, as it now is. */
function textOf(toTell: NonNullable<AttendanceDoc['toTell']>, { title, from, place, cancelled }: DutyDoc): string {
  const when = `${shanghaiMinute(from)}，${place}`;
  switch (toTell) {
    case 'called':
      return `请您参加：${title}（${when}）。不能参加的，请在开始前请假`;
    case 'changed':
      return `${title}有变动，请看新的时间地点：${when}`;
    case 'cancelled':
      return `${title}（${when}）已取消${cancelled ? `：${cancelled.reason}` : ''}`;
  }
}

/** 履职活动: a whole town is called to a meeting in one step, and told of it one by one. */
export async function dutyCalls(now: Date, host: Host): Promise<number> {
  const book = addressBook();
  return workOff({
    job: 'dutyCalls',
    host,
    due: (except, limit) => attendances.listToTell(except, limit),
    one: (id) =>
      inTransaction(async (tx) => {
        const one = await attendances.takeToTell(id, tx);
        if (!one?.toTell) return false;
        const duty = await duties.get(one.dutyId, tx);
        const notice = { about: about('duty', duty._id), text: textOf(one.toTell, duty) };
        await notices.tell([mailbox.representative(one.representativeId)], notice, now, tx, book);
        return true;
      }),
  });
}

/** Three days after its end, once: whoever called it together is reminded that the attendance is not settled. */
export async function dutyReminders(now: Date, host: Host): Promise<number> {
  const book = addressBook();
  return workOff({
    job: 'dutyReminders',
    host,
    due: (except, limit) => duties.listToRemind(now, except, limit),
    one: (id) =>
      inTransaction(async (tx) => {
        const duty = await duties.takeReminder(id, now, tx);
        if (!duty) return false;
        const { organiser, groupId, title, until } = duty;
        const office = groupId === undefined ? mailbox.presidium() : mailbox.liaison(groupId);
        const text = `${title}（${shanghaiMinute(until)}结束）的考勤还没有确认`;
        const notice = { about: about('duty', id), text };
        await notices.remind([mailbox.account(organiser.accountId), office], notice, now, tx, book);
        return true;
      }),
  });
}
