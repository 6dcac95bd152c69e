import { outcomeFromShape } from '../../contract/shapes';
import * as contract from '../../contract/wish';
import { checkMove, holderAfter } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as media from '../store/media';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 办结: the claimer says what was done and what it brought; the wisher's answer closes it, or sends it back. */
export const fulfilWish = useCase(
  contract.fulfil,
  async ({ id, note, photos = [], outcomes }, { caller, now, host }) => {
    const wish = await wishes.get(id);
    checkMove('fulfil', wishes.asWish(wish), caller);
    await checkText(host, note);
    await media.checkPhotos(photos, caller.accountId);
    const fulfilled = await wishes.moveIfUnchanged(
      wish,
      {
        status: 'fulfilled',
        holder: holderAfter(wish, 'fulfilled', now),
        outcomes: outcomes.map(outcomeFromShape),
        result: { note, photos, at: now },
        ...wishes.unrated,
      },
      timelineLine('representative', caller, now, '办结', { note, photos }),
      (tx) => media.markUsed(photos, tx),
    );
    return { wish: await viewWish(fulfilled ?? (await refuseStale('fulfil', id, caller)), caller, now, host) };
  },
);
