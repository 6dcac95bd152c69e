/** Words that make a person look twice (hint-words.json, by category): they refuse nothing. */
import type { TextVerdict } from '../../cloudfunctions/host/host';
import words from './hint-words.json';

type Hint = NonNullable<TextVerdict['hints']>[number];

interface Found {
  index: number;
  word: string;
}

function* occurrences(text: string): Generator<Found> {
  for (const word of Object.values(words).flat()) {
    for (let index = text.indexOf(word); index >= 0; index = text.indexOf(word, index + word.length)) {
      yield { index, word };
    }
  }
}

/** In the order of the text; of words that overlap the longest (加我微信, not 微信号 in it). `at` counts characters from 1. */
export function findHints(text: string): Hint[] {
  const found = [...occurrences(text)].sort((a, b) => a.index - b.index || b.word.length - a.word.length);
  const hints: Hint[] = [];
  let end = 0;
  for (const { index, word } of found) {
    if (index < end) continue;
    end = index + word.length;
    hints.push({ word, at: [...text.slice(0, index)].length + 1 });
  }
  return hints;
}
