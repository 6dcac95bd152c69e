import * as contract from '../../contract/award';
import { choiceProblem } from '../../domain/award';
import { wrongAwardState } from '../../domain/award-moves';
import { DomainError } from '../../domain/errors';
import { mailbox } from '../../domain/mailbox';
import { shanghaiDay, shanghaiMinute } from '../../domain/time';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';
import { standingOf } from './announcing';
import { asAward, moveAward, signatureOf } from './move-award';
import { standOf } from './stand-of';
import { viewAward } from './view-award';

/** 表彰决定: after 公示 and its objections, with the number of the minutes; from then on nothing of it changes. */
export const decideAward = useCase(contract.decide, async ({ id, rev, minuteNumber, day }, context) => {
  const { caller, now, host } = context;
  await checkText(host, minuteNumber);
  const award = await awards.get(id);
  if (award.status === 'notice') refuseEarly(award, now);
  if (day > shanghaiDay(now)) {
    throw new DomainError('INVALID_INPUT', { details: { day: '决定的日期不能晚于今天' } });
  }
  const people = standingOf(award.announced);
  const ids = people.map(({ representativeId }) => representativeId);
  const { who } = signatureOf('decide', caller, now);
  const decided = await moveAward({
    ...{ move: 'decide', award, caller, now, rev, note: minuteNumber },
    change: async (tx) => {
      const standing = await standOf(award, tx);
      const problem = choiceProblem(standing.candidates, award.plan.seats, ids);
      if (problem !== null) throw wrongAwardState(asAward(award), `${problem}。请先撤下，再作决定`);
      const winners = people.map(({ representativeId, name, groupId }) => ({ representativeId, name, groupId }));
      return { ...standing, winners, decision: { minuteNumber, day, at: now, who }, dueAt: null };
    },
    tell: ({ name }) => [
      { to: ids.map((one) => mailbox.representative(one)), text: `祝贺您被评为${name}（${minuteNumber}）` },
    ],
  });
  return viewAward(decided, context);
});

function refuseEarly(award: awards.AwardDoc, now: Date): void {
  if (award.openObjections > 0) {
    throw wrongAwardState(asAward(award), `还有 ${award.openObjections} 条异议没有答复，答复后才能决定`);
  }
  if (!award.noticeUntil) throw wrongAwardState(asAward(award), '公示名单已空，请退回重新审议');
  if (now <= award.noticeUntil) {
    throw wrongAwardState(asAward(award), `公示到${shanghaiMinute(award.noticeUntil)}结束，结束后才能决定`);
  }
}
