import { useCallback, useEffect, useRef, useState } from 'react';
import { messageOf } from './call-error';
import { choosePhotos, type PhotoSource } from './choose-photos';
import { newClientToken } from './client-token';
import { uploadPhoto, type Chosen } from './upload';

const MOST_PHOTOS = 9;

/** A photo that has arrived, as a draft keeps it. */
export interface KeptPhoto {
  mediaId: string;
  url: string;
}

export interface PickedPhoto {
  key: string;
  url: string;
  state: 'uploading' | 'done' | 'failed';
  /** From 0 to 1. */
  progress: number;
  mediaId?: string;
  message?: string;
}

export interface Photos {
  photos: readonly PickedPhoto[];
  /** How many more may be added. */
  room: number;
  /** Ids of those that have arrived, in the order shown. */
  mediaIds: () => string[];
  isUploading: boolean;
  hasFailed: boolean;
  add: (source: PhotoSource) => Promise<void>;
  retry: (key: string) => void;
  remove: (key: string) => void;
  clear: () => void;
}

/** Why a form with these photos cannot be sent yet; empty when it can. */
export function photosProblem({ isUploading, hasFailed }: Photos): string {
  if (isUploading) return '照片还在上传，请稍等一会儿再提交。';
  return hasFailed ? '有照片没有传上，请点照片重试，或把它移除后再提交。' : '';
}

const localUrl = (chosen: Chosen) => (chosen.kind === 'path' ? chosen.path : URL.createObjectURL(chosen.file));

const arrived = (photos: readonly PickedPhoto[]): KeptPhoto[] =>
  photos.flatMap(({ mediaId, url }) => (mediaId === undefined ? [] : [{ mediaId, url }]));

const idsOf = (photos: readonly PickedPhoto[]): string[] => arrived(photos).map(({ mediaId }) => mediaId);

const waiting = (key: string, chosen: Chosen): PickedPhoto => ({
  key,
  url: localUrl(chosen),
  state: 'uploading',
  progress: 0,
});

const fromKept = ({ mediaId, url }: KeptPhoto): PickedPhoto => ({
  key: mediaId,
  url,
  state: 'done',
  progress: 1,
  mediaId,
});

/** The photos as shown, and a way to change them that tells `onKept` whenever the arrived ones are others. */
function usePhotoState(kept: readonly KeptPhoto[], onKept: (photos: KeptPhoto[]) => void) {
  const [photos, setPhotos] = useState(() => kept.map(fromKept));
  const latest = useRef(photos);
  const tell = useRef(onKept);
  useEffect(() => {
    tell.current = onKept;
  });

  const change = useCallback((next: (before: PickedPhoto[]) => PickedPhoto[]) => {
    const before = idsOf(latest.current);
    latest.current = next(latest.current);
    setPhotos(latest.current);
    if (idsOf(latest.current).join() !== before.join()) tell.current(arrived(latest.current));
  }, []);

  const mediaIds = useCallback(() => idsOf(latest.current), []);
  const count = useCallback(() => latest.current.length, []);
  return { photos, change, mediaIds, count };
}

/** Photos of a form: chosen, sent at once, shown with their progress. `onKept` is told of those that have arrived. */
export function usePhotos(kept: readonly KeptPhoto[], onKept: (photos: KeptPhoto[]) => void): Photos {
  const { photos, change, mediaIds, count } = usePhotoState(kept, onKept);
  const files = useRef(new Map<string, Chosen>());

  const upload = async (key: string, chosen: Chosen) => {
    const update = (part: Partial<PickedPhoto>) =>
      change((before) => before.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)));
    update({ state: 'uploading', progress: 0 });
    try {
      const { mediaId, url } = await uploadPhoto(chosen, (progress) => update({ progress }));
      update({ state: 'done', progress: 1, mediaId, url });
      files.current.delete(key);
    } catch (error) {
      update({ state: 'failed', message: messageOf(error) });
    }
  };

  const add = async (source: PhotoSource) => {
    const chosen = await choosePhotos(source, MOST_PHOTOS - count());
    const added = chosen.map((file) => ({ key: newClientToken(), file }));
    for (const { key, file } of added) files.current.set(key, file);
    change((before) => [...before, ...added.map(({ key, file }) => waiting(key, file))]);
    // One after another: together they would share a weak signal and all time out.
    for (const { key, file } of added) await upload(key, file);
  };

  const retry = (key: string) => {
    const file = files.current.get(key);
    if (file) void upload(key, file);
  };
  const remove = (key: string) => {
    files.current.delete(key);
    change((before) => before.filter((photo) => photo.key !== key));
  };

  return {
    photos,
    room: MOST_PHOTOS - photos.length,
    mediaIds,
    isUploading: photos.some(({ state }) => state === 'uploading'),
    hasFailed: photos.some(({ state }) => state === 'failed'),
    add,
    retry,
    remove,
    clear: () => change(() => []),
  };
}
