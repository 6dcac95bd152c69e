import { offscreen, type Picture } from '../../../platform/canvas';
import type { Chosen } from '../../../platform/chosen';

const LONG_EDGE = 1600;
const QUALITY = 0.9;

export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The middle of a picture in another shape: what a frame of that shape shows of it. `shape` is width by height. */
export function middleOf(width: number, height: number, shape: number): Part {
  const part = width / height > shape ? { width: height * shape, height } : { width, height: width / shape };
  return { x: (width - part.width) / 2, y: (height - part.height) / 2, ...part };
}

/** What was seen in the frame, as a file. `size` is the picture's own: a video says it elsewhere than a photo. */
export async function cropped(seen: Picture, size: Pick<Part, 'width' | 'height'>, shape: number): Promise<Chosen> {
  const part = middleOf(size.width, size.height, shape);
  const scale = Math.min(1, LONG_EDGE / Math.max(part.width, part.height));
  const [width, height] = [Math.round(part.width * scale), Math.round(part.height * scale)];
  const surface = offscreen(width, height);
  surface.context.drawImage(seen, part.x, part.y, part.width, part.height, 0, 0, width, height);
  return surface.toFile({ type: 'jpeg', quality: QUALITY });
}
