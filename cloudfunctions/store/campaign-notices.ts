/** What everybody of a campaign is told: the call to take part, and a reminder to those who have not read it. */
import { daysBetween } from '../../domain/campaign';
import { mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { addressBook, type AddressBook } from './address-book';
import * as reads from './campaign-reads';
import * as campaigns from './campaigns';
import type { CampaignDoc } from './campaigns';
import { inTransaction, type Tx } from './database';
import * as notices from './notices';
import type * as representatives from './representatives';

const callText = ({ name }: CampaignDoc): string => `主题实践活动“${name}”已启动，请阅读动员通知并确认`;
const reminderText = ({ name }: CampaignDoc): string => `请阅读“${name}”的动员通知，并点“我已阅读”`;

/** Tells the groups that have not been told, each in a transaction of its own: a town has thousands of members. */
export async function callGroups(id: string, now: Date): Promise<boolean> {
  const { toTell = [] } = await campaigns.get(id);
  const book = addressBook();
  let called = false;
  for (const groupId of toTell) {
    const told = await inTransaction(async (tx) => {
      const campaign = await campaigns.takeGroupToTell(id, groupId, tx);
      if (!campaign) return false;
      const notice = { about: about('campaign', id), text: callText(campaign) };
      await notices.tell([mailbox.members(groupId)], notice, now, tx, book);
      return true;
    });
    called ||= told;
  }
  return called;
}

/** A line of the day's digest for each of these who has not read the notice; answers how many. */
export async function remindUnread(
  campaign: CampaignDoc,
  members: readonly Pick<representatives.RepresentativeDoc, '_id'>[],
  now: Date,
  tx: Tx,
  book: AddressBook = addressBook(),
): Promise<number> {
  const ids = members.map(({ _id }) => _id);
  const done = await reads.readBy(campaign._id, ids, tx);
  const unread = ids.filter((id) => !done.has(id));
  const notice = { about: about('campaign', campaign._id), text: reminderText(campaign) };
  await notices.remind(unread.map(mailbox.representative), notice, now, tx, book);
  return unread.length;
}

/** The presidium is reminded of what is over and has no closing report. */
export async function remindOfReport(
  { _id, name, until }: CampaignDoc,
  today: string,
  now: Date,
  tx: Tx,
): Promise<void> {
  const days = daysBetween(until, today);
  const notice = { about: about('campaign', _id), text: `“${name}”已到期 ${days} 天，请发布总结并结束活动` };
  await notices.remind([mailbox.presidium()], notice, now, tx);
}
