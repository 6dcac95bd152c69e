/**
 * 待发的晒单: what was published in a yard without a signal goes out by itself when there is one, once, whatever
 * happens in between. Photos that have arrived are not sent again; the clientToken makes one post of any number of tries.
 */
import { useEffect, useState } from 'react';
import type { PostView } from '../../../contract/post';
import { readDrafts } from '../../platform/draft';
import { onWorthTrying } from '../../platform/network';
import { giveUpPhoto } from '../../platform/photo-line';
import { sweepPhotos } from '../../platform/photo-store';
import { personStore } from '../../platform/session';
import { useStore } from '../../platform/store';
import { isH5 } from '../../platform/transport';
import type { KeptPhoto } from '../../platform/use-photos';
import {
  changeQueued,
  findQueued,
  outboxPlace,
  putQueued,
  queuedPhotoKeys,
  queueStore,
  readQueue,
  refreshQueue,
  removeQueued,
  type PostToSend,
  type QueuedPost,
} from './outbox-list';
import { NO_SIGNAL, sendingStore, sendQueued } from './send-queued';

export interface Outgoing {
  post: PostToSend;
  queuedAt: number;
  state: 'waiting' | 'sending' | 'refused' | 'sent';
  /** Why it waits or was refused, for people; empty while nothing has gone wrong. */
  why: string;
  /** Of its photos, from 0 to 1. */
  progress: number;
  details: Readonly<Record<string, unknown>>;
  /** The server may have published it: until that is known it cannot be edited. */
  mayBeOut: boolean;
  result?: PostView;
}

/** Why one is not sent that its author is changing. */
export const HELD_BACK = '先不发，改好后再点“发布晒单”';

const LOCK = 'outbox';
const SECOND = 1000;

let isWorking = false;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Counts reasons to try now; one that comes during a try must not be lost in its waiting time. */
let wakes = 0;

const nextDue = (): QueuedPost | undefined =>
  readQueue(outboxPlace()).find(({ state, nextAt }) => state === 'waiting' && nextAt <= Date.now());

async function sendAllDue(): Promise<void> {
  for (let due = nextDue(); due; due = nextDue()) {
    const before = wakes;
    const place = outboxPlace();
    await sendQueued(place, due);
    if (wakes !== before) changeQueued(place, due.post.clientToken, (queued) => ({ ...queued, nextAt: 0 }));
  }
}

/** Two windows of one person would send the same photos twice; the second finds the work done. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (isH5 && 'locks' in navigator) await navigator.locks.request(LOCK, work);
  else await work();
}

async function work(): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  try {
    await alone(sendAllDue);
  } finally {
    isWorking = false;
    schedule();
  }
}

function schedule(): void {
  clearTimeout(timer);
  const waiting = readQueue(outboxPlace()).filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return;
  const next = Math.min(...waiting.map(({ nextAt }) => nextAt));
  timer = setTimeout(() => void work(), Math.max(0, next - Date.now()));
}

function wake(): void {
  wakes += 1;
  const place = outboxPlace();
  for (const { post, nextAt } of readQueue(place)) {
    if (nextAt > 0) changeQueued(place, post.clientToken, (queued) => ({ ...queued, nextAt: 0 }));
  }
  void work();
}

/** Takes a post in and sends it as soon as that can be done; the same clientToken again changes what has not been sent. */
export function enqueue(post: PostToSend): void {
  const place = outboxPlace();
  const known = findQueued(place, post.clientToken);
  if (known?.state === 'sent') changeQueued(place, post.clientToken, (queued) => ({ ...queued, seen: false }));
  else if (!known?.mayBeOut && (known?.state === 'refused' || sendingStore.get()?.clientToken !== post.clientToken)) {
    const start = { state: 'waiting', why: '', details: {}, tries: 0, nextAt: 0 } as const;
    putQueued(place, { ...start, post, queuedAt: Date.now(), mayBeOut: false, resent: false, seen: false });
  }
  void work();
}

