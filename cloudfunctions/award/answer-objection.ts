import * as contract from '../../contract/award';
import { mayAnswerObjection } from '../../domain/award-moves';
import { DomainError } from '../../domain/errors';
import { mailbox } from '../../domain/mailbox';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as awardObjections from '../store/award-objections';
import * as awards from '../store/awards';
import { moveAward, signatureOf, type Told } from './move-award';
import { takeOff } from './take-off';
import { viewAward } from './view-award';

/** 答复异议: upheld, the person is taken off with the reason; either way who objected is told. */
export const answerObjection = useCase(
  contract.answer,
  async ({ id, objectionId, upheld, moveUp = false, reason }, context) => {
    const { caller, now, host } = context;
    await checkText(host, reason);
    const award = await awards.get(id);
    const objection = await awardObjections.get(objectionId, id);
    const { representativeId } = objection;
    if (objection.answer) throw new DomainError('DUPLICATE', { message: '这条异议已经答复过' });
    if (!mayAnswerObjection(objection, caller)) {
      throw new DomainError('FORBIDDEN', { message: '异议是您提出的，请由另一位同志答复' });
    }
    const signature = signatureOf('answer', caller, now);
    const told: Told[] = [];
    const moved = await moveAward({
      ...{ move: 'answer', award, caller, now, note: upheld ? '异议成立' : '异议不成立' },
      change: async (tx) => {
        if (!(await awardObjections.answerIfOpen(objectionId, { upheld, reason, ...signature }, tx))) {
          throw new DomainError('DUPLICATE', { message: '这条异议刚刚由别人答复了' });
        }
        const openObjections = award.openObjections - 1;
        const isUp = award.announced.some((one) => one.representativeId === representativeId && !one.removed);
        if (!upheld || representativeId === undefined || !isUp) return { openObjections };
        const off = await takeOff(award, { representativeId, reason, who: signature.who, now, moveUp }, tx);
        told.splice(0, told.length, ...off.tell);
        return { ...off.change, openObjections };
      },
      tell: () => [
        {
          to: [mailbox.account(objection.accountId)],
          text: `您对${award.name}公示的异议已答复：${upheld ? '成立' : '不成立'}。${reason}`,
        },
        ...told,
      ],
    });
    return viewAward(moved, context);
  },
);
