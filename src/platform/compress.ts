/** Photos are made smaller before they travel: a yard has a weak signal, and 1600 pixels is what pages show. */
import Taro from '@tarojs/taro';

const LONG_EDGE = 1600;
const QUALITY = 0.85;

/** On H5: a JPEG of at most 1600 pixels, or the file as it is where the browser cannot read or turn it. */
export async function compressFile(file: Blob): Promise<Blob> {
  // Without it a drawn photo loses its turn along with its EXIF; the server turns such photos itself.
  if (!CSS.supports('image-orientation', 'from-image')) return file;
  const url = URL.createObjectURL(file);
  try {
    const image = await readImage(url);
    const scale = Math.min(1, LONG_EDGE / Math.max(image.naturalWidth, image.naturalHeight));
    if (scale === 1) return file;
    const smaller = await draw(image, scale);
    return smaller !== null && smaller.size < file.size ? smaller : file;
  } catch {
    // HEIC in most browsers: the server reads it.
    return file;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function readImage(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('unreadable image'));
    image.src = url;
  });
}

function draw(image: HTMLImageElement, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}

/** On WeChat: the path of a smaller copy, or the one given where WeChat refuses. */
export async function compressPath(path: string): Promise<string> {
  try {
    const { width, height } = await Taro.getImageInfo({ src: path });
    if (Math.max(width, height) <= LONG_EDGE) return path;
    const edge = width >= height ? { compressedWidth: LONG_EDGE } : { compressedHeight: LONG_EDGE };
    const { tempFilePath } = await Taro.compressImage({ src: path, quality: QUALITY * 100, ...edge });
    return tempFilePath;
  } catch {
    return path;
  }
}
