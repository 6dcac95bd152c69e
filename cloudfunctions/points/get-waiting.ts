import * as contract from '../../contract/points-waiting';
import { maySettleAbsence } from '../../domain/absence';
import { hasRole, seesTown, type Caller } from '../../domain/caller';
import { MOST_COUNTED } from '../../domain/most-counted';
import { mayAnswerAppeal, mayDecideAppeal } from '../../domain/points-appeal';
import { mayConfirm, mayExplain } from '../../domain/points-proposal';
import { useCase } from '../kit/use-case';
import * as waiting from '../store/points-waiting';
import { asAppeal, deciders } from './view-appeal';

const counted = (things: readonly unknown[]): number => Math.min(MOST_COUNTED, things.length);

/** What the caller may do now with proposals, appeals and 不在岗时段, of which lists of their own say more. */
export const getWaiting = useCase(contract.getWaiting, async (_input, { caller, now }) => {
  const { representativeId } = caller;
  const ledBy = ledGroup(caller);
  const [own, due, appeals, absences] = await Promise.all([
    representativeId === undefined ? [] : waiting.ownProposals(representativeId, now),
    ledBy === null ? [] : waiting.dueProposals(ledBy.groupId, now),
    appealsFor(caller),
    ledBy === null ? [] : waiting.proposedAbsences(ledBy.groupId),
  ]);
  return {
    toExplain: counted(own.filter((one) => mayExplain(one, caller, now))),
    toConfirm: counted(due.filter((one) => mayConfirm(one, caller, now))),
    appeals: counted(appeals),
    absences: counted(absences.filter((one) => maySettleAbsence(one, caller))),
  };
});

/** Whose things somebody decides: the town's (without a group), a group's, or nobody's. */
function ledGroup(caller: Caller): { groupId?: string } | null {
  if (seesTown(caller)) return {};
  const { groupId } = caller;
  return hasRole(caller, 'liaison') && groupId !== undefined ? { groupId } : null;
}

async function appealsFor(caller: Caller): Promise<unknown[]> {
  if (!seesTown(caller)) return [];
  const appeals = (await waiting.waitingAppeals()).map(asAppeal);
  const able = appeals.length > 0 ? await deciders() : [];
  return appeals.filter((one) => mayAnswerAppeal(one, caller) || mayDecideAppeal(one, caller, able));
}
