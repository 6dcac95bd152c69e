import * as contract from '../../contract/representative';
import { useCase } from '../kit/use-case';
import * as groups from '../store/groups';
import * as representatives from '../store/representatives';
import { viewRepresentative } from './view-representative';

const DEFAULT_LIMIT = 50;

/** Those now on the roster, in its order. */
export const listRepresentatives = useCase(contract.list, async ({ groupId, cursor, limit = DEFAULT_LIMIT }) => {
  const [page, groupNames] = await Promise.all([representatives.listPage(groupId, cursor, limit), groups.namesById()]);
  return {
    items: page.items.map((doc) => viewRepresentative(doc, groupNames.get(doc.groupId) ?? '')),
    nextCursor: page.nextCursor,
  };
});
