/**
 * Search in Chinese without a text index: a text is found by the pairs of neighbouring characters in it,
 * kept as an array that any document database indexes.
 */
import { maskPrivateNumbers } from './private-number';

const clean = (text: string): string => text.toLowerCase().normalize('NFKC');

function runs(text: string): string[] {
  return clean(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((run) => run.length > 0);
}

const pairsOf = (run: string): string[] => {
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
};

/** Terms under which a document is kept: all pairs, and each single character for one-character queries. */
export function indexTerms(...texts: readonly string[]): string[] {
  const terms = new Set<string>();
  for (const run of texts.flatMap(runs)) {
    for (const term of [...pairsOf(run), ...run]) terms.add(term);
  }
  return [...terms];
}

/** Terms that a document must have all of, to be worth a look for this query. */
export function queryTerms(query: string): string[] {
  const terms = runs(query).flatMap((run) => ([...run].length === 1 ? [run] : pairsOf(run)));
  return [...new Set(terms)];
}

/** Whether each run of letters and digits in the query stands somewhere in the texts: the last word after the terms. */
export function contains(query: string, ...texts: readonly string[]): boolean {
  const cleaned = texts.map(clean);
  return runs(query).every((run) => cleaned.some((text) => text.includes(run)));
}

/** What a wish is found by: nobody finds out a number digit by digit that the wall does not show. */
export const searchedTexts = ({ content, code, village }: Record<'content' | 'code' | 'village', string>): string[] => [
  maskPrivateNumbers(content),
  code,
  village,
];
