/**
 * Search in Chinese without a text index: a text is found by the pairs of neighbouring characters in it,
 * kept as an array that any document database indexes.
 */
import { maskPrivateNumbers } from './private-number';
import { isMinors, withoutSchool } from './wish-privacy';

const clean = (text: string): string => text.toLowerCase().normalize('NFKC');

/** The runs of letters and digits in a text. */
export function runsOf(text: string): string[] {
  return clean(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((run) => run.length > 0);
}

/** Neighbouring characters of a run. */
export const pairsOf = (run: string): string[] => {
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
};

/** Terms under which a document is kept: all pairs, and each single character for one-character queries. */
export function indexTerms(...texts: readonly string[]): string[] {
  const terms = new Set<string>();
  for (const run of texts.flatMap(runsOf)) {
    for (const term of [...pairsOf(run), ...run]) terms.add(term);
  }
  return [...terms];
}

/** Terms that a document must have all of, to be worth a look for this query. */
export function queryTerms(query: string): string[] {
  const terms = runsOf(query).flatMap((run) => ([...run].length === 1 ? [run] : pairsOf(run)));
  return [...new Set(terms)];
}

/** Whether each run of letters and digits in the query stands somewhere in the texts: the last word after the terms. */
export function contains(query: string, ...texts: readonly string[]): boolean {
  const cleaned = texts.map(clean);
  return runsOf(query).every((run) => cleaned.some((text) => text.includes(run)));
}

interface Searched {
  content: string;
  code: string;
  village: string;
  minor?: boolean;
}

/**
 * What a wish is found by: nobody finds out a number digit by digit, or a minor's school, that the wall does not show.
 */
export const searchedTexts = ({ content, code, village, minor = false }: Searched): string[] => [
  maskPrivateNumbers(isMinors({ content, minor }) ? withoutSchool(content) : content),
  code,
  village,
];
