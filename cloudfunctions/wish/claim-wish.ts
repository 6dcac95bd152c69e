import * as contract from '../../contract/wish';
import { addDays } from '../../domain/time';
import { DEFAULT_DUE_DAYS } from '../../domain/wish';
import { checkMove, holderAfter } from '../../domain/wish-moves';
import { useCase } from '../kit/use-case';
import * as representatives from '../store/representatives';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 认领: of any number of representatives at once exactly one wins; the others hear the winner's name. */
export const claimWish = useCase(contract.claim, async ({ id }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('claim', wishes.asWish(wish), caller);
  const { _id: representativeId, name, groupId } = await representatives.get(caller.representativeId ?? '');
  const claimed = await wishes.moveIfUnchanged(
    wish,
    {
      status: 'claimed',
      claimer: { representativeId, name, groupId, at: now },
      dueAt: addDays(now, wish.dueDays ?? DEFAULT_DUE_DAYS),
      holder: holderAfter(wish, 'claimed', now),
    },
    timelineLine('representative', caller, now, '认领'),
  );
  return { wish: await viewWish(claimed ?? (await refuseStale('claim', id, caller)), caller, now, host) };
});
