/**
 * groupOpens: which posts have been opened from the card in which WeChat group, once for each group and post. A group is
 * known by a keyed hash of its id alone (docs/decisions/0017).
 */
import { shanghaiMonth } from '../../domain/time';
import { collection } from './database';
import { isDuplicateKey } from './duplicate-key';
import type { PostDoc } from './post-doc';
import { posts } from './posts';

interface GroupOpenDoc {
  /** '<groupKey>:<postId>' */
  _id: string;
  groupKey: string;
  postId: string;
  /** Whose post it is. */
  representativeId: string;
  groupId: string;
  /** Of the first time. */
  at: Date;
  /** YYYY-MM in Shanghai. */
  month: string;
}

const groupOpens = collection<GroupOpenDoc>('groupOpens', [
  { key: { groupKey: 1, month: 1, at: -1 }, name: 'board' },
  { key: { postId: 1 }, name: 'post' },
]);

/** Anybody may say that a card was opened: a post in more groups than a town has is not counted on. */
const MOST_GROUPS = 200;
/** Posts that a month's board of one group is made from, the newest. */
const MOST_OPENS = 1000;
const MOST_COUNTED = 99;

export interface GroupOpen {
  /** When it was first opened there. */
  at: Date;
  isFirst: boolean;
}

/** Records that a post has been opened in a group, and answers since when it is known there; null beyond MOST_GROUPS. */
export async function recordOnce(groupKey: string, post: PostDoc, at: Date): Promise<GroupOpen | null> {
  const _id = `${groupKey}:${post._id}`;
  const known = await (await groupOpens()).findOne({ _id });
  if (known) return { at: known.at, isFirst: false };
  if ((await countUpTo(post._id, MOST_GROUPS)) >= MOST_GROUPS) return null;
  const { representativeId, groupId } = post;
  const open = { _id, groupKey, postId: post._id, representativeId, groupId, at, month: shanghaiMonth(at) };
  try {
    await (await groupOpens()).insertOne(open);
    return { at, isFirst: true };
  } catch (error) {
    const earlier = isDuplicateKey(error) ? await (await groupOpens()).findOne({ _id }) : null;
    if (!earlier) throw error;
    return { at: earlier.at, isFirst: false };
  }
}

const countUpTo = async (postId: string, limit: number): Promise<number> =>
  (await groupOpens()).countDocuments({ postId }, { limit, hint: 'post' });

/** In how many groups a post has been opened, up to 99. */
export const countGroups = (postId: string): Promise<number> => countUpTo(postId, MOST_COUNTED);

export interface GroupBoardRow {
  _id: string;
  name: string;
  groupId: string;
  posts: number;
  thanks: number;
}

/** Representatives by the posts of theirs that a group opened first in `month`, then by thanks; what is hidden counts nothing. */
export async function board(groupKey: string, month: string, limit: number): Promise<GroupBoardRow[]> {
  const opens = await (
    await groupOpens()
  )
    .find({ groupKey, month }, { hint: 'board', projection: { postId: 1 } })
    .sort({ at: -1 })
    .limit(MOST_OPENS)
    .toArray();
  if (opens.length === 0) return [];
  return (await posts())
    .aggregate<GroupBoardRow>([
      { $match: { _id: { $in: opens.map(({ postId }) => postId) }, status: 'published' } },
      {
        $group: {
          _id: '$representativeId',
          name: { $first: '$representative' },
          groupId: { $first: '$groupId' },
          posts: { $sum: 1 },
          thanks: { $sum: '$thanks' },
        },
      },
      { $sort: { posts: -1, thanks: -1, _id: 1 } },
      { $limit: limit },
    ])
    .toArray();
}
