import { shanghaiYear } from '../../domain/time';
import * as counters from '../store/counters';
import * as settings from '../store/settings';
import * as wishes from '../store/wishes';

/** The next number of the year, CJ-2026-0160; those that an imported ledger already took are passed over. */
export async function nextCode(now: Date): Promise<string> {
  const { codePrefix } = await settings.get();
  const year = shanghaiYear(now);
  for (;;) {
    const serial = await counters.next(`wish:${year}`);
    const code = `${codePrefix}-${year}-${String(serial).padStart(4, '0')}`;
    if ((await wishes.findCodes([code])).size === 0) return code;
  }
}
