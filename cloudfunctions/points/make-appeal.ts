import * as contract from '../../contract/points-appeals';
import { mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { ANSWER_WORKING_DAYS, checkAppeal } from '../../domain/points-appeal';
import { chineseDate } from '../../domain/time';
import { addWorkingDays } from '../../domain/working-days';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { workingDays } from '../kit/working-days';
import { inTransaction } from '../store/database';
import * as media from '../store/media';
import * as notices from '../store/notices';
import * as pointsAppeals from '../store/points-appeals';
import * as pointsEntries from '../store/points-entries';
import * as pointsRules from '../store/points-rules';
import * as settings from '../store/settings';
import { viewAppeal } from './view-appeal';

/** 申诉 against one's own entry: to 人大办, with photos as evidence. */
export const makeAppeal = useCase(contract.appeal, async ({ entryId, reason, photos = [] }, context) => {
  const { caller, now, newId, host } = context;
  const entry = await pointsEntries.get(entryId);
  checkAppeal(entry, caller, now);
  await checkText(host, reason);
  await media.checkPhotos(photos, caller.accountId);
  const { representativeId, groupId, rule, ruleVersion } = entry;
  const answerBy = addWorkingDays(now, ANSWER_WORKING_DAYS, workingDays(await settings.get()));
  const made: pointsAppeals.PointsAppealDoc = {
    ...{ _id: newId(), entryId, representativeId, groupId, reason, photos, at: now, answerBy },
    status: 'open',
    rev: 1,
  };
  const { name } = (await pointsRules.versionsBy([rule]))(rule, ruleVersion);
  const text = `${caller.name}对“${name}”的积分提出申诉，请在${chineseDate(answerBy)}前答复`;
  await inTransaction(async (tx) => {
    await pointsAppeals.insert(made, tx);
    await media.markUsed(photos, tx);
    await notices.tell([mailbox.presidium()], { about: about('appeal', made._id), text }, now, tx);
  });
  return viewAppeal(made, context);
});
