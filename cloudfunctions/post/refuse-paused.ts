import { pauseRule, pausedUntil, type StrikeKind } from '../../domain/abuse';
import { DomainError } from '../../domain/errors';
import { shanghaiMinute } from '../../domain/time';
import * as strikes from '../store/strikes';

const { strikes: MANY, withinDays } = pauseRule;

const sentences = {
  report: ['次举报经核实不成立', '举报'],
  comment: ['条评论被隐藏', '评论'],
  post: ['条晒单被隐藏', '发布晒单'],
} as const satisfies Record<StrikeKind, readonly [string, string]>;

/** Throws FORBIDDEN while the account's reports, comments or posts are paused: why, and until when. */
export async function refusePaused(kind: StrikeKind, accountId: string, now: Date): Promise<void> {
  const until = pausedUntil(await strikes.timesOf(accountId, kind, now), now);
  if (!until) return;
  const [why, what] = sentences[kind];
  throw new DomainError('FORBIDDEN', {
    message: `您 ${withinDays} 天内有 ${MANY} ${why}，${what}暂停到${shanghaiMinute(until)}。如有不同意见，请与小组联络员或主席团联系`,
    details: { pausedUntil: until.toISOString() },
  });
}
