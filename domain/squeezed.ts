/**
 * A text in plain forms of its characters and without what nobody sees, to look for what somebody may have set apart or
 * spelled unusually.
 */

/** Where something stands in the plain text, in UTF-16 units. */
export interface Found {
  index: number;
  length: number;
}

export interface Squeezed {
  text: string;
  /** The same place in the text as it was written: in characters from 1. */
  original: (found: Found) => { found: string; at: number; length: number };
}

/** Joiners, soft hyphens, variation selectors, the frame of 1️⃣: they stand between two digits and are not there. */
const UNSEEN = /[\p{Cf}\p{Mn}\p{Me}]/u;
const BLANK = /[^\S\n]/u;

/** `keepBlanks`: where a blank tells two numbers apart. */
export function squeezed(written: string, { keepBlanks = false } = {}): Squeezed {
  const characters = [...written];
  // For each unit of the squeezed text, which character it came from.
  const from: number[] = [];
  let text = '';
  for (const [place, character] of characters.entries()) {
    if (UNSEEN.test(character) || (BLANK.test(character) && !keepBlanks)) continue;
    const plain = character.normalize('NFKC');
    text += plain;
    for (let unit = 0; unit < plain.length; unit += 1) from.push(place);
  }
  return {
    text,
    original: ({ index, length }) => {
      const [first = 0, last = 0] = [from[index], from[index + length - 1]];
      const found = characters.slice(first, last + 1);
      return { found: found.join(''), at: first + 1, length: found.length };
    },
  };
}
