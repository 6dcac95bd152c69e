import type { Host } from '../host/host';

/** How many are looked up at once: the memory of a run does not grow with what is due. */
const BATCH = 100;

interface Work {
  job: string;
  host: Host;
  /** The ids of what is due, but for those that have failed. */
  due: (except: readonly string[], limit: number) => Promise<string[]>;
  /** In a transaction of its own; false when there was nothing left to do. */
  one: (id: string) => Promise<boolean>;
}

/**
 * Works off what is due, one by one; answers how many changed. What fails is written down and left to the next run, so
 * that one broken document does not hold up the town; a whole batch of them does end the job.
 */
export async function workOff({ job, host, due, one }: Work): Promise<number> {
  const failed: string[] = [];
  let changed = 0;
  for (let batch = await due(failed, BATCH); batch.length > 0; batch = await due(failed, BATCH)) {
    for (const id of batch) {
      try {
        if (await one(id)) changed += 1;
      } catch (error) {
        host.log('error', { job, id, error: error instanceof Error ? error.stack : String(error) });
        failed.push(id);
        if (failed.length >= BATCH) throw error;
      }
    }
  }
  return changed;
}
