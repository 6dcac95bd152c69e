import * as contract from '../../contract/campaign';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as reads from '../store/campaign-reads';
import { seenCampaign } from './move-campaign';

/** “我已阅读”: once; a phone that was out of reach may say so again, whenever. */
export const confirmRead = useCase(contract.read, async ({ id }, { caller, now }) => {
  if (caller.representativeId === undefined) {
    throw new DomainError('FORBIDDEN', { message: '动员通知由代表本人确认阅读' });
  }
  const { status } = await seenCampaign(id, caller);
  const earlier = await reads.readAt(id, caller.representativeId);
  if (earlier) return { readAt: earlier.toISOString() };
  if (status !== 'running') throw new DomainError('WRONG_STATE', { message: '活动不在进行中，不用再确认' });
  return { readAt: (await reads.confirmOnce(id, caller.representativeId, now)).toISOString() };
});
