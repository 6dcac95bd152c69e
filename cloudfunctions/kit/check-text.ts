import { DomainError } from '../../domain/errors';
import type { Host } from '../host/host';

/** The host's content check, before anybody sees what was written. Throws CONTENT_REJECTED with the host's reason. */
export async function checkText(host: Host, ...texts: readonly (string | undefined)[]): Promise<void> {
  const text = texts.filter((part) => part !== undefined && part !== '').join('\n');
  if (text === '') return;
  const { verdict, reason } = await host.checkText(text);
  if (verdict === 'reject') throw new DomainError('CONTENT_REJECTED', reason === undefined ? {} : { message: reason });
}
