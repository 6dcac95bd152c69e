import { Statistics, statisticsColumns, type StatisticsRow } from '../../../domain/sheets/statistics';
import * as groups from '../../store/groups';
import * as posts from '../../store/posts';
import * as wishLists from '../../store/wish-lists';
import { collectedWithin } from '../span';
import { onWall, type SheetQuery, type SheetSource } from './source';

/** Counts each wish as it passes; deeds shown without a wish count beside them, unless the ledger is narrowed. */
async function* rows({ wanted, copy, groupId, span, now, isNarrowed }: SheetQuery): AsyncGenerator<StatisticsRow> {
  const asked = (await groups.listAll()).filter(({ _id }) => groupId === undefined || _id === groupId);
  const statistics = new Statistics(
    new Map(asked.map(({ _id, name }) => [_id, name])),
    asked.flatMap(({ villages }) => villages),
  );
  if (wanted) {
    for await (const wish of wishLists.eachInLedger({ ...wanted.filter, ...onWall(copy) })) {
      if (wanted.matches(wish)) statistics.addWish(wish, now);
    }
  }
  if (!isNarrowed) {
    const ofGroup = groupId === undefined ? {} : { groupId };
    for await (const post of posts.eachPost('published', ofGroup, collectedWithin(span))) {
      if (!post.wish) statistics.addPost(post);
    }
  }
  yield* statistics.rows();
}

export const statisticsSource: SheetSource<StatisticsRow> = { columns: statisticsColumns, isOfWishes: true, rows };
