/** post: 晒单, a real deed with photos and a few words. */
import { z } from 'zod';
import { action } from './action';
import { ClientToken, Cursor, Empty, Id, OutcomeShape, Photo, Time, limit, pageOf, text } from './shapes';

export const postStatuses = ['published', 'removed'] as const;

export const PostView = z.object({
  id: Id,
  text: z.string(),
  photos: z.array(Photo),
  status: z.enum(postStatuses),
  representativeId: Id,
  representative: z.string(),
  groupId: Id,
  groupName: z.string(),
  at: Time,
  outcomes: z.array(OutcomeShape),
  wish: z.object({ id: Id, code: z.string(), village: z.string(), content: z.string() }).optional(),
  thanks: z.number(),
  /** Whether this caller has said thanks, and whether the post is this caller's own. */
  thanked: z.boolean(),
  mine: z.boolean(),
});
export type PostView = z.infer<typeof PostView>;

const answer = z.object({ post: PostView });

export const publish = action({
  access: ['representative'],
  input: z.object({
    text: text('文字说明', 140, 2),
    photos: z.array(Id).min(1, '请至少上传 1 张照片').max(9, '最多 9 张照片'),
    wishId: Id.optional(),
    outcomes: z.array(OutcomeShape).max(12, '成效最多 12 项').optional(),
    clientToken: ClientToken,
  }),
  output: answer,
});

export const feed = action({
  access: 'anyone',
  input: z.object({ representativeId: Id.optional(), groupId: Id.optional(), cursor: Cursor, limit: limit(50) }),
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
