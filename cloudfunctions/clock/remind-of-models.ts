import { mailbox, type Mailbox } from '../../domain/mailbox';
import { dueReminder, isMissing, modelId, monthText, reminderText, SIGN_WITHIN_DAYS } from '../../domain/model';
import { addDays } from '../../domain/time';
import type { Host } from '../host/host';
import { addressBook } from '../store/address-book';
import { inTransaction } from '../store/database';
import * as groups from '../store/groups';
import * as models from '../store/models';
import * as notices from '../store/notices';
import { workOff } from './work-off';

interface Said {
  /** Of all that is said, this is said once. */
  key: string;
  modelId: string;
  to: readonly Mailbox[];
  text: string;
}

/** 月度典型代表: what the month's calendar has to say to each group's liaison and the presidium, and who waits for a leader. */
export async function modelReminders(now: Date, host: Host): Promise<number> {
  const book = addressBook();
  const toSay = new Map<string, Said>();
  return workOff({
    job: 'modelReminders',
    host,
    async due(except, limit) {
      const all = [...(await ofCalendar(now)), ...(await ofSigning(now))];
      const said = await models.remembered(all.map(({ key }) => key));
      const left = all.filter(({ key }) => !said.has(key) && !except.includes(key)).slice(0, limit);
      for (const one of left) toSay.set(one.key, one);
      return left.map(({ key }) => key);
    },
    one: (key) =>
      inTransaction(async (tx) => {
        const one = toSay.get(key);
        // The key is kept with what it says: of two runs at once one says it.
        if (!one || !(await models.rememberOnce(key, now, tx))) return false;
        await notices.remind(one.to, { modelId: one.modelId, text: one.text }, now, tx, book);
        return true;
      }),
  });
}

async function ofCalendar(now: Date): Promise<Said[]> {
  const due = dueReminder(now);
  if (!due) return [];
  const { month, reminder } = due;
  const all = await groups.listAll();
  const begun = await models.listByIds(all.map(({ _id }) => modelId(month, _id)));
  return all.flatMap(({ _id, name }) => {
    const id = modelId(month, _id);
    const status = begun.get(id)?.status ?? null;
    if (!isMissing(reminder, status)) return [];
    const to = reminder.tell === 'liaison' ? [mailbox.liaison(_id)] : [mailbox.presidium()];
    return [{ key: `${id}|${reminder.step}`, modelId: id, to, text: reminderText(reminder, month, name, status) }];
  });
}

/** Once each time that an article was handed in. */
async function ofSigning(now: Date): Promise<Said[]> {
  const handedIn = (await models.listSigning()).flatMap(({ submittedAt, ...model }) =>
    submittedAt && addDays(submittedAt, SIGN_WITHIN_DAYS) < now ? [{ ...model, submittedAt }] : [],
  );
  return handedIn.map(({ _id, month, groupId, representative = '', submittedAt }) => ({
    key: `${_id}|sign ${submittedAt.toISOString()}`,
    modelId: _id,
    to: [mailbox.leader(groupId)],
    text: `${monthText(month)}典型代表${representative}的信息稿件等您签字已超过 ${SIGN_WITHIN_DAYS} 天`,
  }));
}
