/** Chinese line breaking for what is drawn: a canvas breaks no lines by itself. */

/** No line begins with these. */
const CLOSING = '，。、；：？！）》」』】〉…—～·％%,.;:?!)]}’”';
/** No line ends with these. */
const OPENING = '（《「『【〈‘“([{';

export interface LineLimits {
  width: number;
  /** The last of so many lines ends with … when there is more. */
  most?: number;
}

/** Breaks a text into lines; `widthOf` says how wide a run of characters is drawn. Its own line breaks stay. */
export function linesOf(text: string, widthOf: (run: string) => number, { width, most }: LineLimits): string[] {
  const lines = text.split(/\s*\n\s*/).flatMap((paragraph) => broken(paragraph, widthOf, width));
  if (most === undefined || lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = shortened(kept[most - 1] ?? '', widthOf, width);
  return kept;
}

function broken(paragraph: string, widthOf: (run: string) => number, width: number): string[] {
  const pieces = piecesOf(paragraph).flatMap((piece) => (widthOf(piece) > width ? [...piece] : [piece]));
  const lines: string[][] = [[]];
  for (const piece of pieces) {
    const line = lines.at(-1) ?? [];
    if (line.length > 0 && widthOf(line.join('') + piece.trimEnd()) > width) lines.push([piece]);
    else line.push(piece);
  }
  return keptCompany(lines)
    .map((line) => line.join('').trim())
    .filter((line) => line !== '');
}

/** One character alone on the last line looks forgotten: the one before goes with it. */
function keptCompany(lines: string[][]): string[][] {
  const [before, last] = lines.slice(-2);
  if (!before || !last || last.length > 1 || before.length < 3) return lines;
  return [...lines.slice(0, -2), before.slice(0, -1), [...before.slice(-1), ...last]];
}

/** What stays together: a word or a number, and a character with the marks that cling to it. */
function piecesOf(paragraph: string): string[] {
  const pieces: string[] = [];
  let opened = '';
  for (const [run] of paragraph.matchAll(/[A-Za-z0-9.,:/+-]*[A-Za-z0-9]|\s+|[^]/gu)) {
    const last = pieces.at(-1);
    if (OPENING.includes(run)) opened += run;
    else if (opened === '' && last !== undefined && CLOSING.includes(run)) pieces[pieces.length - 1] = last + run;
    else {
      pieces.push(opened + run);
      opened = '';
    }
  }
  return opened === '' ? pieces : [...pieces, opened];
}

function shortened(line: string, widthOf: (run: string) => number, width: number): string {
  let kept = [...line];
  while (kept.length > 0 && widthOf(`${kept.join('')}…`) > width) kept = kept.slice(0, -1);
  while (CLOSING.includes(kept.at(-1) ?? ' ') && kept.length > 1) kept = kept.slice(0, -1);
  return `${kept.join('')}…`;
}
