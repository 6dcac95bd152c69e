/**
 * A progressive JPEG draws itself in scans, each over the whole picture; a few hundred kilobytes can hold thousands of
 * them, and the decoder does not look at the clock in between. Cameras and programs use about ten.
 */
export const MAX_SCANS = 64;

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** Markers without a length: fill bytes, TEM, restarts, start of image, and the zero that stands behind a coded 0xff. */
const stands = (marker: number): boolean =>
  marker === 0xff || marker === 0x01 || marker === 0x00 || (marker >= 0xd0 && marker <= 0xd8);

/** Scans of the picture itself, up to its end; what lies behind it or in its segments does not count. */
export function countScans(jpeg: Buffer): number {
  let scans = 0;
  let at = jpeg.indexOf(0xff);
  while (at >= 0 && at + 1 < jpeg.length) {
    const marker = jpeg[at + 1] ?? END_OF_IMAGE;
    if (marker === END_OF_IMAGE) break;
    if (marker === START_OF_SCAN) scans += 1;
    const isShort = stands(marker) || at + 4 > jpeg.length;
    const length = isShort ? 0 : jpeg.readUInt16BE(at + 2);
    // A fill byte may be the first half of the next marker.
    at = jpeg.indexOf(0xff, at + (marker === 0xff ? 1 : 2 + length));
  }
  return scans;
}
