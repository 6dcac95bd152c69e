/** One try to send one post: its photos that have not arrived, then the post. What comes of it is written down. */
import type { Input } from '../../../contract/contract';
import { call } from '../../platform/call';
import { toCallError, type CallError } from '../../platform/call-error';
import { isOffline } from '../../platform/network';
import { sendPhoto } from '../../platform/photo-line';
import { dropPhoto, notePhotoGone } from '../../platform/photo-store';
import { createStore } from '../../platform/store';
import type { KeptPhoto } from '../../platform/use-photos';
import { changeQueued, findQueued, outboxPlace, type PostToSend, type QueuedPost } from './outbox-list';

export const NO_SIGNAL = '没有信号，连上网会自动发出';

const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

/** What is being sent now, and how far its photos have come, from 0 to 1. */
export const sendingStore = createStore<{ clientToken: string; progress: number } | null>(null);

export const waitAfter = (tries: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));

/** Answers the server's names for the photos, in their order; each is written down as it arrives. */
async function sendPhotos(place: string, { clientToken, photos }: PostToSend): Promise<string[]> {
  const parts: number[] = photos.map(({ mediaId }) => (mediaId === undefined ? 0 : 1));
  const tell = () =>
    sendingStore.set({ clientToken, progress: parts.reduce((sum, part) => sum + part, 0) / parts.length });
  tell();
  return Promise.all(
    photos.map(async ({ key, mediaId }, index) => {
      if (mediaId !== undefined) return mediaId;
      const sent = await sendPhoto(key, (part) => {
        parts[index] = part;
        tell();
      });
      changePhotos(place, clientToken, (photo) => (photo.key === key ? { key, ...sent } : photo));
      parts[index] = 1;
      tell();
      return sent.mediaId;
    }),
  );
}

function changePhotos(place: string, clientToken: string, change: (photo: KeptPhoto) => KeptPhoto): void {
  changeQueued(place, clientToken, (queued) => ({
    ...queued,
    post: { ...queued.post, photos: queued.post.photos.map(change) },
  }));
}

function toInput(post: PostToSend, photos: string[]): Input<'post.publish'> {
  const { clientToken, text, pairs = [], people, wish, outcomes, village, category, campaignId } = post;
  const mediaIdOf = new Map(post.photos.map(({ key }, index) => [key, photos[index] ?? '']));
  const sides = pairs.map(({ before, after }) => ({
    before: mediaIdOf.get(before) ?? '',
    after: mediaIdOf.get(after) ?? '',
  }));
  return {
    text,
    photos,
    ...(sides.length > 0 ? { pairs: sides } : {}),
    ...(people === undefined ? {} : { people }),
    ...(wish ? { wishId: wish.id } : {}),
    ...(village === undefined ? {} : { village }),
    ...(category === undefined ? {} : { category }),
    ...(campaignId === undefined ? {} : { campaignId }),
    outcomes,
    clientToken,
  };
}

/** An error's first detail says more than the sentence of its code. */
function reasonOf({ code, message, details }: CallError): string {
  const [first] = code === 'INVALID_INPUT' ? Object.values(details) : [];
  return typeof first === 'string' ? first : message;
}

function reasonToWait({ code, message }: CallError): string {
  if (isOffline()) return NO_SIGNAL;
  return code === 'UNAVAILABLE' ? '服务暂时没有应答' : message;
}

async function sendAgain(place: string, { post }: QueuedPost): Promise<void> {
  await Promise.all(post.photos.map(({ key }) => notePhotoGone(key)));
  changePhotos(place, post.clientToken, ({ key }) => ({ key }));
  changeQueued(place, post.clientToken, (queued) => ({ ...queued, resent: true, mayBeOut: false, nextAt: 0 }));
}

async function noteFailure(place: string, queued: QueuedPost, error: CallError): Promise<void> {
  const { clientToken } = queued.post;
  if (error.code === 'INVALID_INPUT' && 'photos' in error.details && !queued.resent) return sendAgain(place, queued);
  changeQueued(place, clientToken, (now) => {
    if (now.state !== 'waiting') return now;
    if (!error.mayRetry) {
      return { ...now, state: 'refused', why: reasonOf(error), details: error.details, mayBeOut: false };
    }
    const tries = now.tries + 1;
    return { ...now, why: reasonToWait(error), tries, nextAt: Date.now() + waitAfter(tries) };
  });
}

/** Throws nothing: it is sent, refused, or waits for its next try. */
export async function sendQueued(place: string, queued: QueuedPost): Promise<void> {
  const { post } = queued;
  const { clientToken } = post;
  try {
    const photos = await sendPhotos(place, post);
    const now = findQueued(place, clientToken);
    // Taken back or changed meanwhile, or this phone is somebody else's now.
    if (now?.state !== 'waiting' || now.queuedAt !== queued.queuedAt || outboxPlace() !== place) return;
    changeQueued(place, clientToken, (now) => ({ ...now, mayBeOut: true }));
    const { post: result } = await call('post.publish', toInput(post, photos));
    changeQueued(place, clientToken, (now) => ({ ...now, state: 'sent', why: '', mayBeOut: false, result }));
    for (const { key } of post.photos) void dropPhoto(key);
  } catch (error) {
    await noteFailure(place, queued, toCallError(error));
  } finally {
    sendingStore.set(null);
  }
}
