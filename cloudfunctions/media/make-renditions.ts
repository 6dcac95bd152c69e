/**
 * A photo in the sizes that pages show. Every rendition is encoded anew from pixels, so that nothing of the file that
 * came in (EXIF, GPS, thumbnails, whatever follows the picture) reaches anybody.
 */
import type { Sharp } from 'sharp';
import { renditions, webpRenditions, type Rendition } from '../store/media';
import { countScans, MAX_SCANS } from './count-scans';
import { decodeHeic } from './decode-heic';
import { sharp } from './guarded-sharp';
import { refuseFile } from './refuse-file';
import type { ImageFormat } from './sniff';

/** 64 megapixels: above any phone's everyday setting, below what would exhaust a small server's memory. */
const MAX_PIXELS = 64_000_000;
const TIME_LIMIT_SECONDS = 20;
const JPEG_QUALITY = 82;
const WEBP_QUALITY = 78;
const LARGEST = renditions[renditions.length - 1];

const broken = (): Error => refuseFile('照片打不开，可能没有传完整或已损坏，请重新选择照片');
const tooManyPixels = (): Error => refuseFile('照片的尺寸太大，请缩小到 6400 万像素以内再上传');

interface Upright {
  pixels: Buffer;
  width: number;
  height: number;
}

async function openImage(bytes: Buffer, format: ImageFormat): Promise<Sharp> {
  if (format === 'heic') {
    const decoded = await decodeHeic(bytes, MAX_PIXELS);
    if (decoded === 'tooManyPixels') throw tooManyPixels();
    if (!decoded) throw broken();
    const { data, width, height } = decoded;
    return sharp(Buffer.from(data), { raw: { width, height, channels: 4 }, limitInputPixels: MAX_PIXELS });
  }
  if (format === 'jpeg' && countScans(bytes) > MAX_SCANS) throw broken();
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true });
  const found = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (found?.format !== format) throw broken();
  if (found.width * found.height > MAX_PIXELS) throw tooManyPixels();
  return image.autoOrient();
}

async function decode(bytes: Buffer, format: ImageFormat): Promise<Upright> {
  const image = await openImage(bytes, format);
  const { data, info } = await image
    .resize({ width: LARGEST, height: LARGEST, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .timeout({ seconds: TIME_LIMIT_SECONDS })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw broken();
    });
  return { pixels: data, width: info.width, height: info.height };
}

export interface Renditions {
  /** Of the largest one. */
  width: number;
  height: number;
  /** `webp` where it is made and smaller than the JPEG. */
  files: { rendition: Rendition; jpeg: Buffer; webp?: Buffer }[];
}

/** Throws INVALID_INPUT for a picture that is damaged, cut off, another kind than it claims, or too large. */
export async function makeRenditions(bytes: Buffer, format: ImageFormat): Promise<Renditions> {
  const { pixels, width, height } = await decode(bytes, format);
  const files: Renditions['files'] = [];
  for (const rendition of renditions) {
    const sized = sharp(pixels, { raw: { width, height, channels: 3 } }).resize({
      width: rendition,
      height: rendition,
      fit: 'inside',
      withoutEnlargement: true,
    });
    const jpeg = await sized.clone().jpeg({ quality: JPEG_QUALITY }).toBuffer();
    const webp = webpRenditions.includes(rendition) ? await sized.webp({ quality: WEBP_QUALITY }).toBuffer() : jpeg;
    files.push({ rendition, jpeg, ...(webp.length < jpeg.length ? { webp } : {}) });
  }
  return { width, height, files };
}
