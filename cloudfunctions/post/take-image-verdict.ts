import type { Context } from '../kit/use-case';
import * as imageAnswers from '../store/image-answers';
import * as imageChecks from '../store/image-checks';

/** What the platform says later of a photo, under the name that it gave. Twice is as once, and too early is kept. */
export async function takeImageVerdict(
  waits: string,
  answer: imageChecks.KeptAnswer,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
): Promise<void> {
  const check = await imageChecks.keepLate(waits, answer, now);
  if (check) await imageAnswers.settle(check, answer, { now, by: 'system', newId });
}
