import * as contract from '../../contract/wish-work';
import { contactWayLabels } from '../../domain/labels';
import { HOUR_MS } from '../../domain/time';
import { checkMove, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as media from '../store/media';
import { asWish, type WishChange, type WishDoc } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { claimDue } from './claimed-by';
import { refuseStale } from './refuse-stale';
import { tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 首次联系: from now on the claimer's time counts. */
export const contactWisher = useCase(
  contract.contact,
  async ({ id, way, note, photos = [] }, { caller, now, host }) => {
    const wish = await wishes.get(id);
    checkMove('contact', asWish(wish), caller, now);
    await checkText(host, note);
    await media.checkPhotos(photos, caller.accountId);
    const said = { note: `${contactWayLabels[way]}：${note}`, photos };
    const contacted = await wishes.moveIfUnchanged(
      wish,
      await contactedChange(wish, now),
      timelineLine('representative', caller, now, moves.contact.line, said),
      async (tx, after) => {
        await media.markUsed(photos, tx);
        // Whoever was not called reads here that they are said to have been.
        await tellOthers(after, ['submitter'], `${caller.name}代表登记了首次联系`, { caller, now }, tx);
      },
    );
    return { wish: await viewWish(contacted ?? (await refuseStale('contact', id, caller, now)), caller, now, host) };
  },
);

/** Whoever makes contact later than this wins no time by it. */
const CONTACT_HOURS = 48;

async function contactedChange(wish: WishDoc, now: Date): Promise<WishChange> {
  const { claimer, dueAt } = wish;
  if (!claimer) return {};
  const contacted = { claimer: { ...claimer, contactedAt: now } };
  // What has been set anew since the claim (重办 with half the time, a clock that stood) is no longer the claim's own.
  if (dueAt?.getTime() !== (await claimDue(wish, claimer.at)).getTime()) return contacted;
  const latest = claimer.at.getTime() + CONTACT_HOURS * HOUR_MS;
  return { ...contacted, dueAt: await claimDue(wish, new Date(Math.min(now.getTime(), latest))) };
}
