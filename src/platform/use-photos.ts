import { useCallback, useEffect, useRef, useState } from 'react';
import { messageOf, toCallError } from './call-error';
import { choosePhotos, type PhotoSource } from './choose-photos';
import { onWorthTrying } from './network';
import { exchangePhoto, giveUpPhoto, sendPhoto } from './photo-line';
import { photosLastStore } from './photo-shelf';
import { keepPhoto, openPhoto, photoUrl } from './photo-store';
import { useStore } from './store';
import type { Chosen } from './chosen';

const MOST_PHOTOS = 9;
const TRIED_AGAIN_AFTER_MS = 15_000;

/** A photo as a draft keeps it: under its key on this device and, once it has arrived, with the server's name for it. */
export interface KeptPhoto {
  key: string;
  mediaId?: string;
  url?: string;
}

export interface PickedPhoto {
  key: string;
  url: string;
  state: 'waiting' | 'uploading' | 'done' | 'failed';
  /** From 0 to 1. */
  progress: number;
  mediaId?: string;
  /** Why it failed. */
  message?: string;
}

export interface Photos {
  photos: readonly PickedPhoto[];
  /** How many more may be added. */
  room: number;
  /** Ids of those that have arrived, in the order shown. */
  mediaIds: () => string[];
  /** Those that a draft keeps, in the order shown. */
  kept: () => KeptPhoto[];
  isUploading: boolean;
  hasFailed: boolean;
  /** Whether what was chosen outlives the app; in private browsing it does not. */
  doLast: boolean;
  add: (source: PhotoSource) => Promise<void>;
  addChosen: (chosen: readonly Chosen[]) => Promise<void>;
  retry: (key: string) => void;
  remove: (key: string) => void;
  /** Puts the photo at `from` where `to` is; those between make room. */
  move: (from: number, to: number) => void;
  /** A retouched photo in the place of the one it was made from, under the same key. */
  replace: (key: string, chosen: Chosen) => Promise<void>;
  /** The picture itself; null when it is not on this device any more. */
  source: (key: string) => Promise<Chosen | null>;
  /** Forgets them all; what something else still names goes on to be sent. */
  clear: () => void;
}

/** Why a form with these photos cannot be sent yet; empty when it can. */
export function photosProblem({ isUploading, hasFailed }: Photos): string {
  if (isUploading) return '照片还在上传，请稍等一会儿再提交。';
  return hasFailed ? '有照片没有传上，请点照片重试，或把它移除后再提交。' : '';
}

const asKept = ({ key, mediaId, url }: PickedPhoto): KeptPhoto =>
  mediaId === undefined ? { key } : { key, mediaId, url };

/** Drafts of before knew only photos that had arrived, by the server's name. */
const keyOf = ({ key, mediaId }: Partial<KeptPhoto>): string => key ?? mediaId ?? '';

const fromKept = (photo: KeptPhoto): PickedPhoto => ({
  key: keyOf(photo),
  url: photo.url ?? '',
  ...(photo.mediaId === undefined
    ? { state: 'waiting', progress: 0 }
    : { state: 'done', progress: 1, mediaId: photo.mediaId }),
});

const namesOf = (photos: readonly PickedPhoto[]): string =>
  photos.map(({ key, mediaId = '' }) => `${key}=${mediaId}`).join();

function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
}

/** The photos as shown, and a way to change them that tells `onKept` whenever a draft would keep others. */
function usePhotoState(kept: readonly KeptPhoto[], onKept: (photos: KeptPhoto[]) => void) {
  const [photos, setPhotos] = useState(() => kept.map(fromKept));
  const latest = useRef(photos);
  const tell = useRef(onKept);
  useEffect(() => {
    tell.current = onKept;
  });

  const change = useCallback((next: (before: PickedPhoto[]) => PickedPhoto[]) => {
    const before = namesOf(latest.current);
    latest.current = next(latest.current);
    setPhotos(latest.current);
    if (namesOf(latest.current) !== before) tell.current(latest.current.map(asKept));
  }, []);
  const update = useCallback(
    (key: string, part: Partial<PickedPhoto>) =>
      change((before) => before.map((photo) => (photo.key === key ? { ...photo, ...part } : photo))),
    [change],
  );

  const current = useCallback(() => latest.current, []);
  return { photos, change, update, current };
}

type PhotoState = ReturnType<typeof usePhotoState>;

