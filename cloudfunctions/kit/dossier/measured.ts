import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import type { Host } from '../../host/host';

export interface Measured {
  size: number;
  /** 64 hexadecimal digits. */
  sha256: string;
}

/** Keeps a file, and says how long it is and what its SHA-256 is; memory does not grow with it. */
export async function putMeasured(host: Host, key: string, bytes: Readable, type: string): Promise<Measured> {
  const hash = createHash('sha256');
  let size = 0;
  const measuring = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  // A source that fails fails the file: piping alone would leave it waiting.
  bytes.on('error', (error) => measuring.destroy(error));
  await host.files.put(key, bytes.pipe(measuring), type);
  return { size, sha256: hash.digest('hex') };
}
