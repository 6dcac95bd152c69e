/**
 * 相似心愿: how much two texts say the same, by the pairs of neighbouring characters that they share. What every wish
 * says (我们想要…) and what all of the compared have in common (the village's name) counts for nothing.
 */
import { pairsOf, runsOf } from './search-terms';

const FILLERS =
  /希望|想要|能不能|能够|可以|帮忙|帮助|解决|我们|你们|大家|一下|这个|那个|因为|所以|[的了我想请帮能吗呢吧啊呀得着]|第?[一二三四五六七八九十\d]+\s*组/g;

/** From this on, a wish is shown as one that may be the same. */
export const SIMILAR_FROM = 0.3;

function pairsIn(text: string, common: readonly string[]): Set<string> {
  const bare = common.reduce((left, word) => (word === '' ? left : left.replaceAll(word, '')), text.normalize('NFKC'));
  const meant = new Set(runsOf(bare.replace(FILLERS, '')).flatMap(pairsOf));
  // Of a text that is nothing but fillers, these are what it says.
  return meant.size > 0 ? meant : new Set(runsOf(text).flatMap(pairsOf));
}

/** 0 (nothing shared) to 1 (the same pairs), the same both ways round. `common` are words that say nothing here. */
export function similarity(a: string, b: string, common: readonly string[] = []): number {
  const [ofA, ofB] = [pairsIn(a, common), pairsIn(b, common)];
  const shared = [...ofA].filter((pair) => ofB.has(pair)).length;
  if (shared === 0) return 0;
  // The cosine: a short text within a long one still counts, a single shared word does not.
  return Math.min(1, shared / Math.sqrt(ofA.size * ofB.size));
}

/** The candidates that say much the same, the likest first, at most `most`. */
export function likest<Candidate>(
  text: string,
  candidates: readonly Candidate[],
  { textOf, common, most }: { textOf: (candidate: Candidate) => string; common: readonly string[]; most: number },
): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, score: similarity(text, textOf(candidate), common) }))
    .filter(({ score }) => score >= SIMILAR_FROM)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
