import Taro from '@tarojs/taro';
import { firstEffort, LONG_EDGE, MOST_BYTES, nextEffort } from './photo-size';

const MOST_TRIES = 5;

/** On WeChat: the path of a smaller copy, or the one given where it is small already or WeChat refuses. */
export async function compressPath(path: string): Promise<string> {
  try {
    const { width, height } = await Taro.getImageInfo({ src: path });
    if (Math.max(width, height) <= LONG_EDGE && (await sizeOf(path)) < MOST_BYTES) return path;
    return await shrink(path, width, height);
  } catch {
    return path;
  }
}

async function shrink(path: string, width: number, height: number): Promise<string> {
  let effort = firstEffort(width, height);
  for (let tries = 1; ; tries++) {
    const edge = width >= height ? { compressedWidth: effort.edge } : { compressedHeight: effort.edge };
    const quality = Math.round(effort.quality * 100);
    const { tempFilePath } = await Taro.compressImage({ src: path, quality, ...edge });
    const bytes = await sizeOf(tempFilePath);
    if (bytes < MOST_BYTES || tries === MOST_TRIES) return tempFilePath;
    effort = nextEffort(effort, bytes);
  }
}

const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size),
      fail: () => reject(new Error('no such file')),
    });
  });
