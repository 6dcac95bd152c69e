import { DomainError } from '../../domain/errors';
import { addDays, endOfDay, shanghaiDay, startOfDay } from '../../domain/time';

/** Nothing is put off longer (practice T13). */
const MOST_PAUSE_DAYS = 90;

const refuse = (message: string): DomainError =>
  new DomainError('INVALID_INPUT', { message, details: { resumeOn: message } });

/** Throws INVALID_INPUT unless the day begins after today and at most 90 days ahead. */
export function checkResumeOn(resumeOn: Date, now: Date): void {
  if (resumeOn <= endOfDay(now)) throw refuse('恢复办理的日期要在今天以后');
  if (resumeOn > addDays(startOfDay(shanghaiDay(now)) ?? now, MOST_PAUSE_DAYS)) {
    throw refuse(`暂缓最多 ${MOST_PAUSE_DAYS} 天，请选近一些的日期`);
  }
}
