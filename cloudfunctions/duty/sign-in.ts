import * as contract from '../../contract/duty';
import { MOST_GUESSES, guessSpan } from '../../domain/duty-code';
import { checkDutyAction } from '../../domain/duty-rights';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as attendances from '../store/attendances';
import * as counters from '../store/counters';
import { inTransaction } from '../store/database';
import * as duties from '../store/duties';
import * as representatives from '../store/representatives';
import { isCodeOf } from './duty-code';
import { attendanceFacts, factsOf } from './duty-facts';
import { putDown } from './put-down';
import { viewDuty } from './view-duty';

/** 签到 with the code that the hall shows; whoever has signed in stays signed in. */
export const signIn = useCase(contract.signIn, async ({ id, code }, context) => {
  const { caller, now, host } = context;
  const { representativeId = '', accountId } = caller;
  const [duty, mine] = await Promise.all([duties.get(id), attendances.find(id, representativeId)]);
  if (mine?.status === 'present') return viewDuty(id, context);
  checkDutyAction('signIn', factsOf(duty), mine && attendanceFacts(mine), caller, now);
  // Counted before the code is looked at, so that guesses sent at once are all counted.
  const guesses = await counters.next(`dutyGuesses:${id}:${accountId}:${guessSpan(now)}`);
  if (guesses > MOST_GUESSES) {
    throw new DomainError('RATE_LIMITED', { message: '签到码输错的次数太多，请过 10 分钟再试，或请工作人员登记' });
  }
  if (!isCodeOf(host, duty, code, now)) {
    const reason = '签到码不对，或者已经换了新的，请看会场上现在的 6 位数字';
    throw new DomainError('INVALID_INPUT', { message: reason, details: { code: reason } });
  }
  const person = await representatives.get(representativeId);
  await inTransaction((tx) =>
    putDown(
      id,
      person,
      (known) =>
        known.status === 'present'
          ? {}
          : { status: 'present', by: 'code', signedAt: now, halfDays: duty.halfDays, marked: null },
      tx,
    ),
  );
  return viewDuty(id, context);
});
