import { timersUnder } from '../../domain/wish-timers';
import type { Host } from '../host/host';
import { openContact } from '../kit/contact';
import { wishTerms } from '../kit/wish-terms';
import { inTransaction } from '../store/database';
import * as settings from '../store/settings';
import type { WishDoc } from '../store/wish-doc';
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
        const timers = timersUnder(rules.timers, wish.plan.timers);
        const found = wish.plan.version === 0 ? foundBy(wish, host) : {};
        return wishClock.planIfUnchanged(wish, timers, rules, tx, found);
      }),
  });
}

/** An older version kept no hashes to find a wish by its wisher's name or phone. */
const foundBy = (wish: WishDoc, host: Host): Pick<WishDoc, 'terms'> => ({
  terms: wishTerms(wish, openContact(host, wish), host),
});
