import { addDays, shanghaiDay } from '../../../../domain/time';

/** 暂缓 is for so many days at most (DESIGN.md section 4). */
const MOST_PAUSED_DAYS = 90;

/** The days on which a wish that is paused now may come back. */
export const resumeDays = (now: Date) => ({
  from: shanghaiDay(addDays(now, 1)),
  to: shanghaiDay(addDays(now, MOST_PAUSED_DAYS)),
});
