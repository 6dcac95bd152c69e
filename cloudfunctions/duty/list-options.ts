import * as contract from '../../contract/duty';
import { keepsDuty } from '../../domain/duty-rights';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as attendances from '../store/attendances';
import * as campaigns from '../store/campaigns';
import * as duties from '../store/duties';

/** What the form for calling has to offer. */
export const listOptions = useCase(contract.options, async ({ day, id }, { caller }) => {
  const running = await campaigns.runningOn(day);
  return {
    campaigns: running.map(({ _id, name }) => ({ id: _id, name })),
    expected: id === undefined ? [] : await expectedAt(await duties.get(id)),
  };

  async function expectedAt(duty: duties.DutyDoc): Promise<string[]> {
    if (!keepsDuty(duty, caller)) throw new DomainError('FORBIDDEN');
    const all = await attendances.listByDuty(duty._id);
    return all.flatMap(({ representativeId, extra }) => (extra ? [] : [representativeId]));
  }
});
