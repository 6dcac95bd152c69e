import { DomainError } from '../../domain/errors';
import type { Host, TextVerdict } from '../host/host';

export type Hint = NonNullable<TextVerdict['hints']>[number];

export interface TextCheck {
  /** Whether a person should look at it afterwards. */
  isForPerson: boolean;
  hints: Hint[];
}

/** The host's content check, before anybody sees what was written. Throws CONTENT_REJECTED with the host's reason. */
export async function judgeText(host: Host, text: string): Promise<TextCheck> {
  const { verdict, reason, hints } = await host.checkText(text);
  if (verdict === 'reject') throw new DomainError('CONTENT_REJECTED', reason === undefined ? {} : { message: reason });
  const isForPerson = verdict === 'review';
  // A check that looks for words says so with an empty list; one that does not, that it found something.
  const found = hints ?? (isForPerson ? [{ word: reason ?? '内容安全检查建议复核' }] : []);
  return { isForPerson, hints: found };
}

/** The same for several texts at once; answers what a person should look at afterwards. */
export async function checkText(host: Host, ...texts: readonly (string | undefined)[]): Promise<Hint[]> {
  const text = texts.filter((part) => part !== undefined && part !== '').join('\n');
  return text === '' ? [] : (await judgeText(host, text)).hints;
}
