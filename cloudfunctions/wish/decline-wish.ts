import * as contract from '../../contract/wish-work';
import { checkMove, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { releasedChange } from '../store/wish-changes';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { mailboxesOfHelpers, tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 谢绝指派: within a day, and of one wish once; nothing is taken off for it. */
export const declineWish = useCase(contract.decline, async ({ id, reason }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('decline', asWish(wish), caller, now);
  await checkText(host, reason);
  const { declinedBy = [], claimer } = wish;
  const declined = await wishes.moveIfUnchanged(
    wish,
    { ...releasedChange(wish, now), declinedBy: [...declinedBy, ...(claimer ? [claimer.representativeId] : [])] },
    timelineLine('representative', caller, now, moves.decline.line, { note: reason }),
    (tx) => {
      const told = ['liaison', 'presidium', mailboxesOfHelpers(wish)] as const;
      return tellOthers(wish, [...told], `${caller.name}代表谢绝了指派：${reason}`, { caller, now }, tx);
    },
  );
  return { wish: await viewWish(declined ?? (await refuseStale('decline', id, caller, now)), caller, now, host) };
});
