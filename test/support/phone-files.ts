/** What lies on a phone under a temporary path: photos of its camera, and the smaller copies that WeChat makes of them. */
import sharp, { type Sharp } from 'sharp';
import type { ApiHandlers } from './weapp/wx-async';

export interface PhoneFiles {
  /** Puts a file on the phone and answers its path. */
  keep: (bytes: Buffer, name?: string) => string;
  read: (path: string) => Buffer;
  /** Answers chooseMedia, getImageInfo and compressImage, and the file system. */
  handlers: ApiHandlers;
}

interface Asking<Answer = void> {
  filePath: string;
  success: (answer: Answer) => void;
  fail: (error: { errMsg: string }) => void;
}

type Copying = Omit<Asking, 'filePath'> & { srcPath: string; destPath: string };

const WIDTH = 2400;
const HEIGHT = 1800;

/** A picture as a phone's camera keeps it: large, and with the place where it was taken. */
const taken = (): Sharp =>
  sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#3366cc' } })
    .withExif({ IFD0: { Model: 'P40' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 22/1 0/1' } })
    .jpeg();

export function phoneFiles(): PhoneFiles {
  const kept = new Map<string, Buffer>();
  const keep: PhoneFiles['keep'] = (bytes, name = 'photo.jpg') => {
    const path = `wxfile://tmp_${kept.size + 1}_${name}`;
    kept.set(path, bytes);
    return path;
  };
  const read: PhoneFiles['read'] = (path) => {
    const bytes = kept.get(path);
    if (!bytes) throw new Error(`no such file ${path}`);
    return bytes;
  };
  const fileSystem = {
    copyFile: ({ srcPath, destPath, success, fail }: Copying) => {
      const bytes = kept.get(srcPath);
      if (bytes) kept.set(destPath, bytes);
      setTimeout(() => (bytes ? success() : fail({ errMsg: 'copyFile:fail no such file' })), 0);
    },
    unlink: ({ filePath, success, fail }: Asking) => {
      const isThere = kept.delete(filePath);
      setTimeout(() => (isThere ? success() : fail({ errMsg: 'unlink:fail no such file' })), 0);
    },
    getFileInfo: ({ filePath, success, fail }: Asking<{ size: number }>) => {
      const bytes = kept.get(filePath);
      setTimeout(() => (bytes ? success({ size: bytes.length }) : fail({ errMsg: 'getFileInfo:fail' })), 0);
    },
  };
  const handlers: ApiHandlers = {
    getFileSystemManager: () => fileSystem,
    chooseMedia: async () => {
      const bytes = await taken().toBuffer();
      return { type: 'image', tempFiles: [{ tempFilePath: keep(bytes), size: bytes.length, fileType: 'image' }] };
    },
    getImageInfo: async ({ src }) => {
      const { width, height } = await sharp(read(src)).metadata();
      return { width, height, path: src, orientation: 'up', type: 'jpeg' };
    },
    compressImage: async ({ src, quality = 80, compressedWidth, compressedHeight }) => {
      // EXIF stays, as it may on a phone: taking it out is the server's duty.
      const bytes = await sharp(read(src))
        .resize(compressedWidth, compressedHeight)
        .keepExif()
        .jpeg({ quality })
        .toBuffer();
      return { tempFilePath: keep(bytes) };
    },
  };
  return { keep, read, handlers };
}
