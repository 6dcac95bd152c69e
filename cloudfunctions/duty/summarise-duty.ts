import * as contract from '../../contract/duty';
import { checkDutyAction } from '../../domain/duty-rights';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { inTransaction } from '../store/database';
import * as duties from '../store/duties';
import { factsOf } from './duty-facts';
import { viewDuty } from './view-duty';

/** 活动小结. */
export const summariseDuty = useCase(contract.summarise, async ({ id, summary }, context) => {
  const { caller, now, host } = context;
  checkDutyAction('summarise', factsOf(await duties.get(id)), null, caller, now);
  await checkText(host, summary);
  await inTransaction((tx) => duties.changeRecord(id, { summary }, tx));
  return viewDuty(id, context);
});
