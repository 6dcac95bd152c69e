import * as contract from '../../contract/wish';
import { checkMove, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as media from '../store/media';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 办理进展: the claimer tells how far it is; the status stays. */
export const addProgress = useCase(contract.progress, async ({ id, note, photos = [] }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('progress', asWish(wish), caller, now);
  await checkText(host, note);
  await media.checkPhotos(photos, caller.accountId);
  const { claimer } = wish;
  const noted = await wishes.moveIfUnchanged(
    wish,
    claimer ? { claimer: { ...claimer, progressAt: now } } : {},
    timelineLine('representative', caller, now, moves.progress.line, { note, photos }),
    async (tx, after) => {
      await media.markUsed(photos, tx);
      await tellOthers(after, ['submitter'], `办理有进展：${note}`, { caller, now }, tx);
    },
  );
  return { wish: await viewWish(noted ?? (await refuseStale('progress', id, caller, now)), caller, now, host) };
});
