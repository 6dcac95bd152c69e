import type { Picture, Surface } from '../../../platform/canvas';
import type { Chosen } from '../../../platform/chosen';
import { boxOf, cellsUnder, gridOf, meanColour, type Point } from './mosaic';

const QUALITY = 0.92;

export interface Painter {
  /** Begins a stroke at a point, or goes on with it to another; in pixels of the photo. */
  paint: (from: Point, to: Point, radius: number) => void;
  endStroke: () => void;
  undo: () => void;
  reset: () => void;
  /** How many strokes there are. */
  strokes: () => number;
  /** The photo with the cells in it: what was under them is not in the file. */
  toFile: () => Promise<Chosen>;
}

/** Draws the photo and holds its pixels, from which each cell takes its colour. */
export function createPainter(surface: Surface, picture: Picture): Painter {
  const { context, width, height } = surface;
  const grid = gridOf(width, height);
  const draw = () => context.drawImage(picture, 0, 0, width, height);
  draw();
  const { data } = context.getImageData(0, 0, width, height);
  let done: Set<number>[] = [];
  let open: Set<number> | null = null;

  const fill = (cell: number) => {
    const box = boxOf(grid, cell);
    context.fillStyle = meanColour(data, width, box);
    context.fillRect(box.x, box.y, box.width, box.height);
  };
  const redraw = () => {
    draw();
    for (const stroke of done) stroke.forEach(fill);
  };

  return {
    paint(from, to, radius) {
      open ??= new Set();
      for (const cell of cellsUnder(grid, from, to, radius)) {
        if (open.has(cell)) continue;
        open.add(cell);
        fill(cell);
      }
    },
    endStroke() {
      if (open && open.size > 0) done.push(open);
      open = null;
    },
    undo() {
      done = done.slice(0, -1);
      redraw();
    },
    reset() {
      done = [];
      redraw();
    },
    strokes: () => done.length,
    toFile: () => surface.toFile({ type: 'jpeg', quality: QUALITY }),
  };
}
