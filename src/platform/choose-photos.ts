import Taro from '@tarojs/taro';
import { chooseFiles } from './choose-files';
import { isH5 } from './transport';
import type { Chosen } from './chosen';

export type PhotoSource = 'camera' | 'album';

/** Empty when the person changed their mind. */
export async function choosePhotos(source: PhotoSource, count: number): Promise<Chosen[]> {
  if (isH5) return chooseFiles({ accept: 'image/*', count, camera: source === 'camera' });
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sourceType: [source],
      sizeType: ['original', 'compressed'],
    });
    return tempFiles.map(({ tempFilePath }) => ({ kind: 'path', path: tempFilePath }));
  } catch {
    // Cancelled, or the camera was refused: WeChat has said so itself.
    return [];
  }
}
