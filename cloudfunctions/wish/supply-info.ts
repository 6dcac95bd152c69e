import * as contract from '../../contract/wish';
import { checkMove, holderAfter } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as media from '../store/media';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { submittingAs } from './submitting-as';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 补充: the submitter answers the reviewer's question, and the wish is reviewed again. */
export const supplyInfo = useCase(contract.supply, async ({ id, note, photos = [] }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('supply', wishes.asWish(wish), caller);
  await checkText(host, note);
  await media.checkPhotos(photos, caller.accountId);
  const supplied = await wishes.moveIfUnchanged(
    wish,
    { status: 'submitted', holder: holderAfter(wish, 'submitted', now), reason: null },
    timelineLine(submittingAs(wish, caller), caller, now, '补充说明', { note, photos }),
    (tx) => media.markUsed(photos, tx),
  );
  return { wish: await viewWish(supplied ?? (await refuseStale('supply', id, caller)), caller, now, host) };
});
