import * as contract from '../../contract/points-appeals';
import { mailbox } from '../../domain/mailbox';
import { checkAnswer } from '../../domain/points-appeal';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as pointsAppeals from '../store/points-appeals';
import { moveAppeal, said } from './move-appeal';
import { asAppeal, viewAppeal } from './view-appeal';

/** 人大办's opinion: the presidium decides with it before them. */
export const answerAppeal = useCase(contract.answerAppeal, async ({ appealId, accept, reason }, context) => {
  const { caller, now, host } = context;
  const appeal = await pointsAppeals.get(appealId);
  checkAnswer(asAppeal(appeal), caller);
  await checkText(host, reason);
  const answered = await moveAppeal({
    appeal,
    now,
    set: { status: 'answered', answer: said({ accept, reason }, caller, now) },
    text: `您的积分申诉已答复（建议${accept ? '支持' : '不支持'}）：${reason}。等主席团决定`,
    others: [mailbox.presidium()],
  });
  return viewAppeal(answered, context);
});
