import { postColumns, type PostRow } from '../../../domain/sheets/posts';
import { postStatuses } from '../../../domain/post';
import * as groups from '../../store/groups';
import type { PostDoc } from '../../store/post-doc';
import * as posts from '../../store/posts';
import { collectedWithin } from '../span';
import type { SheetQuery, SheetSource } from './source';

const statusLabels = { published: '展示中', hidden: '已隐藏', removed: '已撤回' } as const satisfies Record<
  PostDoc['status'],
  string
>;

/** What the feed shows; below it, in the full copy, what was taken down. */
async function* rows({ copy, groupId, span }: SheetQuery): AsyncGenerator<PostRow> {
  const groupNames = await groups.namesById();
  const statuses = copy === 'public' ? (['published'] as const) : postStatuses;
  const ofGroup = groupId === undefined ? {} : { groupId };
  let number = 0;
  for (const status of statuses) {
    for await (const post of posts.eachPost(status, ofGroup, collectedWithin(span))) {
      number += 1;
      yield { number, post, group: groupNames.get(post.groupId) ?? '', status: statusLabels[post.status] };
    }
  }
}

export const postsSource: SheetSource<PostRow> = { columns: postColumns, isOfWishes: false, rows };
