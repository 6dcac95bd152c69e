/** clock: what happens by itself. One idempotent run; the scheduled one and this action do the same work. */
import { z } from 'zod';
import { action } from './action';
import { Time } from './shapes';

export const run = action({
  access: ['admin'],
  audited: true,
  input: z.object({ now: Time }),
  output: z.object({ ran: z.array(z.string()), changed: z.number() }),
});
