/** Session tokens: '<accountId>.<expiry>.<hmac>', good for half a year and bound to this machine's key. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const LIFETIME_MS = 180 * 24 * 3600_000;

const mac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** `text` with its signature behind it. */
export const sign = (key: Buffer, text: string): string => `${text}.${mac(key, text).toString('base64url')}`;

/** The text if the signature is ours; null otherwise. */
export function verify(key: Buffer, signed: string): string | null {
  const at = signed.lastIndexOf('.');
  const text = signed.slice(0, Math.max(at, 0));
  const given = Buffer.from(signed.slice(at + 1), 'base64url');
  const expected = mac(key, text);
  return given.length === expected.length && timingSafeEqual(given, expected) ? text : null;
}

export const signToken = (key: Buffer, accountId: string, now: Date): string =>
  sign(key, `${accountId}.${now.getTime() + LIFETIME_MS}`);

/** The account that a token is for; null when it is not ours or has run out. */
export function readToken(key: Buffer, token: string, now: Date): string | null {
  const text = verify(key, token);
  if (text === null) return null;
  const at = text.lastIndexOf('.');
  return Number(text.slice(at + 1)) > now.getTime() ? text.slice(0, at) : null;
}
