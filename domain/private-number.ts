/** ID and telephone numbers in what people wrote: everybody reads the text, nobody the number. Server only. */
import { maskPhone } from './mask';
import { squeezed } from './squeezed';

export interface PrivateNumber {
  kind: '身份证号' | '手机号' | '座机号';
  /** As it stands in the text. */
  found: string;
  /** Which character of the text it begins at, counted from 1. */
  at: number;
}

/** What stands between two digits of one number: blanks and hyphens anywhere, … */
const LOOSE = '[ \\t\\-‐]{0,3}';
/** … more between its usual parts (138·0013·8000), and the most where it is between all of them (1、3、8、…). */
const PART = '[\\s\\-‐–—.·•_/|*~()]{0,3}';
const BETWEEN_ALL = '[\\s\\-‐–—.·•_/|*~,、]{1,3}';

const digits = (count: number, between = LOOSE): string => `(?:${between}\\d){${count}}`;

const numbers: readonly [PrivateNumber['kind'], RegExp][] = [
  // 6 digits of region, 8 of birth (1900–2099), 3 of order, a check digit.
  ...[LOOSE, PART].map((part): [PrivateNumber['kind'], RegExp] => [
    '身份证号',
    new RegExp(
      `(?<!\\d)[1-9]${digits(5)}${part}(?:19|20)${digits(2)}${part}[01]${digits(3)}${part}\\d${digits(2)}${LOOSE}[\\dX](?![\\dA-Z])`,
      'giu',
    ),
  ]),
  ['手机号', new RegExp(`(?<!\\d)(?:(?:00)?86${LOOSE})?1${LOOSE}[3-9]${digits(9)}(?!\\d)`, 'gu')],
  ['手机号', new RegExp(`(?<!\\d)1[3-9]\\d${PART}\\d{4}${PART}\\d{4}(?!\\d)`, 'gu')],
  ['手机号', new RegExp(`(?<!\\d)1${BETWEEN_ALL}[3-9]${digits(9, BETWEEN_ALL)}(?!\\d)`, 'gu')],
  ['座机号', /(?<!\d)0\d{2,3}\)?[ \t\-‐–—]{0,3}[2-8](?:[ \-‐]?\d){6,7}(?!\d)/gu],
  // Without its area a number of eight digits may be anything, but for what is said before it.
  ['座机号', /(?<=(?:电话|座机|固话|致电)(?:号码?)?[是为:\s]{0,3})[2-8]\d{3}[ \-‐–—]?\d{4}(?!\d)/gu],
];

const SPOKEN = ['零〇○洞Oo', '一幺壹Il', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒拐', '八捌', '九玖勾'];
const digitOf = new Map(SPOKEN.flatMap((words, digit) => [...words].map((word) => [word, String(digit)])));
const SPOKEN_DIGIT = new RegExp(`[${SPOKEN.join('')}]`, 'gu');
/** 一三九… → 139…, one character for one. */
const written = (text: string): string => text.replace(SPOKEN_DIGIT, (word) => digitOf.get(word) ?? word);

interface FoundNumber extends PrivateNumber {
  length: number;
  digits: string;
}

/** In the order of the text; of two that overlap the first and longest. */
function everyNumber(text: string): FoundNumber[] {
  const plain = squeezed(text, { keepBlanks: true });
  const found = [plain.text, written(plain.text)]
    .flatMap((readable) =>
      numbers.flatMap(([kind, pattern]) =>
        [...readable.matchAll(pattern)].map(({ index, 0: number }) => ({
          kind,
          ...plain.original({ index, length: number.length }),
          digits: number.replace(/[^\dX]/giu, ''),
        })),
      ),
    )
    .sort((a, b) => a.at - b.at || b.length - a.length);
  let end = 0;
  return found.filter(({ at, length }) => {
    if (at <= end) return false;
    end = at + length - 1;
    return true;
  });
}

/** Each ID or telephone number in a text with its middle hidden, however it is written. */
export function maskPrivateNumbers(text: string): string {
  const characters = [...text];
  for (const { at, length, digits: number } of everyNumber(text).reverse()) {
    characters.splice(at - 1, length, maskPhone(number));
  }
  return characters.join('');
}

/** Every ID and telephone number in a text that everybody will read, in the order in which they stand there. */
export const findPrivateNumbers = (text: string): PrivateNumber[] =>
  everyNumber(text).map(({ kind, found, at }) => ({ kind, found, at }));
