/** The poster: the deed's pictures, the whole text, what it brought, who did it, and the code that opens it. */
import type { PostCardFacts } from '../../../contract/post-sharing';
import { offscreen, type Pen, type Picture } from '../../platform/canvas';
import type { Chosen } from '../../platform/chosen';
import { dayText } from '../../platform/dates';
import { drawShots, fillBox, inks, letter, linesFor, loadShots, stamp, write, type Shots } from './drawing';

const WIDTH = 750;
const MOST_HEIGHT = 1334;
const MARGIN = 48;
const INNER = WIDTH - 2 * MARGIN;
const GAP = 28;
const LEAST_PHOTO = 280;
const PAIR_PHOTO = 500;
/** An upright photo may be as tall as it is wide and no more: below it is what has to be read. */
const MOST_PHOTO = 750;
const HEAD = 104;
const FOOT = 236;
const CODE = 180;
const CHIP = { size: 26, ink: inks.green, ground: inks.greenTint };
const CHIP_ROW = 56;

/** A part of the poster, from top to bottom. */
interface Block {
  height: number;
  draw: (pen: Pen, top: number) => void;
}

/** The text is as large as lets everything have its place; 24 is what a phone still shows readably. */
const sizesBesidePhoto = [36, 32, 28, 24];
const sizesAlone = [48, 42, ...sizesBesidePhoto];

export interface Poster {
  file: Chosen;
  hasCode: boolean;
}

/** Drawn without the code where none could be had (`codeUrl` null) or loaded; rejects when the photo cannot be. */
export async function drawPoster(facts: PostCardFacts, codeUrl: string | null): Promise<Poster> {
  const measuring = offscreen(WIDTH, 1);
  const [shots, code] = await Promise.all([
    loadShots(measuring, facts),
    codeUrl === null ? null : measuring.loadImage(codeUrl).catch(() => null),
  ]);
  const blocks = arranged(measuring.context, facts, shots, code);
  const height = blocks.reduce((sum, block) => sum + block.height, 0);

  const surface = offscreen(WIDTH, height);
  fillBox(surface.context, { x: 0, y: 0, width: WIDTH, height }, inks.white);
  let top = 0;
  for (const block of blocks) {
    block.draw(surface.context, top);
    top += block.height;
  }
  return { file: await surface.toFile({ type: 'jpeg', quality: 0.9 }), hasCode: code !== null };
}

function arranged(pen: Pen, facts: PostCardFacts, shots: Shots | null, code: Picture | null): Block[] {
  const head = headBlock(facts);
  const rest = [...outcomeBlocks(pen, facts.outcomes), byline(pen, facts), footBlock(code)];
  const fixed = head.height + rest.reduce((sum, { height }) => sum + height, 0);
  const sizes = shots ? sizesBesidePhoto : sizesAlone;
  const least = shots ? LEAST_PHOTO : 0;
  const fits = ({ height }: Block) => fixed + height + least <= MOST_HEIGHT;
  const words = sizes.map((size) => textBlock(pen, facts.text, size)).find(fits) ?? crammedText(pen, facts.text);
  if (!shots) return [head, words, ...rest];
  const room = MOST_HEIGHT - fixed - words.height;
  const photo = Math.max(LEAST_PHOTO, Math.min(wantedHeight(shots), room));
  return [head, photoBlock(shots, photo), words, ...rest];
}

const wantedHeight = ({ photo, after }: Shots): number =>
  after ? PAIR_PHOTO : Math.min(MOST_PHOTO, Math.round((WIDTH * photo.height) / photo.width));

const headBlock = ({ town }: PostCardFacts): Block => ({
  height: HEAD,
  draw: (pen, top) => {
    fillBox(pen, { x: 0, y: top, width: WIDTH, height: HEAD }, inks.red);
    write(pen, ['人大代表晒单'], {
      size: 40,
      bold: true,
      ink: inks.white,
      x: MARGIN,
      y: top,
      lineHeight: HEAD,
    });
    const mark = `微心愿 · ${town}`;
    const lettering = { size: 28, ink: inks.white };
    letter(pen, lettering);
    const x = WIDTH - MARGIN - pen.measureText(mark).width;
    write(pen, [mark], { ...lettering, x, y: top, lineHeight: HEAD });
  },
});

const photoBlock = (shots: Shots, height: number): Block => ({
  height,
  draw: (pen, top) => drawShots(pen, shots, { x: 0, y: top, width: WIDTH, height }),
});

function textBlock(pen: Pen, text: string, size: number): Block {
  const lineHeight = Math.round(size * 1.55);
  const lines = linesFor(pen, text, { size }, { width: INNER });
  return {
    height: GAP + lines.length * lineHeight,
    draw: (drawing, top) => write(drawing, lines, { size, x: MARGIN, y: top + GAP, lineHeight }),
  };
}

/** A text that is mostly line breaks has none on the poster. */
const crammedText = (pen: Pen, text: string): Block => textBlock(pen, text.replace(/\s*\n\s*/g, ' '), 24);

function outcomeBlocks(pen: Pen, outcomes: readonly string[]): Block[] {
  if (outcomes.length === 0) return [];
  const rows: { text: string; x: number }[][] = [];
  letter(pen, CHIP);
  let right = INNER + 1;
  for (const text of outcomes) {
    const width = pen.measureText(text).width + CHIP.size;
    if (right + width > INNER) {
      rows.push([]);
      right = 0;
    }
    rows.at(-1)?.push({ text, x: MARGIN + right });
    right += width + 12;
  }
  const draw = (drawing: Pen, top: number) => {
    rows.forEach((row, index) => {
      for (const { text, x } of row) stamp(drawing, text, { x, y: top + 20 + index * CHIP_ROW }, CHIP);
    });
  };
  return [{ height: 20 + rows.length * CHIP_ROW - 12, draw }];
}

function byline(pen: Pen, { representative, groupName, place, at }: PostCardFacts): Block {
  const lettering = { size: 28, ink: inks.grey };
  const who = [`${representative}代表`, groupName].join(' · ');
  const where = [place, dayText(at)].filter((part) => part !== undefined && part !== '').join(' · ');
  const lines = [who, where].flatMap((line) => linesFor(pen, line, lettering, { width: INNER, most: 2 }));
  return {
    height: 22 + lines.length * 42 + GAP,
    draw: (drawing, top) => write(drawing, lines, { ...lettering, x: MARGIN, y: top + 22, lineHeight: 42 }),
  };
}

const footBlock = (code: Picture | null): Block => ({
  height: code ? FOOT : 110,
  draw: (pen, top) => {
    fillBox(pen, { x: 0, y: top, width: WIDTH, height: code ? FOOT : 110 }, inks.paper);
    if (!code) {
      write(pen, ['办一件实事，请大家看看'], { size: 30, bold: true, x: MARGIN, y: top, lineHeight: 110 });
      return;
    }
    const y = top + (FOOT - CODE) / 2;
    fillBox(pen, { x: MARGIN - 8, y: y - 8, width: CODE + 16, height: CODE + 16 }, inks.white, 8);
    pen.drawImage(code, MARGIN, y, CODE, CODE);
    const x = MARGIN + CODE + 40;
    write(pen, ['长按识别', '看看这件实事'], { size: 36, bold: true, x, y: y + 12, lineHeight: 54 });
    write(pen, ['不用登录就能看'], { size: 26, ink: inks.grey, x, y: y + 124, lineHeight: 40 });
  },
});
