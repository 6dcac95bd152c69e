/** post, as it is judged: reports (举报), hiding, and the queue of what a person has to look at. One area with post.ts. */
import { z } from 'zod';
import { action } from './action';
import { CommentView, PostView } from './post';
import { Cursor, Empty, Id, Photo, Time, limit, pageOf, text } from './shapes';

const post = z.object({ post: PostView });
const comment = z.object({ comment: CommentView });

/** One from each account and thing; again it changes nothing. FORBIDDEN while the account's reports are paused. */
export const report = action({
  access: 'signedIn',
  input: z.object({ id: Id, reason: text('举报的理由', 200, 2) }),
  output: post,
});
export const reportComment = action({
  access: 'signedIn',
  input: z.object({ commentId: Id, reason: text('举报的理由', 200, 2) }),
  output: comment,
});

const judges = ['liaison', 'presidium'] as const;

/** Its author is told the reason and by whom. */
export const hide = action({
  access: judges,
  input: z.object({ id: Id, reason: text('隐藏的理由', 200, 2) }),
  output: post,
  audited: ['reason'],
});
export const unhide = action({ access: judges, input: z.object({ id: Id }), output: post, audited: true });
export const hideComment = action({
  access: judges,
  input: z.object({ commentId: Id, reason: text('隐藏的理由', 200, 2) }),
  output: comment,
  audited: ['commentId', 'reason'],
});
export const unhideComment = action({
  access: judges,
  input: z.object({ commentId: Id }),
  output: comment,
  audited: ['commentId'],
});

/** reported: somebody objects; hinted: a check or a word says so; fresh: nobody has looked yet. */
export const queueKinds = ['reported', 'hinted', 'fresh'] as const;
export type QueueKind = (typeof queueKinds)[number];

export const QueueItem = z.object({
  /** 'post:<id>' or 'comment:<id>'. */
  id: z.string(),
  of: z.enum(['post', 'comment']),
  postId: Id,
  commentId: Id.optional(),
  kind: z.enum(queueKinds),
  text: z.string(),
  who: z.string(),
  at: Time,
  photos: z.array(Photo),
  hidden: z.boolean(),
  /** What made a check stop, in words; `at` where it stands in the text, in characters from 1, where it does. */
  hints: z.array(z.object({ word: z.string(), at: z.number().optional() })),
  reports: z.array(z.object({ reason: z.string(), at: Time })),
});
export type QueueItem = z.infer<typeof QueueItem>;

/** The oldest first: the liaison's own group, the presidium's whole town; never one's own. */
export const queue = action({
  access: judges,
  input: z.object({ kind: z.enum(queueKinds, '请选择要看的一类'), cursor: Cursor, limit: limit(50) }),
  output: pageOf(QueueItem),
});
/** Up to 99 each. */
export const queueCount = action({
  access: judges,
  input: Empty,
  output: z.object({ reported: z.number(), hinted: z.number(), fresh: z.number() }),
});
/** 没有问题: out of the queue; its reports are turned down. `id` as the queue names it. */
export const clear = action({
  access: judges,
  input: z.object({ id: z.string('缺少编号').max(80, '编号有误') }),
  output: Empty,
  audited: true,
});
