import fc from 'fast-check';
import { contains, indexTerms, queryTerms } from '../../domain/search-terms';

const characters = [...'路灯坏了修村口刘胜老人小桥，。！？ -ABCabc0123１２ＬＥＤ（）𠮷㐀'];
const aText = fc.array(fc.constantFrom(...characters), { maxLength: 30 }).map((parts) => parts.join(''));

const isFound = (query: string, ...texts: string[]): boolean => {
  const terms = new Set(indexTerms(...texts));
  return queryTerms(query).every((term) => terms.has(term)) && contains(query, ...texts);
};

it('finds every text by any part of it', () => {
  fc.assert(
    fc.property(aText, fc.nat(), fc.nat(), (text, from, length) => {
      const all = [...text];
      const start = all.length === 0 ? 0 : from % all.length;
      const part = all.slice(start, start + 1 + (length % 12)).join('');
      expect(isFound(part, text)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

it('finds what stands in any of the texts, and words from several of them', () => {
  fc.assert(
    fc.property(aText, aText, (one, other) => {
      expect(isFound(one, one, other)).toBe(true);
      expect(isFound(`${one} ${other}`, one, other)).toBe(true);
    }),
  );
});

it('never finds a text that lacks one of the words', () => {
  fc.assert(
    fc.property(aText, aText, (query, text) => {
      const normal = (value: string): string => value.normalize('NFKC').toLowerCase();
      const words = normal(query)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== '');
      expect(isFound(query, text)).toBe(words.every((word) => normal(text).includes(word)));
    }),
  );
});

it('does not care for width or case, nor for what stands between words', () => {
  expect(isFound('ｌｅｄ', '换 LED 灯')).toBe(true);
  expect(isFound('路灯　坏了', '村口路灯，坏了')).toBe(true);
  expect(isFound('cj-2021-0001', 'CJ-2021-0001')).toBe(true);
});

it('has no terms for punctuation alone', () => {
  expect(queryTerms('！？ —')).toEqual([]);
  expect(indexTerms('，。')).toEqual([]);
});
