import * as contract from '../../contract/award';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';

/** Every award of the town, for everybody, the newest first. */
export const listAwards = useCase(contract.list, async ({ cursor, limit = 20 }) => {
  const { items, nextCursor } = await awards.listPage(cursor, limit);
  return {
    items: items.map(({ _id, name, year, status, plan, winners, noticeUntil }) => ({
      ...{ id: _id, name, year, status, seats: plan.seats, winners: winners.map((winner) => winner.name) },
      ...defined({ noticeUntil: status === 'notice' ? noticeUntil?.toISOString() : undefined }),
    })),
    nextCursor,
  };
});
