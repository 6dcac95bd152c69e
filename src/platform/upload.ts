/** A file's way in: the gateway's POST /media on H5, cloud storage and media.accept on WeChat. */
import Taro from '@tarojs/taro';
import { call } from './call';
import { CallError, unavailable } from './call-error';
import type { Chosen } from './chosen';
import { newClientToken } from './client-token';
import { getToken, signIn } from './session';
import { isH5, toEnvelope } from './transport';

export interface Uploaded {
  mediaId: string;
  url: string;
}

/** From 0 to 1. */
export type OnProgress = (part: number) => void;

/** A file under way, for ending it early. */
export interface Transfer {
  isStopped: boolean;
  stop: () => void;
}

interface Way {
  onProgress: OnProgress;
  /** All of it has left: what comes is the answer, and the link is free. */
  onAllOut?: () => void;
  transfer?: Transfer;
}

/** A slow link that moves is left alone; one on which nothing moves for this long is cut, and tried anew. */
const STALLED_AFTER_MS = 20_000;
/** What has left the page may still lie in the phone's own buffers, and then the server looks at the picture. */
const ANSWERED_WITHIN_MS = 60_000;
const MOST_BYTES = 10 * 1024 * 1024;

/** A connection takes a round trip to be made: on H5 it is there by the time that the photo has been made smaller. */
export function openWay(): void {
  if (isH5) fetch('/health').catch(() => undefined);
}

export async function uploadChosen(chosen: Chosen, way: Way): Promise<Uploaded> {
  return chosen.kind === 'file' ? sendFile(chosen.file, way) : sendPath(chosen.path, way);
}

/** A spreadsheet travels as it is. */
export const uploadSheet = (chosen: Chosen, onProgress: OnProgress): Promise<Uploaded> =>
  uploadChosen(chosen, { onProgress });

async function sendFile(file: File, way: Way): Promise<Uploaded> {
  // Better than to send a whole photo in order to be told so.
  if (file.size > MOST_BYTES) throw new CallError('TOO_LARGE', '文件超过 10 MB，请换一个小些的再上传');
  if (getToken() === null) await signIn();
  let answer = toEnvelope(await postMedia(file, way));
  if (!answer.ok && answer.error.code === 'UNAUTHENTICATED') {
    await signIn();
    answer = toEnvelope(await postMedia(file, way));
  }
  if (!answer.ok) throw new CallError(answer.error.code, answer.error.message, answer.error.details);
  return answer.data as Uploaded;
}

/** Runs `late` once, unless it is put off again or called off before. */
function alarm(late: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    putOff(ms: number) {
      clearTimeout(timer);
      timer = setTimeout(late, ms);
    },
    callOff: () => clearTimeout(timer),
  };
}

/** XMLHttpRequest, because fetch does not tell how far an upload has come. */
function postMedia(file: File, { onProgress, onAllOut, transfer }: Way): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stalled = alarm(() => request.abort());
    if (transfer) transfer.stop = () => request.abort();
    request.open('POST', '/media');
    const token = getToken();
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => {
      stalled.putOff(STALLED_AFTER_MS);
      onProgress(total > 0 ? loaded / total : 0);
    };
    request.upload.onload = () => {
      stalled.putOff(ANSWERED_WITHIN_MS);
      // Too late: the server has it, and only its answer says by what name it can be taken back.
      if (transfer) transfer.stop = () => undefined;
      onAllOut?.();
    };
    request.onload = () => resolve(request.response);
    request.onerror = () => reject(unavailable());
    request.onabort = () => reject(unavailable());
    request.onloadend = stalled.callOff;
    const form = new FormData();
    form.append('file', file, file.name);
    stalled.putOff(STALLED_AFTER_MS);
    request.send(form);
  });
}

async function sendPath(filePath: string, way: Way): Promise<Uploaded> {
  const { me } = await call('account.me', {});
  const fileId = await toCloud(me.accountId, filePath, way);
  way.onAllOut?.();
  return call('media.accept', { fileId });
}

interface UploadTask {
  onProgressUpdate: (listener: (update: { progress: number }) => void) => void;
  abort: () => void;
}

/** With callbacks WeChat answers a task; older base libraries answer nothing. */
const isTask = (task: unknown): task is UploadTask =>
  typeof task === 'object' && task !== null && 'onProgressUpdate' in task && 'abort' in task;

/** media.accept takes only what lies in the caller's own folder. */
function toCloud(accountId: string, filePath: string, { onProgress, transfer }: Way): Promise<string> {
  const extension = /\.[a-z0-9]+$/i.exec(filePath)?.[0] ?? '';
  return new Promise((resolve, reject) => {
    const stalled = alarm(() => stop());
    const task: unknown = Taro.cloud.uploadFile({
      cloudPath: `uploads/${accountId}/${newClientToken()}${extension}`,
      filePath,
      success: ({ fileID }) => {
        stalled.callOff();
        resolve(fileID);
      },
      fail: () => {
        stalled.callOff();
        reject(unavailable());
      },
    });
    const stop = () => {
      if (isTask(task)) task.abort();
      stalled.callOff();
      reject(unavailable());
    };
    if (transfer) transfer.stop = stop;
    if (!isTask(task)) return;
    stalled.putOff(STALLED_AFTER_MS);
    task.onProgressUpdate(({ progress }) => {
      stalled.putOff(progress < 100 ? STALLED_AFTER_MS : ANSWERED_WITHIN_MS);
      onProgress(progress / 100);
    });
  });
}
