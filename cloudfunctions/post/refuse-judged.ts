import { DomainError } from '../../domain/errors';
import type { PostStatus } from '../../domain/post';
import { thingNames, type Thing } from '../../domain/post-judging';
import { staleText } from '../../domain/stale-text';
import type { Judged } from '../store/post-doc';

/** Somebody was faster, or it is not there any more: the refusal that says who did what, and when. */
export function judgedAlready(
  of: Thing['of'],
  { status, judged }: { status: PostStatus; judged?: Judged },
): DomainError {
  const thing = thingNames[of];
  const message = status === 'removed' ? `${thing}已被发布人撤回` : staleText(thing, judged);
  return new DomainError('WRONG_STATE', { message, facts: { status } });
}
