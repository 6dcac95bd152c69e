import { randomBytes } from 'node:crypto';
import { remindAt } from '../../domain/duty';
import { DomainError } from '../../domain/errors';
import { defined } from '../kit/defined';
import type { Context } from '../kit/use-case';
import { attendanceOf, insertMany } from '../store/attendances';
import { inTransaction } from '../store/database';
import * as duties from '../store/duties';
import { calledOf, calledPeople } from './called-people';
import { dutyEvent, keeperName } from './duty-facts';
import { factsOfSaved, type Saved } from './duty-input';
import { filedUnder } from '../store/campaigns';

/** A new duty with everybody who is expected; answers its id, and the same id for the same clientToken. */
export async function callTogether(saved: Saved, { caller, now, newId }: Context): Promise<string> {
  const { clientToken, expected, groupId } = saved;
  if (clientToken === undefined) {
    throw new DomainError('INVALID_INPUT', { details: { clientToken: '缺少提交标识' } });
  }
  const token = `${caller.accountId}|${clientToken}`;
  const facts = factsOfSaved(saved);
  const people = await calledPeople(expected, groupId, caller);
  const _id = newId();
  const secret = randomBytes(16).toString('base64url');
  return inTransaction(async (tx) => {
    const there = await duties.findByToken(token, tx);
    if (there) return there._id;
    const duty: duties.DutyDoc = {
      ...facts,
      ...{ _id, secret, token, round: 0, rev: 1, photos: [], status: 'planned' },
      ...defined({ groupId, campaignId: await filedUnder(saved.campaignId, facts.from, tx) }),
      called: calledOf(expected),
      organiser: { accountId: caller.accountId, who: keeperName(caller) },
      timeline: [dutyEvent('召集活动', caller, now)],
      remindAt: remindAt(facts),
    };
    await duties.insert([duty], tx);
    // Nobody is called to what is over; it is written down afterwards.
    const isOver = facts.until < now;
    await insertMany(
      people.map((one) => ({ ...attendanceOf(duty, one), ...(isOver ? {} : { toTell: 'called' as const }) })),
      tx,
    );
    return _id;
  });
}
