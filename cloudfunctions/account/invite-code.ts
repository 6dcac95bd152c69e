/** Invite codes: eight characters that are easy to type and to read aloud; about 40 random bits. */
import { createHash, randomInt } from 'node:crypto';

/** Without 0 and O, 1, I and L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

export const newInviteCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');

/** Blanks, hyphens, full-width letters and small letters are forgiven. */
export const hashInviteCode = (code: string): string =>
  createHash('sha256').update(code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()).digest('hex');
