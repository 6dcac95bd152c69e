/** Reads the names in a ZIP from the list at its end, without unpacking anything. */
const END_MAGIC = 0x06054b50;
const ENTRY_MAGIC = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const MAX_COMMENT_BYTES = 65_535;

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END_MAGIC) return at;
  }
  return -1;
}

/** null when the list is damaged or cut off, as in a file that did not arrive whole. */
export function zipNames(bytes: Buffer): Set<string> | null {
  const end = findEnd(bytes);
  if (end < 0) return null;
  const names = new Set<string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY_MAGIC) return null;
    const nameBytes = bytes.readUInt16LE(at + 28);
    names.add(bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    at += ENTRY_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}
