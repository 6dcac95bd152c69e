import * as contract from '../../contract/points-checks';
import { useCase } from '../kit/use-case';
import * as groups from '../store/groups';
import { recount } from '../store/points-recount';
import { readable } from '../store/points-verify';
import * as representatives from '../store/representatives';

const MOST_SHOWN = 100;

/** 重算: every kept sum counted anew from the entries; what differed is put right and told. */
export const rebuildPoints = useCase(contract.rebuild, async () => {
  const { differences, found, entries } = await recount(MOST_SHOWN);
  const people = await representatives.listByIds([...new Set(differences.map(({ ownerId }) => ownerId))]);
  const names = new Map([...(await groups.namesById()), ...people.map(({ _id, name }) => [_id, name] as const)]);
  return {
    ok: found === 0,
    differences: differences.map((difference) => {
      const { by, period, ownerId } = difference;
      return { by, id: ownerId, name: names.get(ownerId) ?? '', period, ...readable(difference) };
    }),
    found,
    entries,
  };
});
