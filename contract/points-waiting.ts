/** points: how much waits for somebody, for the doors to it. */
import { z } from 'zod';
import { action } from './action';
import { Empty } from './shapes';

/** Counted to 99. What the caller may do now: not what waits for others, nor whose day has not come. */
export const getWaiting = action({
  access: ['representative', 'liaison', 'presidium', 'admin'],
  input: Empty,
  output: z.object({
    /** Deductions of one's own, while they lie open to be explained. */
    toExplain: z.number(),
    /** Proposals to be confirmed as the second person. */
    toConfirm: z.number(),
    /** Appeals to be answered or decided. */
    appeals: z.number(),
    /** 不在岗时段 to be confirmed. */
    absences: z.number(),
  }),
});
