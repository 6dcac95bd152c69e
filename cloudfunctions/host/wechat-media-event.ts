/** The event in which WeChat says later what it thinks of a photo (mediaCheckAsync, version 2). */
import { z } from 'zod';
import type { ImageAnswer } from '../../domain/image-check';

const MediaCheckEvent = z.object({
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().min(1).max(200),
  errcode: z.number().optional(),
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }).optional(),
});

const answers = { pass: 'pass', review: 'review', risky: 'reject' } as const satisfies Record<string, ImageAnswer>;

export interface MediaCheck {
  /** The trace id that checkImage gave. */
  waits: string;
  answer: ImageAnswer;
  reason?: string;
}

/** null for any other event. With an errcode (-1008: it could not fetch the photo) there is no answer. */
export function mediaCheckOf(event: unknown): MediaCheck | null {
  const { success, data } = MediaCheckEvent.safeParse(event);
  if (!success) return null;
  const { trace_id: waits, errcode = 0, result } = data;
  if (errcode !== 0 || !result) return { waits, answer: 'none' };
  const answer = answers[result.suggest];
  return answer === 'review' ? { waits, answer, reason: '微信图片检查建议人工查看' } : { waits, answer };
}
