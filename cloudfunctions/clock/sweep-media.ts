import { addDays } from '../../domain/time';
import type { Host } from '../host/host';
import * as media from '../store/media';

const KEPT_UNUSED_DAYS = 1;
const BATCH = 100;

/**
 * Removes what was uploaded and shown nowhere within a day; answers how much. The document goes first, on the condition
 * that it is still unused: of two runs at once one removes it, and what a post has just taken up stays.
 */
export async function sweepMedia(now: Date, host: Host): Promise<number> {
  const before = addDays(now, -KEPT_UNUSED_DAYS);
  let swept = 0;
  let batch = await media.listUnused(before, BATCH);
  while (batch.length > 0) {
    for (const doc of batch) {
      if (!(await media.removeUnused(doc._id))) continue;
      swept += 1;
      for (const key of media.keysOf(doc)) await host.files.remove(key);
    }
    batch = await media.listUnused(before, BATCH);
  }
  return swept;
}
