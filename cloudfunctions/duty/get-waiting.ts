import * as contract from '../../contract/duty';
import { hasRole, type Caller } from '../../domain/caller';
import { allowedDutyActions, mayAgreeLeave } from '../../domain/duty-rights';
import { MOST_COUNTED } from '../../domain/most-counted';
import { useCase } from '../kit/use-case';
import * as attendances from '../store/attendances';
import * as duties from '../store/duties';
import { factsOf, leaveWaits } from './duty-facts';

/** What the caller has to answer and to settle. */
export const getWaiting = useCase(contract.getWaiting, async (_input, { caller, now }) => {
  const [leaves, toSettle] = await Promise.all([countLeaves(caller, now), countUnsettled(caller, now)]);
  return { leaves: Math.min(MOST_COUNTED, leaves), toSettle };
});

async function countUnsettled(caller: Caller, now: Date): Promise<number> {
  if (hasRole(caller, 'presidium')) return duties.countWaiting(undefined, now, MOST_COUNTED);
  const { groupId } = caller;
  return hasRole(caller, 'liaison') && groupId !== undefined ? duties.countWaiting(groupId, now, MOST_COUNTED) : 0;
}

async function countLeaves(caller: Caller, now: Date): Promise<number> {
  if (!hasRole(caller, 'presidium', 'liaison')) return 0;
  const asked = (await attendances.listLeaves()).filter((one) => leaveWaits(one) && mayAgreeLeave(one, caller));
  const held = await duties.listByIds([...new Set(asked.map(({ dutyId }) => dutyId))]);
  return asked.filter(({ dutyId }) => {
    const duty = held.get(dutyId);
    return duty !== undefined && allowedDutyActions(factsOf(duty), null, caller, now).includes('agreeLeave');
  }).length;
}
