/** What the share card and the poster are both made of. Sizes are pixels of the finished picture. */
import type { PostCardFacts } from '../../../contract/post-sharing';
import type { Pen, Picture, Surface } from '../../platform/canvas';
import { linesOf, type LineLimits } from '../../platform/text-lines';
import { isH5 } from '../../platform/transport';

export const inks = {
  red: '#c7252b',
  black: '#1f1f1f',
  grey: '#595959',
  paper: '#f7f5f2',
  white: '#ffffff',
  line: '#e6e1da',
  green: '#1e6b3c',
  greenTint: '#e7f3eb',
} as const;

const FACES = isH5 ? '"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif' : 'sans-serif';

export interface Lettering {
  size: number;
  bold?: boolean;
  ink?: string;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function letter(pen: Pen, { size, bold = false, ink = inks.black }: Lettering): void {
  pen.font = `${bold ? 'bold' : 'normal'} ${size}px ${FACES}`;
  pen.fillStyle = ink;
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
}

export function linesFor(pen: Pen, text: string, lettering: Lettering, limits: LineLimits): string[] {
  letter(pen, lettering);
  return linesOf(text, (run) => pen.measureText(run).width, limits);
}

export interface Written extends Lettering {
  x: number;
  y: number;
  lineHeight: number;
}

/** Writes the lines one below the other, the first one's box beginning at `y`. */
export function write(pen: Pen, lines: readonly string[], { x, y, lineHeight, ...lettering }: Written): void {
  letter(pen, lettering);
  lines.forEach((line, row) => pen.fillText(line, x, y + (row + 0.5) * lineHeight));
}

export function fillBox(pen: Pen, { x, y, width, height }: Box, ink: string, radius = 0): void {
  pen.fillStyle = ink;
  if (radius === 0) return pen.fillRect(x, y, width, height);
  pen.beginPath();
  pen.moveTo(x + radius, y);
  pen.arcTo(x + width, y, x + width, y + height, radius);
  pen.arcTo(x + width, y + height, x, y + height, radius);
  pen.arcTo(x, y + height, x, y, radius);
  pen.arcTo(x, y, x + width, y, radius);
  pen.closePath();
  pen.fill();
}

/** Words on a tinted ground with round corners; answers how wide it came out. */
export function stamp(
  pen: Pen,
  text: string,
  at: { x: number; y: number },
  look: Lettering & { ground: string },
): number {
  const { ground, ...lettering } = look;
  letter(pen, lettering);
  const width = Math.ceil(pen.measureText(text).width) + lettering.size;
  const height = Math.round(lettering.size * 1.7);
  fillBox(pen, { ...at, width, height }, ground, 8);
  write(pen, [text], { ...lettering, x: at.x + lettering.size / 2, y: at.y, lineHeight: height });
  return width;
}

/** The picture fills the box; what does not fit is cut off, the same on both sides. */
export function cover(pen: Pen, picture: Picture, { x, y, width, height }: Box): void {
  const scale = Math.max(width / picture.width, height / picture.height);
  const [cutWidth, cutHeight] = [width / scale, height / scale];
  const [left, top] = [(picture.width - cutWidth) / 2, (picture.height - cutHeight) / 2];
  pen.drawImage(picture, left, top, cutWidth, cutHeight, x, y, width, height);
}

export interface Shots {
  photo: Picture;
  /** With it, the photo is the picture of before. */
  after?: Picture;
}

/** Null for a post without a photo that this audience may see. */
export async function loadShots(surface: Surface, { photo, after }: PostCardFacts): Promise<Shots | null> {
  if (!photo) return null;
  const [first, second] = await Promise.all([
    surface.loadImage(photo.medium),
    after ? surface.loadImage(after.medium) : undefined,
  ]);
  return { photo: first, ...(second ? { after: second } : {}) };
}

const GAP = 6;

/** One picture, or before and after side by side. */
export function drawShots(pen: Pen, { photo, after }: Shots, box: Box): void {
  if (!after) return cover(pen, photo, box);
  const width = (box.width - GAP) / 2;
  fillBox(pen, box, inks.white);
  [photo, after].forEach((picture, place) => {
    const half = { ...box, x: box.x + place * (width + GAP), width };
    cover(pen, picture, half);
    const size = Math.round(box.width * 0.036);
    const corner = { x: half.x + 16, y: box.y + box.height - Math.round(size * 1.7) - 16 };
    const ground = place === 0 ? 'rgba(0, 0, 0, 0.6)' : inks.red;
    stamp(pen, place === 0 ? '之前' : '之后', corner, { size, bold: true, ink: inks.white, ground });
  });
}
