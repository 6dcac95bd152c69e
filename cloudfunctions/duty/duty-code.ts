import { createHmac } from 'node:crypto';
import { acceptedSteps, codeOf, codeStep } from '../../domain/duty-code';
import type { Host } from '../host/host';
import type { DutyDoc } from '../store/duties';

type Keyed = Pick<Host, 'contactKey'>;
type Duty = Pick<DutyDoc, '_id' | 'secret'>;

/** Neither the database nor the key alone says the code. */
function codeAt({ contactKey }: Keyed, { _id, secret }: Duty, step: number): string {
  const key = createHmac('sha256', contactKey).update('duty sign-in').digest();
  return codeOf(createHmac('sha256', key).update(`${_id}|${secret}|${step}`).digest());
}

export function codeNow(host: Keyed, duty: Duty, now: Date): { code: string; endsAt: Date } {
  const { step, endsAt } = codeStep(now);
  return { code: codeAt(host, duty, step), endsAt };
}

export const isCodeOf = (host: Keyed, duty: Duty, code: string, now: Date): boolean =>
  acceptedSteps(now).some((step) => codeAt(host, duty, step) === code);
