/**
 * The line in which photos wait to travel. Together they would share a weak signal and all be late, so they go one
 * after another; the next begins as soon as the former's bytes are out, and is made smaller while the former travels.
 */
import { call } from './call';
import { CallError } from './call-error';
import type { Chosen } from './chosen';
import { compressPhoto } from './compress';
import type { KeptFile } from './photo-shelf';
import { dropPhoto, findPhoto, notePhoto, replacePhoto } from './photo-store';
import { openWay, uploadChosen, type OnProgress, type Transfer, type Uploaded } from './upload';

interface Job {
  arrival: Promise<Uploaded>;
  listeners: Set<OnProgress>;
  transfer: Transfer;
}

const jobs = new Map<string, Job>();
let compressed: Promise<unknown> = Promise.resolve();
/** Settles once the photo before has left; rejects when it could not, for then those behind it cannot either. */
let free: Promise<void> = Promise.resolve();

const isGone = (): CallError => new CallError('NOT_FOUND', '这张照片在手机上找不到了，请移除后重新拍照或选择');

/** One at a time, so that the first can leave early. */
function makeSmall(kept: KeptFile): Promise<Chosen> {
  if (kept.ready) return Promise.resolve(kept.chosen);
  const small = compressed.then(async () => {
    const chosen = await compressPhoto(kept.chosen);
    await notePhoto(kept, { chosen, ready: true });
    return chosen;
  });
  compressed = small.catch(() => undefined);
  return small;
}

/** Asked anew each time: it changes while one waits. */
const isStopped = ({ transfer }: Pick<Turn, 'transfer'>): boolean => transfer.isStopped;

interface Turn {
  transfer: Transfer;
  before: Promise<void>;
  leave: () => void;
  onProgress: OnProgress;
}

async function send(key: string, turn: Turn): Promise<Uploaded> {
  const { transfer, before, leave, onProgress } = turn;
  const kept = await findPhoto(key);
  if (!kept) throw isGone();
  if (kept.sent) return kept.sent;
  if (!kept.ready) openWay();
  const chosen = await makeSmall(kept);
  await before;
  if (isStopped(turn)) throw isGone();
  const uploaded = await uploadChosen(chosen, { transfer, onProgress, onAllOut: leave });
  if (isStopped(turn)) {
    discardSent(uploaded);
    throw isGone();
  }
  await notePhoto(kept, { sent: uploaded });
  return uploaded;
}

function enterLine(key: string): Job {
  const listeners = new Set<OnProgress>();
  const transfer: Transfer = { isStopped: false, stop: () => undefined };
  const before = jobs.size === 0 ? Promise.resolve() : free;
  let leave: (next: Promise<void>) => void = () => undefined;
  let cut: (error: CallError) => void = () => undefined;
  free = new Promise((resolve, reject) => {
    leave = resolve;
    cut = reject;
  });
  // There may be nobody behind to hear of it.
  free.catch(() => undefined);
  const onProgress: OnProgress = (part) => listeners.forEach((listener) => listener(part));
  const arrival = send(key, { transfer, before, leave: () => leave(before), onProgress }).then(
    (uploaded) => {
      leave(before);
      return uploaded;
    },
    (error: unknown) => {
      if (error instanceof CallError && error.mayRetry) cut(error);
      leave(before);
      throw error;
    },
  );
  return { arrival, listeners, transfer };
}

/**
 * Sends a kept photo, once: who asks for one that is on its way waits for that one, who asks for one that has arrived
 * is told so. Throws CallError; whether it is worth another try is in `mayRetry`.
 */
export async function sendPhoto(key: string, onProgress: OnProgress): Promise<Uploaded> {
  const job = jobs.get(key) ?? enterLine(key);
  jobs.set(key, job);
  job.listeners.add(onProgress);
  try {
    return await job.arrival;
  } finally {
    job.listeners.delete(onProgress);
    if (jobs.get(key) === job) jobs.delete(key);
  }
}

/** Nobody shall keep the picture of a face that has been blurred. What this does not reach is swept away within a day. */
function discardSent({ mediaId }: Uploaded): void {
  call('media.discard', { mediaId }).catch(() => undefined);
}

/** Whoever waits for it hears that it is gone. */
function stopSending(key: string): void {
  const job = jobs.get(key);
  jobs.delete(key);
  if (!job) return;
  job.transfer.isStopped = true;
  job.transfer.stop();
}

/** Of a photo that its author gave up: it leaves this device, the line and the server, as far as it had come. */
export async function giveUpPhoto(key: string): Promise<void> {
  stopSending(key);
  const kept = await findPhoto(key);
  await dropPhoto(key);
  if (kept?.sent) discardSent(kept.sent);
}

/** Another picture takes its place, under the same key; the earlier one is given up. */
export async function exchangePhoto(key: string, chosen: Chosen): Promise<void> {
  stopSending(key);
  const kept = await findPhoto(key);
  await replacePhoto(key, chosen);
  if (kept?.sent) discardSent(kept.sent);
}
