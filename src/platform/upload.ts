/** A file's way in: the gateway's POST /media on H5, cloud storage and media.accept on WeChat. */
import Taro from '@tarojs/taro';
import { call } from './call';
import { CallError, unavailable } from './call-error';
import { newClientToken } from './client-token';
import { compressFile, compressPath } from './compress';
import { getToken, signIn } from './session';
import { toEnvelope } from './transport';

/** What was chosen: a file of the browser's, or a path on the phone. */
export type Chosen = { kind: 'file'; file: File } | { kind: 'path'; path: string };

export interface Uploaded {
  mediaId: string;
  url: string;
}

const UPLOAD_TIMEOUT_MS = 120_000;

/** From 0 to 1. */
export type OnProgress = (part: number) => void;

export async function uploadPhoto(chosen: Chosen, onProgress: OnProgress): Promise<Uploaded> {
  if (chosen.kind === 'file') return sendFile(await compressFile(chosen.file), chosen.file.name, onProgress);
  return sendPath(await compressPath(chosen.path), onProgress);
}

/** A spreadsheet travels as it is. */
export async function uploadSheet(chosen: Chosen, onProgress: OnProgress): Promise<Uploaded> {
  if (chosen.kind === 'file') return sendFile(chosen.file, chosen.file.name, onProgress);
  return sendPath(chosen.path, onProgress);
}

async function sendFile(body: Blob, name: string, onProgress: OnProgress): Promise<Uploaded> {
  // Better than to send a whole photo in order to be told so.
  if (getToken() === null) await signIn();
  let answer = toEnvelope(await postMedia(body, name, onProgress));
  if (!answer.ok && answer.error.code === 'UNAUTHENTICATED') {
    await signIn();
    answer = toEnvelope(await postMedia(body, name, onProgress));
  }
  if (!answer.ok) throw new CallError(answer.error.code, answer.error.message, answer.error.details);
  return answer.data as Uploaded;
}

/** XMLHttpRequest, because fetch does not tell how far an upload has come. */
function postMedia(body: Blob, name: string, onProgress: OnProgress): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/media');
    const token = getToken();
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.responseType = 'json';
    // A signal that is gone without a word would leave the photo at some percent for ever.
    request.timeout = UPLOAD_TIMEOUT_MS;
    request.ontimeout = () => reject(unavailable());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(request.response);
    request.onerror = () => reject(unavailable());
    const form = new FormData();
    form.append('file', body, name);
    request.send(form);
  });
}

async function sendPath(filePath: string, onProgress: OnProgress): Promise<Uploaded> {
  const { me } = await call('account.me', {});
  const fileId = await toCloud(me.accountId, filePath, onProgress);
  return call('media.accept', { fileId });
}

/** media.accept takes only what lies in the caller's own folder. */
function toCloud(accountId: string, filePath: string, onProgress: OnProgress): Promise<string> {
  const extension = /\.[a-z0-9]+$/i.exec(filePath)?.[0] ?? '';
  return new Promise((resolve, reject) => {
    const task: unknown = Taro.cloud.uploadFile({
      cloudPath: `uploads/${accountId}/${newClientToken()}${extension}`,
      filePath,
      success: ({ fileID }) => resolve(fileID),
      fail: () => reject(unavailable()),
    });
    watch(task, onProgress);
  });
}

interface UploadTask {
  onProgressUpdate: (listener: (update: { progress: number }) => void) => void;
}

/** With callbacks WeChat answers a task; older base libraries answer nothing. */
function watch(task: unknown, onProgress: OnProgress): void {
  if (typeof task !== 'object' || task === null || !('onProgressUpdate' in task)) return;
  (task as UploadTask).onProgressUpdate(({ progress }) => onProgress(progress / 100));
}
