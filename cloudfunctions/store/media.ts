/** media: what has been taken in. A photo is shown only by the account that brought it. */
import { DomainError } from '../../domain/errors';
import { collection, type Tx } from './database';

export interface MediaDoc {
  _id: string;
  /** `text`: a .csv, `paper`: a .docx, `pdf`: a .pdf that was made here; it is fetched and swept away, never read again. */
  kind: 'image' | 'sheet' | 'text' | 'paper' | 'pdf';
  accountId: string;
  at: Date;
  /** Set once something shows it; what stays unused for a day is swept away. */
  used: boolean;
  width: number;
  height: number;
}

const media = collection<MediaDoc>('media', [{ key: { used: 1, at: 1 }, name: 'unused' }]);

/** Long edges in pixels: for grids, for a feed, for looking closely. */
export const renditions = [240, 720, 1600] as const;
export type Rendition = (typeof renditions)[number];

/** Where the renditions of a photo and the bytes of a spreadsheet are kept. */
export const imageKey = (id: string, rendition: Rendition): string => `images/${id}-${rendition}.jpg`;
/** The same picture for those who take WebP, where it is made and smaller: the sizes that pages show by the dozen. */
export const webpRenditions: readonly Rendition[] = [240, 720];
export const webpKey = (id: string, rendition: Rendition): string => `images/${id}-${rendition}.webp`;
export const sheetKey = (id: string): string => `sheets/${id}.xlsx`;
/** A form made for the printer. */
export const paperKey = (id: string): string => `papers/${id}.docx`;

export const pdfKey = (id: string): string => `papers/${id}.pdf`;
export const textKey = (id: string): string => `sheets/${id}.csv`;

/** Every file that belongs to it. */
export function keysOf({ _id, kind }: Pick<MediaDoc, '_id' | 'kind'>): string[] {
  switch (kind) {
    case 'image':
      return [
        ...renditions.map((rendition) => imageKey(_id, rendition)),
        ...webpRenditions.map((rendition) => webpKey(_id, rendition)),
      ];
    case 'sheet':
      return [sheetKey(_id)];
    case 'text':
      return [textKey(_id)];
    case 'paper':
      return [paperKey(_id)];
    case 'pdf':
      return [pdfKey(_id)];
  }
}

export async function insert(doc: MediaDoc): Promise<void> {
  await (await media()).insertOne(doc);
}

export async function findMany(ids: readonly string[]): Promise<Map<string, MediaDoc>> {
  if (ids.length === 0) return new Map();
  const found = await (await media()).find({ _id: { $in: [...ids] } }).toArray();
  return new Map(found.map((doc) => [doc._id, doc]));
}

/** The spreadsheet that this account uploaded; throws INVALID_INPUT when there is none. */
export async function getSheet(id: string, accountId: string): Promise<MediaDoc> {
  const doc = await (await media()).findOne({ _id: id, accountId, kind: 'sheet' });
  if (!doc) throw new DomainError('INVALID_INPUT', { details: { mediaId: '没有找到这个表格，请重新上传 .xlsx 文件' } });
  return doc;
}

const photosAreGone = (): DomainError =>
  new DomainError('INVALID_INPUT', { details: { photos: '照片没有上传成功，请重新选择' } });

/** Throws INVALID_INPUT unless every id is a photo that this account brought. */
export async function checkPhotos(ids: readonly string[], accountId: string): Promise<void> {
  const found = await findMany(ids);
  const bad = ids.filter((id) => found.get(id)?.kind !== 'image' || found.get(id)?.accountId !== accountId);
  if (bad.length > 0 || new Set(ids).size !== ids.length) {
    throw photosAreGone();
  }
}

/** Throws INVALID_INPUT when one of them has been swept away meanwhile. */
export async function markUsed(ids: readonly string[], tx: Tx): Promise<void> {
  if (ids.length === 0) return;
  const marked = await (
    await media()
  ).updateMany({ _id: { $in: [...ids] } }, { $set: { used: true } }, { session: tx });
  if (marked.matchedCount < ids.length) throw photosAreGone();
}

export async function listUnused(before: Date, limit: number): Promise<MediaDoc[]> {
  return (await media())
    .find({ used: false, at: { $lt: before } })
    .sort({ at: 1 })
    .limit(limit)
    .toArray();
}

export async function removeUnused(id: string): Promise<boolean> {
  return (await (await media()).deleteOne({ _id: id, used: false })).deletedCount === 1;
}

/** Answers what was removed; null when there is no such photo, or not for this account to remove. */
export async function removeOwnUnusedPhoto(_id: string, accountId: string): Promise<MediaDoc | null> {
  return (await media()).findOneAndDelete({ _id, accountId, kind: 'image', used: false });
}
