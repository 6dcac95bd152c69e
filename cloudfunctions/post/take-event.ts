import type { Context } from '../kit/use-case';
import { mediaCheckOf } from '../host/wechat-media-event';
import { takeImageVerdict } from './take-image-verdict';

/** What WeChat pushes to this function: the late answers about photos; other events are none of its business. */
export async function takeEvent(event: unknown, context: Pick<Context, 'now' | 'newId'>): Promise<void> {
  const check = mediaCheckOf(event);
  if (!check) return;
  const { waits, ...answer } = check;
  await takeImageVerdict(waits, answer, context);
}
