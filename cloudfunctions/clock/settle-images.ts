import { ANSWER_WITHIN_MS } from '../../domain/image-check';
import { addDays } from '../../domain/time';
import type { Host } from '../host/host';
import { newId } from '../kit/new-id';
import * as imageAnswers from '../store/image-answers';
import * as imageChecks from '../store/image-checks';
import { workOff } from './work-off';

const KEPT_DAYS = 1;

/**
 * Photos that a check has not answered for half an hour, or that were never asked about because the process died, are
 * for a person to look at; an answer that was kept and not followed is followed now.
 */
export async function settleImages(now: Date, host: Host): Promise<number> {
  await imageChecks.forgetLate(addDays(now, -KEPT_DAYS));
  return workOff({
    job: 'settleImages',
    host,
    due: (except, limit) => imageChecks.listSilent(new Date(now.getTime() - ANSWER_WITHIN_MS), except, limit),
    one: async (id) => {
      const check = await imageChecks.find(id);
      if (!check) return false;
      const kept = check.waits === undefined ? null : await imageChecks.findLate(check.waits);
      return imageAnswers.settle(check, kept ?? { answer: 'none' }, { now, by: 'system', newId });
    },
  });
}
