import * as contract from '../../contract/post-judging';
import { mailbox } from '../../domain/mailbox';
import { judgingAs, shownNotice, thingKey } from '../../domain/post-judging';
import { useCase } from '../kit/use-case';
import { inTransaction } from '../store/database';
import * as judgingQueue from '../store/judging-queue';
import * as notices from '../store/notices';
import * as comments from '../store/post-comments';
import * as strikes from '../store/strikes';
import { getJudgedComment } from './get-judged-comment';
import { judgedAlready } from './refuse-judged';
import { viewComment } from './view-comments';

/** 恢复显示: what was held against its writer is taken back. */
export const unhideComment = useCase(contract.unhideComment, async ({ commentId }, { caller, now }) => {
  const comment = await getJudgedComment(commentId, caller);
  const who = judgingAs(caller);
  const thing = { of: 'comment', id: commentId } as const;
  const { accountId, postId } = comment;
  const shown = await inTransaction(async (tx) => {
    const back = await comments.unhideIfHidden(comment, tx);
    if (!back) return null;
    await judgingQueue.recordJudged(thing, { who, what: '已恢复显示', at: now }, tx);
    await strikes.takeBack({ kind: 'comment', thing: thingKey(thing), accountId }, tx);
    await notices.tell([mailbox.account(accountId)], { postId, text: shownNotice('comment', back.text, who) }, now, tx);
    return back;
  });
  if (!shown) throw judgedAlready('comment', await comments.get(commentId));
  return { comment: viewComment(shown, caller) };
});
