import { useEffect, useState } from 'react';
import type { PostCardFacts } from '../../../../contract/post-sharing';
import { drawPoster, type Poster } from '../../../features/post/poster';
import { drawCard } from '../../../features/post/share-card';
import { call } from '../../../platform/call';
import { CallError } from '../../../platform/call-error';
import { shownFile } from '../../../platform/canvas';
import type { Chosen } from '../../../platform/chosen';
import { useLoad, type Loaded } from '../../../platform/use-load';

export interface DrawnPoster extends Poster {
  facts: PostCardFacts;
}

export type Kind = 'poster' | 'card';

async function codeOf(id: string): Promise<string | null> {
  try {
    return (await call('post.code', { id })).url;
  } catch {
    return null;
  }
}

/** What stops a drawing is nearly always a photo that did not come. */
async function drawn<Result>(drawing: Promise<Result>): Promise<Result> {
  try {
    return await drawing;
  } catch {
    throw new CallError('UNAVAILABLE', '没有画成，多半是照片没有加载出来。请检查网络后再试一次');
  }
}

/** The poster, or the share card as a group will see it: drawn when it is looked at. */
export function useDrawing(id: string, kind: Kind): Loaded<DrawnPoster> {
  const draw = async (): Promise<DrawnPoster> => {
    const { card: facts } = await call('post.card', { id });
    if (kind === 'card') return { facts, file: await drawn(drawCard(facts)), hasCode: true };
    return { facts, ...(await drawn(drawPoster(facts, await codeOf(id)))) };
  };
  return useLoad(draw, id === '' ? null : `${kind}-${id}`);
}

/** The address under which a page can show the file; null until there is one. */
export function useShownFile(file: Chosen | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (file === null) return;
    const shown = shownFile(file);
    setUrl(shown.url);
    return () => {
      setUrl(null);
      shown.release();
    };
  }, [file]);
  return url;
}
