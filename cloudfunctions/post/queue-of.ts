import { hasRole, type Caller } from '../../domain/caller';
import type { QueueOf } from '../store/judging-queue';
import { queueIn } from '../store/post-doc';

/** The queue that the caller works off: the town's for the presidium, the group's for its 组长 and 联络员. */
export function queueOf(caller: Caller): QueueOf {
  const { accountId, representativeId, groupId = '' } = caller;
  return {
    in: hasRole(caller, 'presidium') ? queueIn.town : queueIn.group(groupId),
    judge: { accountId, ...(representativeId === undefined ? {} : { representativeId }) },
  };
}
