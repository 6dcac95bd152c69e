import type { z } from 'zod';
import type * as contract from '../../contract/duty';
import { dutyName } from '../../domain/duty';
import { shanghaiDay } from '../../domain/time';

export type Saved = z.output<typeof contract.save.input>;

/** What of the input stands in the duty itself. */
export function factsOfSaved({ kind, title, place, halfDays, from, until }: Saved) {
  const begins = new Date(from);
  return {
    ...{ kind, title, place, halfDays },
    from: begins,
    until: new Date(until),
    named: dutyName(shanghaiDay(begins), title),
  };
}
