/** Opens a .docx as a word processor does: the part that the package names, its paragraphs as lines. */
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const END_BYTES = 22;

/** Each file in a zip that was written without a comment. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - END_BYTES;
  if (zip.readUInt32LE(end) !== END) throw new Error('this is no zip');
  const files = new Map<string, Buffer>();
  let header = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((at) => zip.readUInt16LE(header + at)) as [number, number, number];
    const local = zip.readUInt32LE(header + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(header + 20));
    const isPacked = zip.readUInt16LE(header + 10) !== 0;
    files.set(zip.toString('utf8', header + 46, header + 46 + name), isPacked ? inflateRawSync(packed) : packed);
    header += 46 + name + extra + comment;
  }
  return files;
}

export interface OpenedDocx {
  xml: string;
  lines: string[];
}

export function openDocx(bytes: Buffer): OpenedDocx {
  const files = unzip(bytes);
  if (!files.get('[Content_Types].xml')?.toString('utf8').includes('wordprocessingml.document.main+xml')) {
    throw new Error('this is no .docx');
  }
  const xml = files.get('word/document.xml')?.toString('utf8') ?? '';
  const lines = xml
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join(''));
  return { xml, lines: lines.filter((line) => line !== '') };
}
