/** What a file is, by its bytes; names and declared types are anybody's to choose. */
export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'heic';

const startsWith = (bytes: Buffer, magic: readonly number[]): boolean =>
  magic.every((value, index) => bytes[index] === value);

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to);

/** ISO base media: the brands after `ftyp` say which codec; HEVC ones are HEIC, an AV1 one (AVIF) is not taken. */
function isHeic(bytes: Buffer): boolean {
  if (ascii(bytes, 4, 8) !== 'ftyp') return false;
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  for (let at = 8; at + 4 <= end; at += 4) {
    if (['heic', 'heix', 'hevc', 'hevx'].includes(ascii(bytes, at, at + 4))) return true;
  }
  return false;
}

export function imageFormatOf(bytes: Buffer): ImageFormat | null {
  if (bytes.length < 16) return null;
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  return isHeic(bytes) ? 'heic' : null;
}

/** ZIP, which an .xlsx is. */
export const isZip = (bytes: Buffer): boolean => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

/** The compound file of Excel 97–2003; encrypted workbooks come in it too. */
export const isOldOffice = (bytes: Buffer): boolean => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
