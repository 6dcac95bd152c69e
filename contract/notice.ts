/** notice: the in-app inbox (通知). */
import { z } from 'zod';
import { noticeKinds } from '../domain/notice';
import { action } from './action';
import { Cursor, Empty, Id, Time, limit, pageOf } from './shapes';

export const Notice = z.object({
  id: Id,
  kind: z.enum(noticeKinds),
  text: z.string(),
  at: Time,
  read: z.boolean(),
  /** What a press opens; a digest has several. */
  wishId: Id.optional(),
  orderId: Id.optional(),
  postId: Id.optional(),
  modelId: z.string().optional(),
  /** '<kind>:<id>' (domain/notice). */
  about: z.string().optional(),
  /** A digest's lines, one for each thing. */
  items: z
    .array(
      z.object({
        wishId: Id.optional(),
        orderId: Id.optional(),
        postId: Id.optional(),
        modelId: z.string().optional(),
        about: z.string().optional(),
        text: z.string(),
      }),
    )
    .optional(),
});
export type Notice = z.infer<typeof Notice>;

/** The newest first. */
export const list = action({
  access: 'signedIn',
  input: z.object({ cursor: Cursor, limit: limit(50) }),
  output: pageOf(Notice),
});

/** How many are unread, counted up to 99. */
export const count = action({ access: 'signedIn', input: Empty, output: z.object({ unread: z.number() }) });

/** Those named, or all. */
export const read = action({
  access: 'signedIn',
  input: z.object({ ids: z.array(Id).max(100).optional() }),
  output: z.object({ unread: z.number() }),
});
