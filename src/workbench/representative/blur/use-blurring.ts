import { useCallback, useEffect, useRef, useState } from 'react';
import { retouching } from '../../../features/post/retouch';
import { offscreen, shownFile, surfaceOf, type Picture } from '../../../platform/canvas';
import { openPhoto } from '../../../platform/photo-store';
import type { Point } from './mosaic';
import { createPainter, type Painter } from './painter';

/** What the photo travels with anyway. */
const LONG_EDGE = 1600;

export const CANVAS = 'blur-canvas';

/** Radius of the brush, in parts of the photo's shorter edge. */
const radii = { small: 0.025, middle: 0.05, big: 0.1 } as const;
export type Brush = keyof typeof radii;

interface Size {
  width: number;
  height: number;
}

export interface Blurring {
  /** gone: the photo is no longer on this phone, or nobody waits for it; unreadable: this phone cannot open it. */
  state: 'loading' | 'ready' | 'gone' | 'unreadable';
  size: Size | null;
  strokes: number;
  paint: (from: Point, to: Point, brush: Brush) => void;
  endStroke: () => void;
  undo: () => void;
  reset: () => void;
  finish: () => Promise<void>;
}

interface Loaded extends Size {
  picture: Picture;
  release: () => void;
}

/** Null when the photo is not there; throws when it cannot be read. */
async function load(key: string): Promise<Loaded | null> {
  const chosen = await openPhoto(key);
  if (!chosen || !retouching()) return null;
  const { url, release } = shownFile(chosen);
  const picture = await offscreen(1, 1).loadImage(url);
  const scale = Math.min(1, LONG_EDGE / Math.max(picture.width, picture.height));
  return { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale), picture, release };
}

/** The photo with this key, from the moment it is shown until it is given back. */
export function useBlurring(key: string): Blurring {
  const [state, setState] = useState<Blurring['state']>('loading');
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [strokes, setStrokes] = useState(0);
  const painter = useRef<Painter | null>(null);

  useEffect(() => {
    let release = () => {};
    load(key).then(
      (found) => {
        if (!found) return setState('gone');
        release = found.release;
        setLoaded(found);
      },
      () => setState('unreadable'),
    );
    return () => release();
  }, [key]);

  useEffect(() => {
    if (!loaded) return;
    // The canvas is on the page only now.
    surfaceOf(CANVAS, loaded.width, loaded.height).then(
      (surface) => {
        painter.current = createPainter(surface, loaded.picture);
        setState('ready');
      },
      () => setState('unreadable'),
    );
  }, [loaded]);

  const paint = useCallback(
    (from: Point, to: Point, brush: Brush) => {
      if (!loaded) return;
      const { width, height } = loaded;
      const placed = ({ x, y }: Point) => ({ x: x * width, y: y * height });
      painter.current?.paint(placed(from), placed(to), radii[brush] * Math.min(width, height));
    },
    [loaded],
  );
  const then = (act: (painter: Painter) => void) => () => {
    if (!painter.current) return;
    act(painter.current);
    setStrokes(painter.current.strokes());
  };
  const finish = async () => {
    if (!painter.current) return;
    await retouching()?.replace(key, await painter.current.toFile());
  };
  const [endStroke, undo, reset] = [then((it) => it.endStroke()), then((it) => it.undo()), then((it) => it.reset())];
  return { state, size: loaded, strokes, paint, endStroke, undo, reset, finish };
}
