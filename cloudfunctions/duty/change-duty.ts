import { remindAt } from '../../domain/duty';
import { checkDutyAction } from '../../domain/duty-rights';
import type { Context } from '../kit/use-case';
import * as attendances from '../store/attendances';
import { inTransaction, type Tx } from '../store/database';
import * as duties from '../store/duties';
import type { DutyDoc } from '../store/duties';
import type { RepresentativeDoc } from '../store/representatives';
import { calledOf, calledPeople } from './called-people';
import { dutyEvent, factsOf, staleDuty } from './duty-facts';
import { factsOfSaved, type Saved } from './duty-input';
import { filedUnder } from '../store/campaigns';

/** Changes what has been called, while its attendance is not settled. */
export async function changeDuty(id: string, saved: Saved, { caller, now }: Context): Promise<string> {
  const duty = await duties.get(id);
  checkDutyAction('save', factsOf(duty), null, caller, now);
  if (saved.rev !== undefined && saved.rev !== duty.rev) throw staleDuty(duty);
  const facts = factsOfSaved(saved);
  const { expected, groupId } = saved;
  const people = await calledPeople(expected, groupId, caller);
  const campaignId = await filedUnder(saved.campaignId, facts.from);
  const moved = await inTransaction(async (tx) => {
    const after = await duties.moveIn(
      duty,
      {
        ...facts,
        groupId: groupId ?? null,
        campaignId: campaignId ?? null,
        called: calledOf(expected),
        remindAt: remindAt(facts),
      },
      dutyEvent('修改活动', caller, now),
      tx,
    );
    if (after) await followChange(duty, after, { people, now }, tx);
    return after;
  });
  if (!moved) throw staleDuty(await duties.get(id));
  return id;
}

/** Those who are called now, no more and no less; whoever has signed in or asked for leave stays. */
async function followChange(
  before: DutyDoc,
  after: DutyDoc,
  { people, now }: { people: readonly RepresentativeDoc[]; now: Date },
  tx: Tx,
): Promise<void> {
  const { _id, kind, title, from: at, until, halfDays } = after;
  const wanted = new Set(people.map((one) => one._id));
  const there = await attendances.listByDuty(_id, tx);
  const known = new Set(there.map(({ representativeId }) => representativeId));
  const gone = there.filter((one) => !wanted.has(one.representativeId) && one.leave === undefined);
  await attendances.removeExpected(
    gone.map((one) => one._id),
    tx,
  );
  const isOver = until < now;
  const hasMoved =
    before.place !== after.place ||
    before.from.getTime() !== at.getTime() ||
    before.until.getTime() !== until.getTime();
  await attendances.changeAll(
    _id,
    {
      ...{ kind, title, at, until },
      ...(halfDays === before.halfDays ? {} : { halfDays }),
      ...(hasMoved && now < at ? { toTell: 'changed' } : {}),
    },
    tx,
  );
  const added = people.filter((one) => !known.has(one._id));
  await attendances.insertMany(
    added.map((one) => ({
      ...attendances.attendanceOf(after, one),
      ...(isOver ? {} : { toTell: 'called' as const }),
    })),
    tx,
  );
}
