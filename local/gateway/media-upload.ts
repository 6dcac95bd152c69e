/** POST /media: one multipart field `file`, kept on disk as it arrives, then taken in by media.accept. */
import type { IncomingMessage } from 'node:http';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import type { Envelope } from '../../contract/envelope';
import { MAX_IMAGE_BYTES } from '../../contract/media';
import type { Files, Host } from '../../cloudfunctions/host/host';
import { uploadKey, uploadTooLarge } from '../../cloudfunctions/host/uploads';
import { newId } from '../../cloudfunctions/kit/new-id';
import type { Serve } from '../../cloudfunctions/kit/serve';
import { DomainError } from '../../domain/errors';
import { bearerToken } from './function-call';

const invalid = (reason: string): DomainError =>
  new DomainError('INVALID_INPUT', { message: reason, details: { file: reason } });

function openForm(request: IncomingMessage): BusboyInstance {
  const contentType = request.headers['content-type'];
  if (contentType === undefined || !contentType.startsWith('multipart/form-data')) {
    throw invalid('请以 multipart 表单上传，文件字段名为 file');
  }
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': contentType },
      limits: { fileSize: MAX_IMAGE_BYTES, files: 1, fields: 10, fieldSize: 1024, parts: 12, headerPairs: 50 },
    });
  } catch {
    throw invalid('上传的表单格式有误，请重新选择文件');
  }
}

/** Keeps the file's bytes as they come; whatever breaks off leaves nothing on disk and the connection able to answer. */
function keepFile(request: IncomingMessage, files: Files, key: string): Promise<void> {
  const form = openForm(request);
  return new Promise((resolve, reject) => {
    let kept: Promise<void> | undefined;
    let current: BusboyFileStream | undefined;
    const refuse = (error: Error): void => {
      request.unpipe(form);
      request.resume();
      current?.destroy(error);
      // What is still being written is removed by the caller: not before it is there.
      void Promise.resolve(kept)
        .catch(() => undefined)
        .then(() => reject(error));
    };
    form.on('file', (field, stream) => {
      if (field !== 'file') {
        stream.resume();
        return;
      }
      current = stream;
      // It may break off before anybody reads it; `kept` says so then, and an error that nobody hears ends the process.
      stream.on('error', () => undefined);
      stream.on('limit', () => refuse(uploadTooLarge()));
      kept = files.put(key, stream, 'application/octet-stream');
      kept.catch(refuse);
    });
    form.on('error', () => refuse(invalid('上传的表单格式有误，请重新选择文件')));
    form.on('finish', () => {
      if (kept) kept.then(resolve, reject);
      else reject(invalid('没有收到文件，文件字段名应为 file'));
    });
    request.on('close', () => {
      if (!request.complete) refuse(invalid('上传中断了，请重新上传'));
    });
    request.pipe(form);
  });
}

/** Nobody's bytes are kept before the caller is known. */
export async function acceptUpload(request: IncomingMessage, host: Host, runMedia: Serve): Promise<Envelope> {
  const credentials = bearerToken(request);
  const identity = await host.identify(credentials);
  if (identity?.kind !== 'account') throw new DomainError('UNAUTHENTICATED');
  const { accountId } = identity;
  const fileId = uploadKey(accountId, newId());
  try {
    await keepFile(request, host.files, fileId);
    return await runMedia({ action: 'accept', data: { fileId }, credentials });
  } finally {
    await host.files.removeUpload(fileId, accountId);
  }
}
