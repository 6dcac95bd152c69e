import type { z } from 'zod';
import * as contract from '../../contract/wish-work';
import { DomainError } from '../../domain/errors';
import { endOfDay, startOfDay } from '../../domain/time';
import { checkMove, holderAfter, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import type { Tx } from '../store/database';
import * as notices from '../store/notices';
import * as orders from '../store/orders';
import { asWish, type WishDoc } from '../store/wish-doc';
import { noticeOf, toldOf } from '../store/wish-notices';
import * as wishes from '../store/wishes';
import { readableFor } from './readable';
import { refuseStale } from './refuse-stale';
import { mailboxesOfHelpers, tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

type Answer = z.output<typeof contract.answer.input>;

/** 暂难解决: the presidium's decision, told to the wisher in person; the wish's orders end with it. */
export const answerWish = useCase(contract.answer, async (input, { caller, now, host }) => {
  const { id, closeClass, explanation: text, way } = input;
  const wish = await wishes.get(id);
  checkMove('answer', asWish(wish), caller, now);
  const followUpOn = followUpDayOf(input, now);
  await checkText(host, text);
  const line = timelineLine('presidium', caller, now, moves.answer.line, { note: text });
  const answered = await wishes.moveIfUnchanged(
    wish,
    {
      status: moves.answer.to,
      holder: holderAfter(wish, moves.answer.to, now),
      endedAt: now,
      closeClass,
      explanation: { text, way, at: now },
      followUpOn,
      departmentIds: null,
      helpRequest: null,
      pauseRequest: null,
      dueLeftMs: null,
    },
    line,
    async (tx, after) => {
      await orders.endOrders(id, line, tx);
      const told = ['submitter', 'claimer', 'liaison', mailboxesOfHelpers(after)] as const;
      await tellOthers(after, [...told], `${moves.answer.line}：${text}`, { caller, now }, tx);
      // They read it as anybody may: it was said to another.
      await tellMerged(after, readableFor(after, null, host)(text), now, tx);
    },
  );
  return { wish: await viewWish(answered ?? (await refuseStale('answer', id, caller, now)), caller, now, host) };
});

/** 列入计划 has a day on which it is looked at again, 条件限制 none. */
function followUpDayOf({ closeClass, followUpOn }: Answer, now: Date): Date | null {
  const refused = (reason: string) => new DomainError('INVALID_INPUT', { details: { followUpOn: reason } });
  if (closeClass === 'D') {
    if (followUpOn !== undefined) throw refused('条件限制的心愿没有跟进日期，请选择“列入计划”或去掉日期');
    return null;
  }
  const day = followUpOn === undefined ? null : startOfDay(followUpOn);
  if (!day) throw refused('列入计划的心愿请填写跟进日期');
  if (day <= endOfDay(now)) throw refused('跟进日期应在今天以后');
  return day;
}

/** Each wisher of a merged wish hears of it under their own wish's number. */
async function tellMerged(wish: WishDoc, text: string, now: Date, tx: Tx): Promise<void> {
  for (const merged of await wishes.listMerged(wish._id, tx)) {
    const notice = noticeOf(merged, `并入的 ${wish.code} ${moves.answer.line}：${text}`);
    await notices.tell(toldOf(merged, ['submitter']), notice, now, tx);
  }
}
