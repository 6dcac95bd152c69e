import * as contract from '../../contract/award';
import { leftOutBy, type AwardPlan } from '../../domain/award';
import { checkAwardMove, mayNominate, signsByNominating, wrongAwardState } from '../../domain/award-moves';
import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { mailbox } from '../../domain/mailbox';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as awardRows from '../store/award-rows';
import * as awards from '../store/awards';
import * as representatives from '../store/representatives';
import { asAward, moveAward, signatureOf } from './move-award';
import { lastMoment } from './plan-of';
import { standOf } from './stand-of';
import { checkSummary, withSummary } from './summaries';
import { viewAward } from './view-award';

/** 小组推荐: one of the group, never oneself; it counts once a second person, 组长, stands behind it. */
export const nominateCandidate = useCase(contract.nominate, async (input, context) => {
  const { id, rev, representativeId, reason, summary } = input;
  const { caller, now, host } = context;
  const award = await awards.get(id);
  checkAwardMove('nominate', asAward(award), caller);
  const nominee = await nomineeOf(award, representativeId, caller);
  await checkText(host, reason);
  await checkSummary(host, summary, '再推荐');
  refuseLate(award, now);
  const proposed = signatureOf('nominate', caller, now);
  const isSigned = signsByNominating(caller);
  const nomination = { ...nominee, reason, proposed, ...(isSigned ? { signed: proposed } : {}) };
  const nominations = [...award.nominations, nomination];
  // 组长 who is nominated cannot sign it.
  const { position } = await representatives.get(representativeId);
  const signer = position === 'leader' ? mailbox.presidium() : mailbox.leader(nominee.groupId);
  const moved = await moveAward({
    ...{ move: 'nominate', award, caller, now, rev, note: nominee.name },
    change: async (tx) => {
      refuseMore(award, nominee);
      const written = { representativeId, text: summary, by: proposed };
      const summaries = summary === undefined ? {} : { summaries: withSummary(award, written) };
      return { nominations, ...summaries, ...(isSigned ? await standOf({ ...award, nominations }, tx) : {}) };
    },
    tell: () =>
      isSigned
        ? []
        : [
            {
              to: [signer],
              text: `${award.name}${position === 'leader' ? '小组' : '本组'}推荐${nominee.name}，请您签字`,
            },
          ],
  });
  return viewAward(moved, context);
});

export function refuseLate(award: awards.AwardDoc, now: Date): void {
  if (now > lastMoment(award.plan.nominateUntil)) throw wrongAwardState(asAward(award), '小组推荐的截止日已经过了');
}

interface Nominee {
  representativeId: string;
  name: string;
  groupId: string;
}

async function nomineeOf({ _id, plan }: awards.AwardDoc, id: string, caller: Caller): Promise<Nominee> {
  if (caller.representativeId === id) throw new DomainError('FORBIDDEN', { message: '不能推荐自己' });
  const row = (await awardRows.listByGroupOf(_id, id)).find(({ representativeId }) => representativeId === id);
  if (!row) throw new DomainError('INVALID_INPUT', { details: { representativeId: '这位代表不在参评名册上' } });
  if (!mayNominate(row, caller)) throw new DomainError('FORBIDDEN', { message: '只能推荐本小组的代表' });
  const leftOut = leftOutBy(plan, row);
  if (leftOut !== undefined) {
    throw new DomainError('INVALID_INPUT', { details: { representativeId: `${row.name}不参评：${leftOut}` } });
  }
  return { representativeId: id, name: row.name, groupId: row.groupId };
}

function refuseMore(
  { nominations, plan }: { nominations: awards.AwardNomination[]; plan: AwardPlan },
  nominee: Nominee,
) {
  const ofGroup = nominations.filter(({ groupId }) => groupId === nominee.groupId);
  if (ofGroup.some(({ representativeId }) => representativeId === nominee.representativeId)) {
    throw new DomainError('DUPLICATE', { message: `本组已经推荐过${nominee.name}` });
  }
  if (ofGroup.length >= plan.byNomination) {
    throw new DomainError('DUPLICATE', { message: `每组可以推荐 ${plan.byNomination} 名，名额已用完` });
  }
}
