/** The host on one machine: signed session tokens, files on disk behind signed links, a person instead of a content check. */
import type { Host, Identity } from '../../cloudfunctions/host/host';
import { DomainError } from '../../domain/errors';
import { diskFiles } from './disk-files';
import type { Secrets } from './secrets';
import { readToken, signToken } from './token';

export interface LocalHostOptions {
  /** Where files are kept. */
  directory: string;
  secrets: Secrets;
  demo: boolean;
  now?: () => Date;
  log?: Host['log'];
}

export function localHost({
  directory,
  secrets,
  demo,
  now = () => new Date(),
  log = () => undefined,
}: LocalHostOptions): Host {
  return {
    demo,
    checkAnswers: true,
    contactKey: secrets.contactKey,
    files: diskFiles(directory, secrets.linkKey, now),
    identify(credentials) {
      if (credentials === undefined) return Promise.resolve(null);
      const accountId = readToken(secrets.sessionKey, credentials, now());
      if (accountId === null) throw new DomainError('UNAUTHENTICATED', { message: '登录已失效，请重新登录' });
      const identity: Identity = { kind: 'account', accountId };
      return Promise.resolve(identity);
    },
    issueToken: (accountId) => signToken(secrets.sessionKey, accountId, now()),
    // On one machine nothing reads the text but people; reports and a review queue are theirs.
    checkText: () => Promise.resolve({ verdict: 'pass' }),
    // The inbox is the only channel here.
    notify: () => Promise.resolve(false),
    log,
  };
}