/** Tries this one now, or all that wait; what was refused, or is being edited, is not among those. */
export function retryNow(clientToken?: string): void {
  wakes += 1;
  const place = outboxPlace();
  for (const { post, state } of readQueue(place)) {
    if (state !== 'waiting' || (clientToken ?? post.clientToken) !== post.clientToken) continue;
    changeQueued(place, post.clientToken, (queued) => ({ ...queued, nextAt: 0, resent: false }));
  }
  void work();
}

/** Gives one up along with its photos; of one that was sent: the person has been told. */
export function discard(clientToken: string): void {
  const place = outboxPlace();
  const queued = findQueued(place, clientToken);
  if (!queued) return;
  if (queued.state === 'sent') return changeQueued(place, clientToken, (sent) => ({ ...sent, seen: true }));
  removeQueued(place, clientToken);
  for (const { key } of queued.post.photos) void giveUpPhoto(key);
}

/**
 * Holds one back to be edited: it stays here, so that nothing is lost, and goes out once it is enqueued again. Not one
 * that has been sent, or may have been and nobody knows yet.
 */
export function takeBack(clientToken: string): void {
  const place = outboxPlace();
  const queued = findQueued(place, clientToken);
  if (queued?.state !== 'waiting' || queued.mayBeOut) return;
  changeQueued(place, clientToken, (now) => ({
    ...now,
    state: 'refused',
    why: HELD_BACK,
    details: {},
  }));
}

function photoKeysInDrafts(): string[] {
  return readDrafts().flatMap((values) => {
    const photos: unknown = typeof values === 'object' && values !== null && 'photos' in values ? values.photos : [];
    return Array.isArray(photos) ? (photos as Partial<KeptPhoto>[]).map(({ key }) => key ?? '') : [];
  });
}

/** Once, when the app is launched: goes on where it was left. */
export function startOutbox(): void {
  refreshQueue();
  for (const { post, state } of readQueue(outboxPlace())) if (state === 'sent') discard(post.clientToken);
  personStore.subscribe(() => {
    refreshQueue();
    wake();
  });
  onWorthTrying(wake);
  if (isH5) {
    window.addEventListener('storage', () => {
      refreshQueue();
      schedule();
    });
  }
  void sweepPhotos([...photoKeysInDrafts(), ...queuedPhotoKeys()]);
  wake();
}

const secondsUntil = (time: number): number => Math.ceil((time - Date.now()) / SECOND);

function outgoing(queued: QueuedPost, sending: { clientToken: string; progress: number } | null): Outgoing {
  const { post, queuedAt, state, why, nextAt, details, mayBeOut, result } = queued;
  const arrived = post.photos.filter(({ mediaId }) => mediaId !== undefined).length / post.photos.length;
  const shown = { post, queuedAt, details, mayBeOut, ...(result ? { result } : {}) };
  if (state === 'waiting' && sending?.clientToken === post.clientToken) {
    return { ...shown, state: 'sending', why: '', progress: sending.progress };
  }
  const seconds = secondsUntil(nextAt);
  const again = state === 'waiting' && why !== '' && why !== NO_SIGNAL && seconds > 0 ? `，${seconds} 秒后再试` : '';
  return { ...shown, state, why: `${why}${again}`, progress: state === 'sent' ? 1 : arrived };
}

/** Those that wait, the oldest first, and those that were sent and whose person has not been told yet. */
export function useOutbox(): Outgoing[] {
  const queue = useStore(queueStore);
  const sending = useStore(sendingStore);
  const [, tick] = useState(0);
  const countsDown = queue.some(({ state, nextAt }) => state === 'waiting' && nextAt > Date.now());
  useEffect(() => {
    if (!countsDown) return undefined;
    const ticking = setInterval(() => tick((count) => count + 1), SECOND);
    return () => clearInterval(ticking);
  }, [countsDown]);
  return queue.filter(({ seen }) => !seen).map((queued) => outgoing(queued, sending));
}
