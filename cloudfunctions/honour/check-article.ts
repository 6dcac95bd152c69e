import { LEAST_CHARACTERS, charactersIn, unknownIn } from '../../domain/article';
import { DomainError } from '../../domain/errors';
import type { Host } from '../host/host';
import { checkText } from '../kit/check-text';
import { refuseSpots } from '../kit/refuse-spots';
import type { Wisher } from './wishers-of-month';

const fields = { title: '标题', text: '正文', reason: '理由' } as const;

/**
 * What others will read: no number, door, child's name nor the name of one of these wishers in it, and past the
 * content check. Throws CONTENT_REJECTED with details.spots, counted as in a caption, and `field`, the text that they
 * are in.
 */
export async function checkPublicText(
  host: Host,
  texts: Partial<Record<keyof typeof fields, string>>,
  wishers: readonly Wisher[] = [],
): Promise<void> {
  for (const field of Object.keys(texts) as (keyof typeof fields)[]) {
    refuseSpots(texts[field] ?? '', { field, name: fields[field], next: '再保存', wishers });
  }
  await checkText(host, ...Object.values(texts));
}

/** Every name in 【】 must be a figure: said by name, so that it is found in a long text. */
export function refuseUnknownFigures(title: string, text: string): void {
  const unknown = unknownIn(title, text);
  if (unknown.length === 0) return;
  const reason = `${unknown.map((name) => `【${name}】`).join('')}不是可以引用的数字，请改正或去掉括号`;
  throw new DomainError('INVALID_INPUT', { message: reason, details: { text: reason } });
}

export function refuseShort(text: string): void {
  const length = charactersIn(text);
  if (length >= LEAST_CHARACTERS) return;
  const reason = `正文至少 ${LEAST_CHARACTERS} 个字，现在是 ${length} 个字`;
  throw new DomainError('INVALID_INPUT', { message: reason, details: { text: reason } });
}
