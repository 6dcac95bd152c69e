/** Uploads as a platform takes them, and pictures to upload. */
import sharp, { type Sharp } from 'sharp';
import type { Envelope } from '../../contract/envelope';
import { uploadKey } from '../../cloudfunctions/host/uploads';
import { newId } from '../../cloudfunctions/kit/new-id';
import type { Functions } from './functions';

export interface Uploader {
  accountId: string;
  token: string;
}

export interface Upload {
  fileId: string;
  answer: Envelope;
}

/** Keeps the bytes as an upload of this account and sends media.accept. */
export async function upload(functions: Functions, who: Uploader, bytes: Buffer): Promise<Upload> {
  const fileId = uploadKey(who.accountId, newId());
  await functions.host.files.put(fileId, bytes, 'application/octet-stream');
  return { fileId, answer: await functions.send('media.accept', { fileId }, who.token) };
}

export const aPicture = (width = 320, height = 200): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#3366cc' } });
