import * as contract from '../../contract/wish';
import { checkMove } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as media from '../store/media';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 办理进展: the claimer tells how far it is; the status stays. */
export const addProgress = useCase(contract.progress, async ({ id, note, photos = [] }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('progress', wishes.asWish(wish), caller);
  await checkText(host, note);
  await media.checkPhotos(photos, caller.accountId);
  const line = timelineLine('representative', caller, now, '办理进展', { note, photos });
  const noted = await wishes.moveIfUnchanged(wish, {}, line, (tx) => media.markUsed(photos, tx));
  return { wish: await viewWish(noted ?? (await refuseStale('progress', id, caller)), caller, now, host) };
});
