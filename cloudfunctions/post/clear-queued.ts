import * as contract from '../../contract/post-judging';
import { judgingAs, thingKey, thingOf } from '../../domain/post-judging';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import { inTransaction } from '../store/database';
import * as judgingQueue from '../store/judging-queue';
import * as comments from '../store/post-comments';
import * as reports from '../store/post-reports';
import * as posts from '../store/posts';
import { getJudgedComment } from './get-judged-comment';
import { getJudgedPost } from './get-judged-post';
import { judgedAlready } from './refuse-judged';

/** 没有问题: out of the queue. What is hidden is shown again or stays so by its own action. */
export const clearQueued = useCase(contract.clear, async ({ id: key }, { caller, now }) => {
  const thing = thingOf(key);
  if (!thing) throw new DomainError('INVALID_INPUT', { details: { id: '编号有误' } });
  await (thing.of === 'post' ? getJudgedPost(thing.id, caller) : getJudgedComment(thing.id, caller));
  const judged = { who: judgingAs(caller), what: '没有问题', at: now };
  const isCleared = await inTransaction(async (tx) => {
    if (!(await judgingQueue.clearIfQueued(thing, judged, tx))) return false;
    await reports.turnDown(thingKey(thing), now, tx);
    return true;
  });
  if (isCleared) return {};
  throw judgedAlready(thing.of, await (thing.of === 'post' ? posts.get(thing.id) : comments.get(thing.id)));
});
