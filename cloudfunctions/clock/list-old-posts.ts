import type { Host } from '../host/host';
import { defined } from '../kit/defined';
import { inTransaction } from '../store/database';
import * as posts from '../store/posts';
import * as wishes from '../store/wishes';
import { workOff } from './work-off';

/** Posts stored by a version of the product that kept no lists: each comes to stand in its own. */
export async function listOldPosts(_now: Date, host: Host): Promise<number> {
  return workOff({
    job: 'listOldPosts',
    host,
    due: posts.listUnlisted,
    one: (id) =>
      inTransaction(async (tx) => {
        const post = await posts.get(id, tx);
        const wish = post.wish && (await wishes.find(post.wish.id, tx));
        return posts.listIfUnlisted(post, defined({ village: wish?.village, category: wish?.category }), tx);
      }),
  });
}
