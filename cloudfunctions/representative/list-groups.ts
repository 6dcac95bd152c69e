import * as contract from '../../contract/representative';
import { useCase } from '../kit/use-case';
import * as groups from '../store/groups';
import * as representatives from '../store/representatives';

/** The groups in the town's order, with the villages that each serves. */
export const listGroups = useCase(contract.groups, async () => {
  const [listed, members] = await Promise.all([groups.listAll(), representatives.countByGroup()]);
  return {
    items: listed.map(({ _id, name, villages }) => ({ id: _id, name, villages, members: members.get(_id) ?? 0 })),
  };
});
