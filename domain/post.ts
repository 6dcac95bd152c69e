/** 晒单: what may be shown, with which wish, and what a text must not give away. */
import type { Caller } from './caller';
import { DomainError } from './errors';
import type { Wish, WishStatus } from './wish';
import { wrongState } from './wish-moves';

const linkable: readonly WishStatus[] = ['claimed', 'fulfilled', 'closed'];

/** A post shows a deed for the caller's own claimed wish; throws FORBIDDEN for another's, WRONG_STATE for one given up. */
export function checkLink(wish: Wish, caller: Caller): void {
  const isClaimer = caller.representativeId !== undefined && wish.claimer?.representativeId === caller.representativeId;
  if (!isClaimer) {
    throw new DomainError('FORBIDDEN', { message: '只能关联自己认领的心愿', facts: { wish: wish.id } });
  }
  if (!linkable.includes(wish.status)) throw wrongState(wish);
}

export const isOwnPost = (post: { representativeId: string }, caller: Caller | null): boolean =>
  caller?.representativeId !== undefined && caller.representativeId === post.representativeId;

export interface PrivateNumber {
  kind: '身份证号' | '手机号' | '座机号';
  /** As it stands in the text. */
  found: string;
  /** Which character of the text it begins at, counted from 1. */
  at: number;
}

/** Digits may be full-width and set apart by a blank or a hyphen, and be no part of a longer number. */
const spaced = (pattern: string): string => pattern.replaceAll('D', '[ -]?\\d');
const numbers: readonly [PrivateNumber['kind'], RegExp][] = [
  // 6 digits of region, 8 of birth (1900–2099), 3 of order, a check digit.
  [
    '身份证号',
    new RegExp(
      `(?<!\\d)[1-9]${spaced('DDDDD')}[ -]?(?:19|20)${spaced('DD')}[ -]?[01]${spaced('DDDDDD')}[ -]?[\\dX](?![\\dA-Z])`,
      'iu',
    ),
  ],
  ['手机号', new RegExp(`(?<!\\d)1[3-9]${spaced('DDDDDDDDD')}(?!\\d)`, 'u')],
  ['座机号', /(?<!\d)0\d{2,3}[ -]?[2-8]\d{6,7}(?!\d)/u],
];

/** Full-width forms become plain ones, one character for one, so that places in the text stay the same. */
const plain = (text: string): string =>
  [...text]
    .map((character) =>
      character.normalize('NFKC').length === character.length ? character.normalize('NFKC') : character,
    )
    .join('');

/** The first ID or telephone number in a text that everybody will read; null when there is none. */
export function findPrivateNumber(text: string): PrivateNumber | null {
  for (const [kind, pattern] of numbers) {
    const match = pattern.exec(plain(text));
    if (match) {
      const found = text.slice(match.index, match.index + match[0].length);
      return { kind, found, at: [...text.slice(0, match.index)].length + 1 };
    }
  }
  return null;
}
