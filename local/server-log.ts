/** DIR/server.log: one JSON line for each refusal and each fault; kept to two files of 10 MB. */
import { appendFileSync, renameSync, statSync } from 'node:fs';
import type { Host } from '../cloudfunctions/host/host';

const MAX_BYTES = 10 * 1024 * 1024;

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** Lines are written before the answer leaves, so that a crash loses none. */
export function serverLog(path: string): Host['log'] {
  let size = sizeOf(path);
  return (level, line) => {
    const text = `${JSON.stringify({ at: new Date().toISOString(), level, ...line })}\n`;
    if (size > MAX_BYTES) {
      renameSync(path, `${path}.1`);
      size = 0;
    }
    size += Buffer.byteLength(text);
    appendFileSync(path, text);
  };
}
