import * as contract from '../../contract/media';
import { SHEET_TYPE } from '../kit/file-types';
import { useCase, type Context } from '../kit/use-case';
import { gate } from '../store/gate';
import * as media from '../store/media';
import { checkSheet } from './check-sheet';
import { makeRenditions } from './make-renditions';
import { refuseFile } from './refuse-file';
import { imageFormatOf, isOldOffice, isZip, type ImageFormat } from './sniff';

interface Accepted {
  mediaId: string;
  url: string;
}

async function keepImage(bytes: Buffer, format: ImageFormat, { caller, now, newId, host }: Context): Promise<Accepted> {
  const _id = newId();
  const { width, height, files } = await makeRenditions(bytes, format);
  for (const { rendition, jpeg, webp } of files) {
    await host.files.put(media.imageKey(_id, rendition), jpeg, 'image/jpeg');
    if (webp) await host.files.put(media.webpKey(_id, rendition), webp, 'image/webp');
  }
  await media.insert({ _id, kind: 'image', accountId: caller.accountId, at: now, used: false, width, height });
  const [url = ''] = await host.files.links([media.imageKey(_id, 720)], 'public');
  return { mediaId: _id, url };
}

async function keepSheet(bytes: Buffer, { caller, now, newId, host }: Context): Promise<Accepted> {
  checkSheet(bytes);
  const _id = newId();
  await host.files.put(media.sheetKey(_id), bytes, SHEET_TYPE);
  await media.insert({ _id, kind: 'sheet', accountId: caller.accountId, at: now, used: false, width: 0, height: 0 });
  const [url = ''] = await host.files.links([media.sheetKey(_id)], 'private');
  return { mediaId: _id, url };
}

async function keep(bytes: Buffer, context: Context): Promise<Accepted> {
  const format = imageFormatOf(bytes);
  if (format) return keepImage(bytes, format, context);
  if (isZip(bytes)) return keepSheet(bytes, context);
  if (isOldOffice(bytes)) throw refuseFile('这是旧版 .xls 或加了密码的表格，请另存为不加密的 .xlsx 后再上传');
  throw refuseFile('只能上传照片（JPEG、PNG、WebP、HEIC）或 .xlsx 表格');
}

/**
 * A photo may take 400 MB and one of the four threads that files and the network need too: two at once leave room for
 * both, and what waits holds nothing in memory.
 */
const oneOfTwo = gate(2);

/** Whatever comes of it, the original goes: it still has the place where it was taken. */
export const acceptMedia = useCase(contract.accept, async ({ fileId }, context) => {
  const { host, caller } = context;
  try {
    return await oneOfTwo(async () =>
      keep(await host.files.getUpload(fileId, caller.accountId, contract.MAX_IMAGE_BYTES), context),
    );
  } finally {
    await host.files.removeUpload(fileId, caller.accountId);
  }
});
