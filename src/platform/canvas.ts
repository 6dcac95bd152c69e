/** Drawing, on a browser's canvas or WeChat's 2d one: the same pen, pictures and files on both. */
import Taro from '@tarojs/taro';
import { newClientToken } from './client-token';
import { isH5 } from './transport';
import type { Chosen } from './chosen';

/** A loaded picture; whose pixels it holds is the platform's affair. */
export interface Picture {
  readonly width: number;
  readonly height: number;
}

/** What both platforms can draw with. WeChat has no `filter`, and no measure of text but its width. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'save'
  | 'restore'
  | 'scale'
  | 'translate'
  | 'rotate'
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'rect'
  | 'arc'
  | 'arcTo'
  | 'fill'
  | 'stroke'
  | 'clip'
  | 'fillRect'
  | 'strokeRect'
  | 'clearRect'
  | 'fillText'
  | 'createLinearGradient'
  | 'getImageData'
  | 'putImageData'
> & {
  measureText: (text: string) => { width: number };
  drawImage: DrawImage;
};

interface DrawImage {
  (picture: Picture, x: number, y: number, width: number, height: number): void;
  /** A part of the picture, sx … sHeight, into a part of the canvas. */
  (
    picture: Picture,
    sx: number,
    sy: number,
    sWidth: number,
    sHeight: number,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void;
}

export interface FileKind {
  type: 'jpeg' | 'png';
  /** From 0 to 1, for JPEG. */
  quality?: number;
}

export interface Surface {
  readonly context: Pen;
  /** In pixels of the file that `toFile` gives. */
  readonly width: number;
  readonly height: number;
  /** From a link, a path on the phone or, on H5, an object URL; rejects when it cannot be had or read. */
  loadImage: (source: string) => Promise<Picture>;
  toFile: (kind: FileKind) => Promise<Chosen>;
}

/** A surface that is not on the page. */
export function offscreen(width: number, height: number): Surface {
  if (isH5) return browserSurface(document.createElement('canvas'), width, height);
  return wechatSurface(Taro.createOffscreenCanvas({ type: '2d', width, height }), width, height);
}

/** The surface of a `<Canvas type="2d" id=…>` on the page that is shown, with so many pixels in it. */
export async function surfaceOf(canvasId: string, width: number, height: number): Promise<Surface> {
  if (isH5) {
    const found = [...document.querySelectorAll<HTMLCanvasElement>(`#${canvasId} canvas, canvas#${canvasId}`)].at(-1);
    if (!found) throw new Error(`no canvas ${canvasId}`);
    return browserSurface(found, width, height);
  }
  return wechatSurface(await wechatNode(canvasId), width, height);
}

/** What an Image may be given to show the file; `release` it when it is shown no more. */
export function shownFile(chosen: Chosen): { url: string; release: () => void } {
  if (chosen.kind === 'path') return { url: chosen.path, release: () => undefined };
  const url = URL.createObjectURL(chosen.file);
  return { url, release: () => URL.revokeObjectURL(url) };
}

function browserSurface(canvas: HTMLCanvasElement, width: number, height: number): Surface {
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  return {
    context: context as unknown as Pen,
    width,
    height,
    loadImage: (source) => loaded(new Image(), source),
    toFile: ({ type, quality }) =>
      new Promise((resolve, reject) => {
        const done = (blob: Blob | null) => {
          if (blob === null) return reject(new Error('the canvas gave no file'));
          const name = `${newClientToken()}.${type === 'jpeg' ? 'jpg' : 'png'}`;
          resolve({ kind: 'file', file: new File([blob], name, { type: blob.type }) });
        };
        canvas.toBlob(done, `image/${type}`, quality);
      }),
  };
}

interface LoadingImage extends Picture {
  src: string;
  onload: unknown;
  onerror: unknown;
}

function loaded(image: LoadingImage, source: string): Promise<Picture> {
  return new Promise((resolve, reject) => {
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('unreadable image'));
    image.src = source;
  });
}

interface WechatCanvas {
  width: number;
  height: number;
  getContext: (type: '2d') => unknown;
  createImage: () => LoadingImage;
  toDataURL?: (type: string, quality?: number) => string;
}

function wechatNode(canvasId: string): Promise<WechatCanvas> {
  return new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${canvasId}`)
      .fields({ node: true })
      .exec((found: ({ node?: WechatCanvas } | null)[]) => {
        const node = found[0]?.node;
        if (node) resolve(node);
        else reject(new Error(`no canvas ${canvasId}`));
      });
  });
}

function wechatSurface(canvas: WechatCanvas, width: number, height: number): Surface {
  canvas.width = width;
  canvas.height = height;
  return {
    context: canvas.getContext('2d') as Pen,
    width,
    height,
    loadImage: (source) => loaded(canvas.createImage(), source),
    toFile: async (kind) => ({ kind: 'path', path: await wechatFile(canvas, { width, height, ...kind }) }),
  };
}

interface WechatFile extends FileKind {
  width: number;
  height: number;
}

async function wechatFile(canvas: WechatCanvas, { width, height, type, quality = 1 }: WechatFile): Promise<string> {
  const fileType = type === 'jpeg' ? 'jpg' : 'png';
  try {
    // Without its own size said, the file would be as many times larger as the screen's pixels are finer.
    const size = { x: 0, y: 0, width, height, destWidth: width, destHeight: height };
    const options = { canvas, ...size, fileType, quality } as unknown as Taro.canvasToTempFilePath.Option;
    return (await Taro.canvasToTempFilePath(options)).tempFilePath;
  } catch (error) {
    // Some WeChats refuse an off-screen canvas there, and let its data be had.
    const data = canvas.toDataURL?.(`image/${type}`, quality).split(',')[1];
    if (!data) throw error;
    return written(data, fileType);
  }
}

function written(data: string, extension: string): Promise<string> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${newClientToken()}.${extension}`;
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      encoding: 'base64',
      success: () => resolve(filePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}
