/**
 * 按姓名、电话查找: a keyed hash of what is sealed, kept among a wish's terms (docs/decisions/0012). Whoever has only
 * the database cannot tell a name from its hash; the key is the host's.
 */
import { createHmac } from 'node:crypto';
import { givenName } from '../../domain/mask';
import type { Host } from '../host/host';
import type { Contact } from './contact';

export type LookupKind = 'name' | 'phone';

/** No query of words makes a term that begins with '#' (domain/search-terms). */
const PREFIX = { name: '#n', phone: '#p' } as const satisfies Record<LookupKind, string>;
const HASH_BYTES = 12;
const TAIL_DIGITS = 4;

/** The same however it is typed: full-width, with blanks or hyphens. */
const plain = (kind: LookupKind, text: string): string => {
  const normal = text.normalize('NFKC');
  return kind === 'phone' ? normal.replace(/\D/g, '') : normal.replace(/\s/g, '').toLowerCase();
};

type Keyed = Pick<Host, 'contactKey'>;

/** The term under which a wish of this name or phone (or its last four digits) is found. */
export function lookupTerm({ contactKey }: Keyed, kind: LookupKind, text: string): string {
  const key = createHmac('sha256', contactKey).update('wish lookup').digest();
  const hash = createHmac('sha256', key)
    .update(`${kind}:${plain(kind, text)}`)
    .digest();
  return `${PREFIX[kind]}${hash.subarray(0, HASH_BYTES).toString('base64url')}`;
}

/** The terms of a wisher: the name in full and without the family name, the phone in full and its last four digits. */
export function lookupTerms(host: Keyed, { name, phone }: Pick<Contact, 'name' | 'phone'>): string[] {
  const digits = plain('phone', phone);
  const terms = [
    ...[name, givenName(name)].filter((text) => text !== '').map((text) => lookupTerm(host, 'name', text)),
    ...[digits, digits.slice(-TAIL_DIGITS)]
      .filter((text) => text !== '')
      .map((text) => lookupTerm(host, 'phone', text)),
  ];
  return [...new Set(terms)];
}
