import { useEffect, useState } from 'react';
import { retouching } from '../../../features/post/retouch';
import { offscreen, shownFile } from '../../../platform/canvas';
import { openPhoto } from '../../../platform/photo-store';

export interface Before {
  url: string;
  /** Width by height. */
  shape: number;
}

/** 办之前, to be looked through; null while it loads, 'gone' when there is none or nobody waits for its fellow. */
export function useBefore(key: string): Before | null | 'gone' {
  const [before, setBefore] = useState<Before | null | 'gone'>(null);
  useEffect(() => {
    let release = () => {};
    const load = async () => {
      const chosen = await openPhoto(key);
      if (!chosen || !retouching()) return setBefore('gone');
      const shown = shownFile(chosen);
      release = shown.release;
      const { width, height } = await offscreen(1, 1).loadImage(shown.url);
      setBefore({ url: shown.url, shape: width / height });
    };
    load().catch(() => setBefore('gone'));
    return () => release();
  }, [key]);
  return before;
}
