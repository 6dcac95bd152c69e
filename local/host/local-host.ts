/** The host on one machine: signed session tokens, files on disk behind signed links, a person instead of a content check. */
import { createHmac } from 'node:crypto';
import type { Host, Identity } from '../../cloudfunctions/host/host';
import { DomainError } from '../../domain/errors';
import { diskFiles } from './disk-files';
import { findHints } from './hint-words';
import { qrCode } from './qr-code';
import type { Secrets } from './secrets';
import { readToken, signToken } from './token';

export interface LocalHostOptions {
  /** Where files are kept. */
  directory: string;
  secrets: Secrets;
  demo: boolean;
  /** Where people reach this server, for the codes that they scan; asked when one is made. */
  publicAddress?: () => string;
  now?: () => Date;
  log?: Host['log'];
}

/** The H5 link of a card carries ?group=<ticket>, the same for everybody who opens it from one group. */
const isTicket = (ticket: string): boolean => /^[\w-]{4,64}$/.test(ticket);

export function localHost({
  directory,
  secrets,
  demo,
  publicAddress = () => 'http://127.0.0.1:5180',
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
    // On one machine nothing reads a text or looks at a photo but people: all of it is theirs to look at.
    checkText: (text) => Promise.resolve({ verdict: 'review', hints: findHints(text) }),
    checkImage: () => Promise.resolve({ verdict: 'review' }),
    miniCode: (target) => qrCode(publicAddress(), target),
    groupOf: (ticket) =>
      Promise.resolve(
        isTicket(ticket) ? createHmac('sha256', secrets.linkKey).update(`group:${ticket}`).digest('base64url') : null,
      ),
    // The inbox is the only channel here.
    notify: () => Promise.resolve(false),
    log,
  };
}
