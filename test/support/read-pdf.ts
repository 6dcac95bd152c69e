/** Opens a .pdf again and reads what is printed on each of its pages. */
import { Worker } from 'node:worker_threads';

// The reader is a module that only Node itself loads, not the test runner.
const READER = `
  const { parentPort, workerData } = require('node:worker_threads');
  import('unpdf').then(async ({ extractText, getDocumentProxy }) => {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(workerData)));
    parentPort.postMessage(text);
  });
`;

/** The text of each page; pieces of a line may stand apart, so compare without spaces where it matters. */
export function readPdf(bytes: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(READER, { eval: true, workerData: bytes });
    worker.once('message', (pages: string[]) => {
      resolve(pages);
      void worker.terminate();
    });
    worker.once('error', reject);
  });
}
