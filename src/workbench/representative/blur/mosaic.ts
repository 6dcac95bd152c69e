/** 马赛克: a photo in square cells, of which each that the brush has met shows its one mean colour. */

export interface Point {
  x: number;
  y: number;
}

export interface Grid {
  width: number;
  height: number;
  /** Of a cell, in pixels. */
  size: number;
  columns: number;
  rows: number;
}

/** Coarse enough that nobody finds a face in it again, fine enough to leave what stands beside it. */
const CELLS_ON_LONG_EDGE = 48;
const LEAST_CELL = 10;

export function gridOf(width: number, height: number): Grid {
  const size = Math.max(LEAST_CELL, Math.round(Math.max(width, height) / CELLS_ON_LONG_EDGE));
  return { width, height, size, columns: Math.ceil(width / size), rows: Math.ceil(height / size) };
}

/** The cells that a round brush touches on its way from one point to another; never fewer than the one under it. */
export function cellsUnder(grid: Grid, from: Point, to: Point, radius: number): number[] {
  const { size, columns, rows } = grid;
  const first = (value: number) => Math.max(0, Math.floor((value - radius) / size));
  const last = (value: number, most: number) => Math.min(most - 1, Math.floor((value + radius) / size));
  const cells: number[] = [];
  for (let row = first(Math.min(from.y, to.y)); row <= last(Math.max(from.y, to.y), rows); row += 1) {
    for (let column = first(Math.min(from.x, to.x)); column <= last(Math.max(from.x, to.x), columns); column += 1) {
      if (distanceToCell(column * size, row * size, size, from, to) <= radius) cells.push(row * columns + column);
    }
  }
  return cells;
}

/** From the line between two points to the nearest of a cell; looked at from the cell's middle, rather too near. */
function distanceToCell(left: number, top: number, size: number, from: Point, to: Point): number {
  const middle = { x: left + size / 2, y: top + size / 2 };
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((middle.x - from.x) * dx + (middle.y - from.y) * dy) / length;
  const part = Math.min(1, Math.max(0, along));
  const on = { x: from.x + part * dx, y: from.y + part * dy };
  const nearest = {
    x: Math.min(left + size, Math.max(left, on.x)),
    y: Math.min(top + size, Math.max(top, on.y)),
  };
  return Math.hypot(nearest.x - on.x, nearest.y - on.y);
}

export interface CellBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function boxOf({ width, height, size, columns }: Grid, cell: number): CellBox {
  const x = (cell % columns) * size;
  const y = Math.floor(cell / columns) * size;
  return { x, y, width: Math.min(size, width - x), height: Math.min(size, height - y) };
}

/** '#a08060': the mean of the pixels, four bytes each, in a row of `rowWidth`. */
export function meanColour(pixels: Uint8ClampedArray, rowWidth: number, { x, y, width, height }: CellBox): string {
  const sums = [0, 0, 0];
  for (let row = y; row < y + height; row += 1) {
    for (let column = x; column < x + width; column += 1) {
      const at = (row * rowWidth + column) * 4;
      for (let channel = 0; channel < 3; channel += 1)
        sums[channel] = (sums[channel] ?? 0) + (pixels[at + channel] ?? 0);
    }
  }
  const hex = (sum: number) =>
    Math.round(sum / (width * height))
      .toString(16)
      .padStart(2, '0');
  return `#${sums.map(hex).join('')}`;
}
