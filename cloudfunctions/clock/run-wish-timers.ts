import { moves as wishMoves } from '../../domain/wish-moves';
import { deductionsOf } from '../../domain/wish-deductions';
import { dueSteps, type TimerMove } from '../../domain/wish-timers';
import type { Host } from '../host/host';
import { newId } from '../kit/new-id';
import { addressBook, type AddressBook } from '../store/address-book';
import { inTransaction, type Tx } from '../store/database';
import { findOfWish } from '../store/deductions';
import * as notices from '../store/notices';
import * as settings from '../store/settings';
import * as wishClock from '../store/wish-clock';
import { asWish, type WishDoc } from '../store/wish-doc';
import { reviveMerged } from '../store/wish-merges';
import { noticeOf, toldOf } from '../store/wish-notices';
import { payFulfilment } from '../store/wish-points';
import * as wishes from '../store/wishes';
import { clockMove } from './timer-moves';
import { workOff } from './work-off';

interface Run {
  now: Date;
  rules: settings.TimerSettings;
  book: AddressBook;
}

/** 时限: the due steps of every wish, each wish in one transaction with what it tells. */
export async function wishTimers(now: Date, host: Host): Promise<number> {
  const run = { now, rules: await settings.timers(), book: addressBook() };
  return workOff({
    job: 'wishTimers',
    host,
    due: (except, limit) => wishClock.listDue(now, except, limit),
    one: (id) => inTransaction((tx) => takeSteps(id, run, tx)),
  });
}

/** Reads the wish anew: of two runs, or of a run and a person, the second finds what the first has done. */
async function takeSteps(id: string, { now, rules, book }: Run, tx: Tx): Promise<boolean> {
  const wish = await wishes.find(id, tx);
  if (!wish?.plan.nextAt || wish.plan.nextAt > now) return false;
  const due = dueSteps(wish.plan.timers, now, rules.timers);
  const timers = wish.plan.timers.map((timer) => due.find((steps) => steps.timer === timer)?.after ?? timer);
  let after: WishDoc = wish;
  for (const move of due.flatMap(({ moves }) => moves)) {
    const made = await clockMove(move, after, now, tx);
    if (!made) continue;
    const from = after === wish ? timers : after.plan.timers;
    after = unchanged(await wishes.moveIn(after, made.change, made.event, tx, from));
    await alongside(move, after, { now, rules, book }, tx);
  }
  if (after === wish && !(await wishClock.planIfUnchanged(wish, timers, rules, tx))) return false;
  await findOfWish(after, deductionsOf(asWish(after), due, now), { newId, now }, tx);
  // Said again to the same person, it takes the place of what was said before (store/notices).
  for (const step of due.flatMap(({ steps }) => steps)) {
    await notices.remind(toldOf(wish, step.tell), noticeOf(wish, step.text), now, tx, book);
  }
  return true;
}

/** Read in this transaction: another writer makes it run again, and the wish is then read as it is. */
function unchanged(moved: WishDoc | null): WishDoc {
  if (!moved) throw new Error('the wish moved within our transaction');
  return moved;
}

/** A wish that closes in silence pays, and answers each whose wish it was; one that lapses lets them stand alone. */
async function alongside(move: TimerMove, wish: WishDoc, { now, book }: Run, tx: Tx): Promise<void> {
  if (move === 'lapse') await reviveMerged(wish, wishMoves.lapse.line, now, tx);
  if (move !== 'silence') return;
  await payFulfilment(wish, { newId, at: now, by: 'system', said: '未评价' }, tx);
  if (!wish.mergedCount) return;
  for (const merged of await wishes.listMerged(wish._id, tx)) {
    const notice = noticeOf(merged, `并入的心愿 ${wish.code} 已办结`);
    await notices.remind(toldOf(merged, ['submitter']), notice, now, tx, book);
  }
}
