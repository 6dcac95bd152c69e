import * as contract from '../../contract/points-standings';
import { useCase } from '../kit/use-case';
import * as pointsPeriods from '../store/points-periods';

const DEFAULT_LIMIT = 30;

/** 已封账的月份、季度和年度, each with the hash of where every chain ended. */
export const listPeriods = useCase(contract.periods, async ({ cursor, limit = DEFAULT_LIMIT }) => {
  const page = await pointsPeriods.listFrozen(cursor, limit);
  return {
    items: page.items.map(({ _id, frozenAt, entries, heads }) => ({
      period: _id,
      frozenAt: frozenAt.toISOString(),
      entries,
      heads,
    })),
    nextCursor: page.nextCursor,
  };
});
