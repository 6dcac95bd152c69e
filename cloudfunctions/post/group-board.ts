import * as contract from '../../contract/post-sharing';
import { useCase } from '../kit/use-case';
import * as groupOpens from '../store/group-opens';
import * as groups from '../store/groups';

const PAGE = 20;

/** 组内晒单榜: those who tie in posts and thanks share a rank, and the next one's rank counts them all. */
export const groupBoard = useCase(contract.groupBoard, async ({ groupKey, month, limit = PAGE }) => {
  const rows = await groupOpens.board(groupKey, month, limit);
  const groupNames = await groups.namesById();
  return {
    items: rows.map(({ _id, name, groupId, posts, thanks }) => ({
      rank: rows.findIndex((row) => row.posts === posts && row.thanks === thanks) + 1,
      representativeId: _id,
      name,
      groupName: groupNames.get(groupId) ?? '',
      posts,
      thanks,
    })),
  };
});
