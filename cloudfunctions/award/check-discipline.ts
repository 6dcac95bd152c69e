import * as contract from '../../contract/award';
import { DomainError } from '../../domain/errors';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';
import { moveAward, signatureOf } from './move-award';
import { standOf } from './stand-of';
import { viewAward } from './view-award';

/** 纪律核查: what the office found; recorded anew it waits for its second person again. */
export const checkDiscipline = useCase(
  contract.check,
  async ({ id, rev, representativeId, clear, reason }, context) => {
    const { caller, now, host } = context;
    await checkText(host, reason);
    const award = await awards.get(id);
    const candidate = award.candidates.find((one) => one.representativeId === representativeId);
    if (!candidate) throw new DomainError('NOT_FOUND', { message: '这位代表不在候选人名单中' });
    const others = award.checks.filter((one) => one.representativeId !== representativeId);
    const checks = [...others, { representativeId, clear, reason, by: signatureOf('check', caller, now) }];
    const moved = await moveAward({
      ...{ move: 'check', award, caller, now, rev, note: `${candidate.name}：${clear ? '通过' : '不通过'}` },
      change: async (tx) => ({ checks, ...(await standOf({ ...award, checks }, tx)) }),
    });
    return viewAward(moved, context);
  },
);
