/** The posts that wait to be sent, as this phone keeps them: each person's own, and the same for every open window. */
import type { PostView } from '../../../contract/post';
import type { OutcomeShape } from '../../../contract/shapes';
import type { PeopleInPhotos } from '../../../domain/post-rendering';
import type { Category } from '../../../domain/wish';
import { ownKey } from '../../platform/session';
import { keysFrom, read, remove, write } from '../../platform/storage';
import { createStore } from '../../platform/store';
import type { KeptPhoto } from '../../platform/use-photos';

export interface PostToSend {
  clientToken: string;
  text: string;
  photos: KeptPhoto[];
  /** Keys of two of its photos. */
  pairs?: { before: string; after: string }[];
  people?: PeopleInPhotos;
  wish: { id: string; code: string; village: string; content: string } | null;
  outcomes: OutcomeShape[];
  village?: string;
  category?: Category;
  /** 主题实践活动 that was chosen; null: under none. */
  campaignId?: string | null;
}

export interface QueuedPost {
  post: PostToSend;
  /** In milliseconds, as the other times. */
  queuedAt: number;
  state: 'waiting' | 'refused' | 'sent';
  /** Why it waits, or why it was refused; empty while nothing has gone wrong. */
  why: string;
  /** Of a refusal: what the server named, such as the spots of a text. */
  details: Readonly<Record<string, unknown>>;
  tries: number;
  /** When it is tried again by itself; 0: now. */
  nextAt: number;
  /** It was sent and the answer has not come: the server may have published it. */
  mayBeOut: boolean;
  /** Its photos had been swept away by the server and have been sent once more. */
  resent: boolean;
  /** Of one that was sent: the person has been told. */
  seen: boolean;
  result?: PostView;
}

const PLACE = 'outbox';
/** Kept so that a second tap, here or in another window, finds that it has been sent. */
const SENT_KEPT = 10;

/** Where this person's are kept. */
export const outboxPlace = (): string => ownKey(PLACE);

export function readQueue(place: string): QueuedPost[] {
  const queue = read(place);
  return Array.isArray(queue) ? (queue as QueuedPost[]) : [];
}

/** What the pages look at. */
export const queueStore = createStore<readonly QueuedPost[]>([]);

/** Another window has changed it, or this phone is somebody else's. */
export function refreshQueue(): void {
  queueStore.set(readQueue(outboxPlace()));
}

function writeQueue(place: string, queue: readonly QueuedPost[]): void {
  const sent = queue.filter(({ state }) => state === 'sent');
  const forgotten = new Set(sent.slice(0, Math.max(0, sent.length - SENT_KEPT)));
  const left = queue.filter((queued) => !forgotten.has(queued));
  if (left.length === 0) remove(place);
  else write(place, left);
  refreshQueue();
}

const isCalled =
  (clientToken: string) =>
  ({ post }: QueuedPost): boolean =>
    post.clientToken === clientToken;

export const findQueued = (place: string, clientToken: string): QueuedPost | undefined =>
  readQueue(place).find(isCalled(clientToken));

/** Changes what is there now: another window may have been quicker. */
export function changeQueued(place: string, clientToken: string, change: (queued: QueuedPost) => QueuedPost): void {
  const queue = readQueue(place);
  if (!queue.some(isCalled(clientToken))) return;
  writeQueue(
    place,
    queue.map((queued) => (isCalled(clientToken)(queued) ? change(queued) : queued)),
  );
}

export function putQueued(place: string, queued: QueuedPost): void {
  const others = readQueue(place).filter((other) => other.post.clientToken !== queued.post.clientToken);
  writeQueue(place, [...others, queued]);
}

export function removeQueued(place: string, clientToken: string): void {
  writeQueue(
    place,
    readQueue(place).filter((queued) => !isCalled(clientToken)(queued)),
  );
}

/** Keys of the photos of every post that waits on this phone, whoever's it is. */
export const queuedPhotoKeys = (): string[] =>
  keysFrom(PLACE)
    .flatMap(readQueue)
    .filter(({ state }) => state !== 'sent')
    .flatMap(({ post }) => post.photos.map(({ key }) => key));
