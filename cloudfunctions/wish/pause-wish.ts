import * as contract from '../../contract/wish-work';
import type { z } from 'zod';
import { leadingAs } from '../../domain/acting';
import { stopDue } from '../../domain/due';
import { DomainError } from '../../domain/errors';
import { chineseDate, startOfDay } from '../../domain/time';
import { checkMove, holderAfter, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { asWish, type WishChange, type WishDoc } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { checkResumeOn } from './check-resume-on';
import { refuseStale } from './refuse-stale';
import { mailboxesOfDepartments, tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 暂缓: a leader agrees to what the claimer asked for, or decides it; it comes back by itself on the day. */
export const pauseWish = useCase(contract.pause, async (input, { caller, now, host }) => {
  const { id } = input;
  const wish = await wishes.get(id);
  checkMove('pause', asWish(wish), caller, now);
  const { reason, resumeOn } = agreed(input, wish);
  checkResumeOn(resumeOn, now);
  await checkText(host, input.reason);
  const said = `至 ${chineseDate(resumeOn)}：${reason}`;
  const paused = await wishes.moveIfUnchanged(
    wish,
    pausedChange(wish, resumeOn, now),
    timelineLine(leadingAs(caller), caller, now, moves.pause.line, { note: said }),
    (tx, after) => {
      const told = ['claimer', 'submitter', 'liaison', mailboxesOfDepartments(after)] as const;
      return tellOthers(after, [...told], `暂缓${said}`, { caller, now }, tx);
    },
  );
  return { wish: await viewWish(paused ?? (await refuseStale('pause', id, caller, now)), caller, now, host) };
});

/** The request's reason and day where the leader gives none. */
function agreed(
  { reason, resumeOn }: z.output<typeof contract.pause.input>,
  { pauseRequest }: WishDoc,
): { reason: string; resumeOn: Date } {
  const why = reason ?? pauseRequest?.reason;
  const day = resumeOn === undefined ? pauseRequest?.resumeOn : startOfDay(resumeOn);
  if (why !== undefined && day) return { reason: why, resumeOn: day };
  throw new DomainError('INVALID_INPUT', {
    details: {
      ...(why === undefined ? { reason: '请写明暂缓的理由' } : {}),
      ...(day ? {} : { resumeOn: '请选择恢复办理的日期' }),
    },
  });
}

function pausedChange(wish: WishDoc, resumeOn: Date, now: Date): WishChange {
  const pausedFrom = wish.status === 'coordinating' ? 'coordinating' : 'claimed';
  return {
    status: 'paused',
    holder: holderAfter(wish, 'paused', now),
    pausedFrom,
    resumeOn,
    pauseRequest: null,
    // While a department had the wish, the claimer's clock stood already.
    ...(pausedFrom === 'claimed' ? stopDue(wish, now) : {}),
  };
}
