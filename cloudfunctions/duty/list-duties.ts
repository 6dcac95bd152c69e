import * as contract from '../../contract/duty';
import { seesTown, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { useCase } from '../kit/use-case';
import * as attendances from '../store/attendances';
import * as duties from '../store/duties';
import type { DutyDoc } from '../store/duties';
import * as groups from '../store/groups';
import { viewCard } from './view-duty';

const DEFAULT_LIMIT = 20;

/** Where one is called oneself, what one's group holds, or everything; a page at a time by when it ends. */
export const listDuties = useCase(contract.list, async ({ scope, list, cursor, limit = DEFAULT_LIMIT }, context) => {
  const { caller, now } = context;
  const names = await groups.namesById();
  if (scope === 'mine') {
    const { representativeId } = caller;
    if (representativeId === undefined || list === 'waiting') return { items: [], nextCursor: null };
    const page = await attendances.listMine(representativeId, list === 'past', { now, cursor, limit });
    const found = await duties.listByIds(page.items.map(({ dutyId }) => dutyId));
    return {
      items: page.items.flatMap((mine) => {
        const duty = found.get(mine.dutyId);
        return duty ? [viewCard(duty, mine, names, context)] : [];
      }),
      nextCursor: page.nextCursor,
    };
  }
  const page = await duties.listPage(heldBy(scope, caller), { list, now, cursor, limit });
  const mine = await attendances.mineAt(
    page.items.map(({ _id }) => _id),
    caller.representativeId,
  );
  return {
    items: page.items.map((duty: DutyDoc) => viewCard(duty, mine.get(duty._id) ?? null, names, context)),
    nextCursor: page.nextCursor,
  };
});

function heldBy(scope: 'group' | 'town', { groupId, ...caller }: Caller): string | undefined {
  if (scope === 'town') {
    if (!seesTown(caller)) throw new DomainError('FORBIDDEN', { message: '全镇的活动由镇人大主席团查看' });
    return undefined;
  }
  if (groupId === undefined) throw new DomainError('FORBIDDEN', { message: '您不在代表小组里，没有本组的活动' });
  return groupId;
}
