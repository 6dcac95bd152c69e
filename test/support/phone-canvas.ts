/** WeChat's canvas without the pixels: what was drawn from where, and a JPEG of the right size. */
import sharp from 'sharp';
import type { PhoneFiles } from './phone-files';
import type { ApiHandlers } from './weapp/wx-async';

export interface PhoneCanvas {
  /** Every text written and every picture loaded, in order. */
  drawn: string[];
  /** How many boxes were filled. */
  filled: () => number;
  handlers: ApiHandlers;
}

const LETTER_WIDTH = 40;
/** A canvas on the page, in pixels of the screen. */
const ON_SCREEN = { width: 360, height: 270 };

function queryFor(found: object): object {
  const query: Record<string, unknown> = {};
  for (const step of ['select', 'fields', 'boundingClientRect']) query[step] = () => query;
  query.exec = (tell: (found: object[]) => void) => setTimeout(() => tell([found]), 0);
  return query;
}

export function phoneCanvas(files: PhoneFiles): PhoneCanvas {
  const drawn: string[] = [];
  let filled = 0;
  const known: Record<string, unknown> = {
    measureText: (text: string) => ({ width: text.length * LETTER_WIDTH }),
    fillText: (text: string) => void drawn.push(text),
    fillRect: () => void (filled += 1),
    getImageData: (_x: number, _y: number, width: number, height: number) => ({
      data: new Uint8ClampedArray(width * height * 4),
    }),
  };
  const pen = new Proxy(known, {
    get: (drawing, name) => drawing[String(name)] ?? (() => undefined),
    set: () => true,
  });
  const createImage = () => {
    const image = {
      width: 720,
      height: 540,
      onload: () => undefined,
      set src(source: string) {
        drawn.push(source);
        void Promise.resolve().then(() => image.onload());
      },
    };
    return image;
  };
  const canvas = { getContext: () => pen, createImage };
  const handlers: ApiHandlers = {
    createOffscreenCanvas: () => canvas,
    createSelectorQuery: () => queryFor({ node: canvas, ...ON_SCREEN }),
    canvasToTempFilePath: async ({ destWidth: width = 1, destHeight: height = 1 }) => {
      const bytes = await sharp({ create: { width, height, channels: 3, background: '#c7252b' } })
        .jpeg()
        .toBuffer();
      return { tempFilePath: files.keep(bytes, 'drawn.jpg') };
    },
  };
  return { drawn, filled: () => filled, handlers };
}
