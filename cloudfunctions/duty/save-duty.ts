import * as contract from '../../contract/duty';
import { mayCall } from '../../domain/duty-rights';
import { DomainError } from '../../domain/errors';
import { DAY_MS } from '../../domain/time';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as groups from '../store/groups';
import { callTogether } from './call-together';
import { changeDuty } from './change-duty';
import type { Saved } from './duty-input';
import { viewDuty } from './view-duty';

const MOST_DAYS = 15;

/** Calls together, or changes what has been called. */
export const saveDuty = useCase(contract.save, async (saved, context) => {
  const { caller, host } = context;
  const { id, groupId, title, place } = saved;
  if (!mayCall(caller, groupId)) {
    throw new DomainError('FORBIDDEN', { message: '组长、联络员召集本组的活动，全镇的活动由主席团召集' });
  }
  checkTimes(saved);
  if (groupId !== undefined && !(await groups.namesById()).has(groupId)) {
    throw new DomainError('INVALID_INPUT', { details: { groupId: '没有这个代表小组，请重新选择' } });
  }
  await checkText(host, title, place);
  const dutyId = id === undefined ? await callTogether(saved, context) : await changeDuty(id, saved, context);
  return viewDuty(dutyId, context);
});

function checkTimes({ from, until }: Saved): void {
  const days = (Date.parse(until) - Date.parse(from)) / DAY_MS;
  const reason = days <= 0 ? '结束时间应在开始时间之后' : days > MOST_DAYS ? `一次活动最多 ${MOST_DAYS} 天` : null;
  if (reason !== null) throw new DomainError('INVALID_INPUT', { details: { until: reason } });
}
