import * as contract from '../../contract/award';
import { checkAwardMove } from '../../domain/award-moves';
import { mailbox } from '../../domain/mailbox';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';
import { inTransaction } from '../store/database';
import * as groups from '../store/groups';
import { eventOf, tellOf } from './move-award';
import { planOf } from './plan-of';

/** 公布方案: everybody may read it, and the leaders of every group are told. */
export const publishPlan = useCase(contract.publish, async ({ name, year, ...asked }, { caller, now, newId, host }) => {
  checkAwardMove('publish', { id: '', status: null, candidateIds: [] }, caller);
  await checkText(host, name, ...asked.excluded.map(({ reason }) => reason));
  const award: awards.AwardDoc = {
    ...{ _id: newId(), name, year, status: 'plan', plan: await planOf(asked, now), publishedAt: now },
    ...{ candidates: [], flags: [], nominations: [], checks: [], votes: [], announced: [], winners: [] },
    ...{ round: 0, openObjections: 0, timeline: [eventOf('publish', caller, now)], rev: 1 },
  };
  const to = (await groups.listAll()).map(({ _id }) => mailbox.liaison(_id));
  await inTransaction(async (tx) => {
    await awards.insert(award, tx);
    await tellOf(award, { to, text: `${name}评选方案已公布，共 ${award.plan.seats} 个名额` }, now, tx);
  });
  return { id: award._id };
});
