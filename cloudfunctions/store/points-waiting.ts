/** What of points waits for somebody: candidates only, of which the rules say whose they are; read no further than counted. */
import type { Absence } from '../../domain/absence';
import { waitingStatuses, type Proposal } from '../../domain/points-proposal';
import { absences, asAbsence } from './absences';
import { pointsAppeals, type PointsAppealDoc } from './points-appeals';
import { asProposal, pointsProposals } from './points-proposals';

/** More than are ever shown, because some are others'. */
const MOST_READ = 200;

/** A person's own that have not come due. */
export async function ownProposals(representativeId: string, now: Date): Promise<Proposal[]> {
  const found = await (
    await pointsProposals()
  )
    .find({ representativeId, settleFrom: { $gt: now } }, { hint: 'representative' })
    .limit(MOST_READ)
    .toArray();
  return found.map(asProposal);
}

/** Those that may be decided now, of a group or of the town. */
export async function dueProposals(groupId: string | undefined, now: Date): Promise<Proposal[]> {
  const due = { status: { $in: [...waitingStatuses] }, settleFrom: { $lte: now } };
  const all = await pointsProposals();
  const found =
    groupId === undefined ? all.find(due, { hint: 'due' }) : all.find({ ...due, groupId }, { hint: 'group' });
  return (await found.limit(MOST_READ).toArray()).map(asProposal);
}

export async function waitingAppeals(): Promise<PointsAppealDoc[]> {
  return (await pointsAppeals())
    .find({ status: { $in: ['open', 'answered'] } }, { hint: 'status' })
    .limit(MOST_READ)
    .toArray();
}

export async function proposedAbsences(groupId: string | undefined): Promise<Absence[]> {
  const found = (await absences()).find(
    { status: 'proposed', ...(groupId === undefined ? {} : { groupId }) },
    { hint: 'waiting' },
  );
  return (await found.limit(MOST_READ).toArray()).map(asAbsence);
}
