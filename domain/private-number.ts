/** ID and telephone numbers in what people wrote: everybody reads the text, nobody the number. */
import { maskPhone } from './mask';

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
  ['手机号', new RegExp(`(?<!\\d)(?:(?:00)?86[ -]?)?1[3-9]${spaced('DDDDDDDDD')}(?!\\d)`, 'u')],
  ['座机号', /(?<!\d)0\d{2,3}[ -]?[2-8]\d{6,7}(?!\d)/u],
];

/** Full-width forms become plain ones, one character for one, so that places in the text stay the same. */
const plain = (text: string): string =>
  [...text]
    .map((character) =>
      character.normalize('NFKC').length === character.length ? character.normalize('NFKC') : character,
    )
    .join('');

const plainDigits = (found: string): string => plain(found).replace(/[ -]/g, '');

/** Each ID or telephone number in a text with its middle hidden, however it is written. */
export function maskPrivateNumbers(text: string): string {
  let masked = text;
  for (const [, pattern] of numbers) {
    const found = [...plain(masked).matchAll(new RegExp(pattern, `${pattern.flags}g`))].reverse();
    for (const { index, 0: number } of found) {
      const end = index + number.length;
      masked = `${masked.slice(0, index)}${maskPhone(plainDigits(masked.slice(index, end)))}${masked.slice(end)}`;
    }
  }
  return masked;
}

const SPOKEN = '零一二三四五六七八九';
/** 一三九… → 139…, one character for one. */
const written = (text: string): string =>
  text
    .replace(/[〇幺]/gu, (digit) => (digit === '〇' ? '零' : '一'))
    .replace(/[零一二三四五六七八九]/gu, (digit) => String(SPOKEN.indexOf(digit)));

/** Every ID and telephone number in a text that everybody will read, in the order in which they stand there. */
export function findPrivateNumbers(text: string): PrivateNumber[] {
  const flat = plain(text);
  const found = [flat, written(flat)].flatMap((readable) =>
    numbers.flatMap(([kind, pattern]) =>
      [...readable.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(({ index, 0: number }) => ({
        kind,
        found: text.slice(index, index + number.length),
        at: [...text.slice(0, index)].length + 1,
      })),
    ),
  );
  const places = new Map(found.map((number) => [number.at, number]));
  return [...places.values()].sort((a, b) => a.at - b.at);
}

/** The first of them; null when there is none. */
export const findPrivateNumber = (text: string): PrivateNumber | null => findPrivateNumbers(text)[0] ?? null;
