/** post: 晒单, a real deed with photos and a few words. What is judged and what goes into the group stand beside it. */
import { z } from 'zod';
import { peopleInPhotos } from '../domain/post-rendering';
import { postStatuses } from '../domain/post';
import { categories } from '../domain/wish';
import { action } from './action';
import { ClientToken, Cursor, Empty, Id, OutcomeShape, Photo, Time, limit, pageOf, text } from './shapes';

const Category = z.enum(categories, '请选择心愿类别');
const Village = z.string().trim().min(1, '请选择村（社区）').max(30, '村（社区）名称太长');

/** 前后对比: two of the post's own photos. */
export const PhotoPair = z.object({ before: Id, after: Id });
export type PhotoPair = z.infer<typeof PhotoPair>;

export const HiddenBecause = z.object({
  reason: z.string(),
  /** 主体 + 职务, or 内容安全检查. */
  who: z.string(),
  automatic: z.boolean(),
  at: Time,
});
export type HiddenBecause = z.infer<typeof HiddenBecause>;

export const PostView = z.object({
  id: Id,
  text: z.string(),
  /** What of it goes into the group, where that is not all of it. */
  groupText: z.string().optional(),
  /** Those that this caller's rendering shows; in a feed the first of them alone. */
  photos: z.array(Photo),
  /** How many there are for this caller. */
  photoCount: z.number(),
  /** Whether there are photos that this caller's rendering leaves out. */
  photosWithheld: z.boolean(),
  pairs: z.array(PhotoPair),
  status: z.enum(postStatuses),
  representativeId: Id,
  representative: z.string(),
  groupId: Id,
  groupName: z.string(),
  at: Time,
  outcomes: z.array(OutcomeShape),
  /** 刘胜村, or 刘胜村八组 in the internal rendering. */
  place: z.string().optional(),
  village: z.string().optional(),
  category: Category.optional(),
  /** `content` is cut to its first words in a feed. `wisher` is named as the rendering allows. */
  wish: z.object({ id: Id, code: z.string(), village: z.string(), content: z.string(), wisher: z.string() }).optional(),
  thanks: z.number(),
  comments: z.number(),
  featured: z.boolean(),
  /** Whether this caller has said thanks, and whether the post is this caller's own. */
  thanked: z.boolean(),
  mine: z.boolean(),
  /** For the author and those who judge it. */
  hiddenBecause: HiddenBecause.optional(),
  /** On its own page: the 主题实践活动 that it is filed under. */
  campaign: z.object({ id: Id, name: z.string() }).optional(),
  /** What this caller may do with it now; `file`: under another 主题实践活动, said on its own page only. */
  allowed: z.array(z.enum(['remove', 'thank', 'comment', 'report', 'hide', 'unhide', 'feature', 'file'])),
  /** For its author: in how many WeChat groups its card has been opened. */
  groupsReached: z.number().optional(),
});
export type PostView = z.infer<typeof PostView>;

const answer = z.object({ post: PostView });

/**
 * `people`, `village` and `category` may be left out: the linked wish says them. A text with an ID or telephone number,
 * a door number or a minor's name is refused with CONTENT_REJECTED and details.spots: [{ kind, found, at, length }],
 * counted in characters from 1.
 */
export const publish = action({
  access: ['representative'],
  input: z.object({
    text: text('文字说明', 140, 2),
    photos: z.array(Id).min(1, '请至少上传 1 张照片').max(9, '最多 9 张照片'),
    pairs: z.array(PhotoPair).max(4, '最多 4 组前后对比').optional(),
    people: z.enum(peopleInPhotos, '请说明照片里的群众是否同意公开').optional(),
    wishId: Id.optional(),
    village: Village.optional(),
    category: Category.optional(),
    outcomes: z.array(OutcomeShape).max(12, '成效最多 12 项').optional(),
    /** 主题实践活动 of today; null for none; left out, the wish's, or else the only one that runs. */
    campaignId: Id.nullable().optional(),
    clientToken: ClientToken,
  }),
  output: answer,
});

/** The newest first. One place at most counts: a representative before a village, a village before a group. */
export const feed = action({
  access: 'anyone',
  input: z.object({
    representativeId: Id.optional(),
    groupId: Id.optional(),
    village: Village.optional(),
    category: Category.optional(),
    /** 精选. */
    featured: z.boolean().optional(),
    cursor: Cursor,
    limit: limit(50),
  }),
  output: pageOf(PostView),
});

export const get = action({ access: 'anyone', input: z.object({ id: Id }), output: answer });

/** 感谢: one from each account; `on: false` takes it back. */
export const thank = action({
  access: 'signedIn',
  input: z.object({ id: Id, on: z.boolean().optional() }),
  output: answer,
});

export const remove = action({
  access: ['representative'],
  input: z.object({ id: Id }),
  output: Empty,
});

/** 精选, on or off. */
export const feature = action({
  access: ['presidium'],
  input: z.object({ id: Id, on: z.boolean() }),
  output: answer,
  audited: ['on'],
});

export const CommentView = z.object({
  id: Id,
  /** 王**, or 周建平代表. */
  who: z.string(),
  text: z.string(),
  at: Time,
  mine: z.boolean(),
  status: z.enum(postStatuses),
  hiddenBecause: HiddenBecause.optional(),
  allowed: z.array(z.enum(['remove', 'report', 'hide', 'unhide'])),
});
export type CommentView = z.infer<typeof CommentView>;

/** The oldest first; what is hidden is seen by who wrote it and by those who judge. */
export const comments = action({
  access: 'anyone',
  input: z.object({ id: Id, cursor: Cursor, limit: limit(50) }),
  output: pageOf(CommentView),
});

/** Checked as a post's text is; the same clientToken again → the same comment. RATE_LIMITED for too many at once. */
export const comment = action({
  access: 'signedIn',
  input: z.object({ id: Id, text: text('评论', 140), clientToken: ClientToken }),
  output: z.object({ comment: CommentView }),
});

export const removeComment = action({ access: 'signedIn', input: z.object({ commentId: Id }), output: Empty });
