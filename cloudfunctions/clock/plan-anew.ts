import { timersUnder } from '../../domain/wish-timers';
import type { Host } from '../host/host';
import { inTransaction } from '../store/database';
import * as settings from '../store/settings';
import * as wishClock from '../store/wish-clock';
import * as wishes from '../store/wishes';
import { workOff } from './work-off';

/** Wishes that were planned by older rules, or stored by a version of the product that did not plan. */
export async function planAnew(_now: Date, host: Host): Promise<number> {
  const rules = await settings.timers();
  return workOff({
    job: 'planAnew',
    host,
    due: (except, limit) => wishClock.listPlannedBefore(rules.version, except, limit),
    one: (id) =>
      inTransaction(async (tx) => {
        const wish = await wishes.find(id, tx);
        if (!wish || wish.plan.version >= rules.version) return false;
        return wishClock.planIfUnchanged(wish, timersUnder(rules.timers, wish.plan.timers), rules, tx);
      }),
  });
}
