/** Whom something about a wish is told, as mailboxes, and the notice itself. */
import { mailbox, type Mailbox } from '../../domain/mailbox';
import { itemText, type DigestItem } from '../../domain/notice';
import type { Told } from '../../domain/wish-timers';
import type { WishDoc } from './wish-doc';

type Addressed = Pick<WishDoc, 'groupId' | 'submitterId' | 'claimer'>;

function mailboxOf(told: Told, { groupId, submitterId, claimer }: Addressed): Mailbox[] {
  switch (told) {
    case 'submitter':
      return submitterId === undefined ? [] : [mailbox.account(submitterId)];
    case 'claimer':
      return claimer ? [mailbox.representative(claimer.representativeId)] : [];
    case 'members':
      return [mailbox.members(groupId)];
    case 'liaison':
      return [mailbox.liaison(groupId)];
    case 'leader':
      return [mailbox.leader(groupId)];
    case 'presidium':
      return [mailbox.presidium()];
  }
}

export const toldOf = (wish: Addressed, told: readonly Told[]): Mailbox[] =>
  told.flatMap((one) => mailboxOf(one, wish));

export const noticeOf = ({ _id, code }: Pick<WishDoc, '_id' | 'code'>, text: string): DigestItem => ({
  wishId: _id,
  text: itemText(code, text),
});
