import * as contract from '../../contract/post-judging';
import { mailbox } from '../../domain/mailbox';
import { hiddenNotice, judgingAs, thingKey } from '../../domain/post-judging';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { inTransaction } from '../store/database';
import * as judgingQueue from '../store/judging-queue';
import * as notices from '../store/notices';
import * as comments from '../store/post-comments';
import * as reports from '../store/post-reports';
import * as strikes from '../store/strikes';
import { getJudgedComment } from './get-judged-comment';
import { judgedAlready } from './refuse-judged';
import { viewComment } from './view-comments';

/** 隐藏, with a reason that its writer reads. */
export const hideComment = useCase(contract.hideComment, async ({ commentId, reason }, { caller, now, host }) => {
  const comment = await getJudgedComment(commentId, caller);
  await checkText(host, reason);
  const because = { reason, who: judgingAs(caller), automatic: false, at: now };
  const thing = { of: 'comment', id: commentId } as const;
  const { accountId, postId } = comment;
  const hidden = await inTransaction(async (tx) => {
    const left = await comments.hideIfShown(comment, because, tx);
    if (!left) return null;
    await judgingQueue.recordJudged(thing, { who: because.who, what: `已隐藏：${reason}`, at: now }, tx);
    await reports.uphold(thingKey(thing), tx);
    await strikes.addOnce({ kind: 'comment', thing: thingKey(thing), accountId }, now, tx);
    const text = hiddenNotice('comment', left.text, because);
    await notices.tell([mailbox.account(accountId)], { postId, text }, now, tx);
    return left;
  });
  if (!hidden) throw judgedAlready('comment', await comments.get(commentId));
  return { comment: viewComment(hidden, caller) };
});
