import * as contract from '../../contract/wish-work';
import { leadingAs } from '../../domain/acting';
import { contactWayLabels, resolutionLabels } from '../../domain/labels';
import { checkMove, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import { asWish, unrated, type WishChange } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { takenUpAgain } from './take-up-again';
import { mailboxesOfHelpers, tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 二次回访 of a facility 28 days after it was called solved: still well, or taken up again with half the time. */
export const followUp = useCase(contract.followUp, async ({ id, way, resolved, comment }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  const move = resolved === 'no' ? 'redoFollowedUp' : 'followUp';
  checkMove(move, asWish(wish), caller, now);
  await checkText(host, comment);
  const isRedone = move === 'redoFollowedUp';
  const change: WishChange = isRedone
    ? { ...(await takenUpAgain(wish, now)), ...unrated, resolved, reopenCount: (wish.reopenCount ?? 0) + 1 }
    : {
        resolved,
        closeClass: resolved === 'yes' ? 'A' : 'B',
        followedUpAt: now,
        followUpDue: null,
        ...defined({ comment }),
      };
  const what = `${moves.followUp.line}（${contactWayLabels[way]}）：${resolutionLabels[resolved]}`;
  const line = timelineLine(leadingAs(caller), caller, now, what, { note: comment });
  const followed = await wishes.moveIfUnchanged(wish, change, line, async (tx) => {
    const told = isRedone
      ? (['submitter', 'claimer', 'liaison', mailboxesOfHelpers(wish)] as const)
      : ['claimer' as const];
    await tellOthers(wish, [...told], `${what}${isRedone ? '，重新办理' : ''}`, { caller, now }, tx);
  });
  return { wish: await viewWish(followed ?? (await refuseStale(move, id, caller, now)), caller, now, host) };
});
