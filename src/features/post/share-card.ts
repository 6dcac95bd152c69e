/** The picture of a share card, 5:4 as WeChat shows it, from the rendering that the group may see. */
import type { PostCardFacts } from '../../../contract/post-sharing';
import { offscreen, type Pen, type Surface } from '../../platform/canvas';
import type { Chosen } from '../../platform/chosen';
import { drawShots, fillBox, inks, linesFor, loadShots, stamp, write } from './drawing';

// A chat shows it about 230 points wide: letters have to be large.
const WIDTH = 1000;
const HEIGHT = 800;
const MARGIN = 40;
const PHOTO_HEIGHT = 530;
const META_SIZE = 38;

export async function drawCard(facts: PostCardFacts): Promise<Chosen> {
  const surface = offscreen(WIDTH, HEIGHT);
  const shots = await loadShots(surface, facts);
  const { context: pen } = surface;
  fillBox(pen, { x: 0, y: 0, width: WIDTH, height: HEIGHT }, shots ? inks.white : inks.paper);
  if (shots) {
    drawShots(pen, shots, { x: 0, y: 0, width: WIDTH, height: PHOTO_HEIGHT });
    drawWords(pen, facts);
  } else {
    drawWordsAlone(pen, facts);
  }
  const mark = { size: 34, bold: true, ink: inks.white, ground: inks.red };
  stamp(pen, `微心愿 · ${facts.town}`, { x: MARGIN, y: MARGIN }, mark);
  return jpegOf(surface);
}

const jpegOf = (surface: Surface): Promise<Chosen> => surface.toFile({ type: 'jpeg', quality: 0.86 });

const textWidth = WIDTH - 2 * MARGIN;

const metaOf = ({ representative, groupName, place }: PostCardFacts): string =>
  [`${representative}代表`, groupName, place].filter((part) => part !== undefined && part !== '').join(' · ');

function drawMeta(pen: Pen, facts: PostCardFacts, y: number): void {
  const lettering = { size: META_SIZE, ink: inks.grey };
  const lines = linesFor(pen, metaOf(facts), lettering, { width: textWidth, most: 1 });
  write(pen, lines, { ...lettering, x: MARGIN, y, lineHeight: 56 });
}

function drawWords(pen: Pen, facts: PostCardFacts): void {
  const lettering = { size: 54, bold: true };
  const lines = linesFor(pen, facts.text, lettering, { width: textWidth, most: 2 });
  const lineHeight = 74;
  // One line alone would stand too high.
  const top = PHOTO_HEIGHT + (lines.length === 1 ? 58 : 24);
  write(pen, lines, { ...lettering, x: MARGIN, y: top, lineHeight });
  drawMeta(pen, facts, top + lines.length * lineHeight + 10);
}

function drawWordsAlone(pen: Pen, facts: PostCardFacts): void {
  const lettering = { size: 60, bold: true };
  const bar = 10;
  const left = MARGIN + bar + 30;
  const lines = linesFor(pen, facts.text, lettering, { width: WIDTH - MARGIN - left, most: 5 });
  const lineHeight = 88;
  const height = lines.length * lineHeight;
  const top = 130 + (5 * lineHeight - height) / 2;
  fillBox(pen, { x: MARGIN, y: top, width: bar, height }, inks.red, bar / 2);
  write(pen, lines, { ...lettering, x: left, y: top, lineHeight });
  fillBox(pen, { x: MARGIN, y: HEIGHT - 150, width: textWidth, height: 2 }, inks.line);
  drawMeta(pen, facts, HEIGHT - 120);
}
