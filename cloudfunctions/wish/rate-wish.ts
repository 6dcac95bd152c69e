import * as contract from '../../contract/wish';
import { leadingAs } from '../../domain/acting';
import { ratingLabels, resolutionLabels } from '../../domain/labels';
import { fulfilledTenths } from '../../domain/points';
import { addDays } from '../../domain/time';
import { DEFAULT_DUE_DAYS, type Rating, type Resolution } from '../../domain/wish';
import { checkMove, holderAfter } from '../../domain/wish-moves';
import { isWisher } from '../../domain/wish-privacy';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as pointsEntries from '../store/points-entries';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

const said = (rating: Rating, resolved: Resolution | undefined): string =>
  [ratingLabels[rating], ...(resolved ? [resolutionLabels[resolved]] : [])].join('、');

/**
 * 评价 by the wisher, or 回访 by a leader who is not the claimer. 是否解决 is asked apart: unanswered it stays unknown
 * and never counts as solved. 不满意 or 未解决 sends the wish back with half the time; anything else closes it and pays.
 */
export const rateWish = useCase(
  contract.rate,
  async ({ id, rating, resolved, comment }, { caller, now, host, newId }) => {
    const wish = await wishes.get(id);
    const move = rating === 'unsatisfied' || resolved === 'no' ? 'redo' : 'confirm';
    checkMove(move, wishes.asWish(wish), caller);
    await checkText(host, comment);
    const { claimer, dueDays = DEFAULT_DUE_DAYS } = wish;
    const status = move === 'redo' ? 'claimed' : 'closed';
    const line = isWisher(wishes.asWish(wish), caller)
      ? timelineLine('resident', caller, now, `评价：${said(rating, resolved)}`, { note: comment })
      : timelineLine(leadingAs(caller), caller, now, `回访：${said(rating, resolved)}`, { note: comment });
    const rated = await wishes.moveIfUnchanged(
      wish,
      {
        status,
        holder: holderAfter(wish, status, now),
        rating,
        resolved: resolved ?? null,
        comment: comment ?? null,
        ...(move === 'redo' ? { dueAt: addDays(now, dueDays / 2) } : {}),
      },
      line,
      async (tx) => {
        if (move === 'redo' || !claimer) return;
        await pointsEntries.payOnce(
          {
            id: newId(),
            rule: 'W4',
            representativeId: claimer.representativeId,
            groupId: claimer.groupId,
            tenths: fulfilledTenths(wish.difficulty, rating),
            at: now,
            ref: { kind: 'wish', id, label: wish.code },
            reason: `办结心愿 ${wish.code}，${said(rating, resolved)}`,
            by: caller.accountId,
          },
          tx,
        );
      },
    );
    return { wish: await viewWish(rated ?? (await refuseStale(move, id, caller)), caller, now, host) };
  },
);
