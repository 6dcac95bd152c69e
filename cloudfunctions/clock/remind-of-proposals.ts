import { about } from '../../domain/notice';
import { shanghaiDay } from '../../domain/time';
import type { Host } from '../host/host';
import { addressBook } from '../store/address-book';
import { inTransaction } from '../store/database';
import * as notices from '../store/notices';
import { deskOf } from '../store/points-notices';
import * as pointsProposals from '../store/points-proposals';
import * as representatives from '../store/representatives';
import { workOff } from './work-off';

/** 待定记分: whoever has to decide is reminded once a day of what waits. */
export async function proposalReminders(now: Date, host: Host): Promise<number> {
  const day = shanghaiDay(now);
  const book = addressBook();
  return workOff({
    job: 'proposalReminders',
    host,
    due: (except, limit) => pointsProposals.listToRemind(now, day, except, limit),
    one: (id) =>
      inTransaction(async (tx) => {
        const proposal = await pointsProposals.takeReminder(id, day, tx);
        if (!proposal) return false;
        const person = await representatives.find(proposal.representativeId);
        const desk = deskOf(proposal, person?.position === 'leader');
        const text = `${person?.name ?? ''}的记分提议（${proposal.ref.label}）等您决定`;
        await notices.remind([desk], { about: about('proposal', id), text }, now, tx, book);
        return true;
      }),
  });
}
