import * as contract from '../../contract/campaign';
import { useCase } from '../kit/use-case';
import * as reads from '../store/campaign-reads';
import * as campaigns from '../store/campaigns';

/** Of the campaigns that run, those whose notice this representative has not read yet. */
export const getWaiting = useCase(contract.getWaiting, async (_input, { caller: { representativeId } }) => {
  if (representativeId === undefined) return { toRead: 0 };
  const open = (await campaigns.listOpen()).map(({ _id }) => _id);
  return { toRead: open.length - (await reads.readOf(representativeId, open)).size };
});