/** Sends what has not arrived, and sends it again when it may get through; which round it is tells late answers apart. */
function useSending({ update, current }: PhotoState) {
  const rounds = useRef(new Map<string, number>());
  /** Failed for want of a signal: worth another try without being asked. */
  const mayPass = useRef(new Set<string>());

  const send = useCallback(
    async (key: string) => {
      const round = (rounds.current.get(key) ?? 0) + 1;
      rounds.current.set(key, round);
      const isLate = () => rounds.current.get(key) !== round;
      update(key, { state: 'waiting', progress: 0 });
      try {
        const { mediaId } = await sendPhoto(key, (progress) => {
          if (!isLate()) update(key, { state: 'uploading', progress });
        });
        if (!isLate()) update(key, { state: 'done', progress: 1, mediaId });
      } catch (error) {
        if (!isLate()) update(key, { state: 'failed', message: messageOf(error) });
        if (!isLate() && toCallError(error).mayRetry) mayPass.current.add(key);
      }
    },
    [update],
  );

  const sendAgain = useCallback(() => {
    const keys = [...mayPass.current];
    mayPass.current.clear();
    for (const key of keys) if (current().some((photo) => photo.key === key)) void send(key);
  }, [current, send]);

  useEffect(() => {
    const timer = setInterval(sendAgain, TRIED_AGAIN_AFTER_MS);
    const stopListening = onWorthTrying(sendAgain);
    return () => {
      clearInterval(timer);
      stopListening();
    };
  }, [sendAgain]);

  const forget = useCallback((key: string) => {
    rounds.current.set(key, (rounds.current.get(key) ?? 0) + 1);
    mayPass.current.delete(key);
  }, []);
  return { send, forget };
}

/** What a draft kept is shown from this device where it can be, and what had not arrived goes on. */
function useRestored(kept: readonly KeptPhoto[], { update }: PhotoState, send: (key: string) => Promise<void>): void {
  const restored = useRef(false);
  useEffect(() => {
    if (restored.current) return;
    restored.current = true;
    const restore = async (photo: KeptPhoto) => {
      const key = keyOf(photo);
      const url = await photoUrl(key);
      if (url !== null) update(key, { url });
      if (photo.mediaId === undefined) await send(key);
    };
    for (const photo of kept) void restore(photo);
  }, [kept, update, send]);
}

/** Photos of a form: chosen, kept on this device, sent at once, shown with their progress. */
export function usePhotos(kept: readonly KeptPhoto[], onKept: (photos: KeptPhoto[]) => void): Photos {
  const state = usePhotoState(kept, onKept);
  const { photos, change, current } = state;
  const { send, forget } = useSending(state);
  useRestored(kept, state, send);
  const doLast = useStore(photosLastStore);

  const addChosen = async (chosen: readonly Chosen[]) => {
    const added = await Promise.all(
      chosen.slice(0, MOST_PHOTOS - current().length).map(async (one) => {
        const key = await keepPhoto(one);
        return { key, url: (await photoUrl(key)) ?? '' };
      }),
    );
    change((before) => [...before, ...added.map((photo) => ({ ...photo, state: 'waiting' as const, progress: 0 }))]);
    for (const { key } of added) void send(key);
  };

  const remove = (key: string) => {
    forget(key);
    change((before) => before.filter((photo) => photo.key !== key));
    void giveUpPhoto(key);
  };
  const replace = async (key: string, chosen: Chosen) => {
    forget(key);
    await exchangePhoto(key, chosen);
    const url = (await photoUrl(key)) ?? '';
    change((before) =>
      before.map((photo) => (photo.key === key ? { key, url, state: 'waiting', progress: 0 } : photo)),
    );
    void send(key);
  };
  const clear = () => {
    for (const { key } of current()) forget(key);
    change(() => []);
  };

  return {
    photos,
    room: MOST_PHOTOS - photos.length,
    mediaIds: () => current().flatMap(({ mediaId }) => (mediaId === undefined ? [] : [mediaId])),
    kept: () => current().map(asKept),
    isUploading: photos.some(({ state: shown }) => shown === 'uploading' || shown === 'waiting'),
    hasFailed: photos.some(({ state: shown }) => shown === 'failed'),
    doLast,
    add: async (source) => addChosen(await choosePhotos(source, MOST_PHOTOS - current().length)),
    addChosen,
    retry: (key) => void send(key),
    remove,
    move: (from, to) => change((before) => moved(before, from, to)),
    replace,
    source: openPhoto,
    clear,
  };
}
