/** WeChat's off-screen canvas without the pixels: what was drawn from where, and a JPEG of the right size. */
import sharp from 'sharp';
import type { PhoneFiles } from './phone-files';
import type { ApiHandlers } from './weapp/wx-async';

export interface PhoneCanvas {
  /** Every text written and every picture loaded, in order. */
  drawn: string[];
  handlers: ApiHandlers;
}

const LETTER_WIDTH = 40;

export function phoneCanvas(files: PhoneFiles): PhoneCanvas {
  const drawn: string[] = [];
  const known: Record<string, unknown> = {
    measureText: (text: string) => ({ width: text.length * LETTER_WIDTH }),
    fillText: (text: string) => void drawn.push(text),
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
  const handlers: ApiHandlers = {
    createOffscreenCanvas: () => ({ getContext: () => pen, createImage }),
    canvasToTempFilePath: async ({ destWidth: width = 1, destHeight: height = 1 }) => {
      const bytes = await sharp({ create: { width, height, channels: 3, background: '#c7252b' } })
        .jpeg()
        .toBuffer();
      return { tempFilePath: files.keep(bytes, 'drawn.jpg') };
    },
  };
  return { drawn, handlers };
}
