/**
 * HEIC by libheif compiled to WebAssembly, in a thread of its own: decoding is synchronous and of unknown length, so it
 * must neither hold up other calls nor outlive its time.
 */
import { Worker } from 'node:worker_threads';

const TIME_LIMIT_MS = 20_000;

// Written so that the bundler sees it. Taro's ambient `require` knows no `resolve`.
const decoderPath = (): string => (require as unknown as NodeJS.Require).resolve('heic-decode');

/** The thread's program. A string, because the bundled function is one file and has no second one to start. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
(async () => {
  const decodeHeic = require(workerData.decoder);
  const images = await decodeHeic.all({ buffer: workerData.bytes });
  const { width, height } = images[0];
  if (width * height > workerData.maxPixels) return { tooManyPixels: true };
  const { data } = await images[0].decode();
  return { width, height, data };
})().then((decoded) => parentPort.postMessage(decoded), () => parentPort.postMessage({ broken: true }));
`;

export interface RawImage {
  width: number;
  height: number;
  /** RGBA, already upright: libheif applies the rotation that the file asks for. */
  data: Uint8Array;
}

type Answer = RawImage | { tooManyPixels: true } | { broken: true };

/** Answers null for what does not decode in time, 'tooManyPixels' for what is larger than `maxPixels`. */
export async function decodeHeic(bytes: Buffer, maxPixels: number): Promise<RawImage | 'tooManyPixels' | null> {
  const worker = new Worker(program, {
    eval: true,
    workerData: { bytes: new Uint8Array(bytes), maxPixels, decoder: decoderPath() },
    // What libheif prints of a damaged file is of no use to anybody.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  try {
    const answer = await new Promise<Answer>((resolve) => {
      const late = setTimeout(() => resolve({ broken: true }), TIME_LIMIT_MS);
      worker.once('message', resolve);
      worker.once('error', () => resolve({ broken: true }));
      worker.once('exit', () => {
        clearTimeout(late);
        resolve({ broken: true });
      });
    });
    if ('tooManyPixels' in answer) return 'tooManyPixels';
    return 'broken' in answer ? null : answer;
  } finally {
    await worker.terminate();
  }
}
