import * as contract from '../../contract/wish';
import { checkMove, holderAfter } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as media from '../store/media';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { submittingAs } from './submitting-as';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 补充: the submitter answers the reviewer's question, and the wish is reviewed again. */
export const supplyInfo = useCase(contract.supply, async ({ id, note, photos = [] }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('supply', asWish(wish), caller, now);
  await checkText(host, note);
  await media.checkPhotos(photos, caller.accountId);
  const supplied = await wishes.moveIfUnchanged(
    wish,
    { status: 'submitted', holder: holderAfter(wish, 'submitted', now), reason: null },
    timelineLine(submittingAs(wish, caller), caller, now, '补充说明', { note, photos }),
    (tx) => media.markUsed(photos, tx),
  );
  return { wish: await viewWish(supplied ?? (await refuseStale('supply', id, caller, now)), caller, now, host) };
});
