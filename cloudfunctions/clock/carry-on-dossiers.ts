import { KEPT_DAYS } from '../../domain/dossier';
import { addDays } from '../../domain/time';
import type { Host } from '../host/host';
import { advanceJob } from '../kit/dossier/advance-job';
import * as jobs from '../store/dossier-jobs';
import type { DossierJobDoc } from '../store/dossier-jobs';

const BUDGET_MS = 6000;
const AT_ONCE = 5;

/** Goes on with what nobody watches any more, and removes what is a week old: dossiers hold what is not public. */
export async function carryOnDossiers(now: Date, host: Host): Promise<number> {
  const old = await jobs.listOld(addDays(now, -KEPT_DAYS), AT_ONCE);
  for (const job of old) await remove(job, host);
  let changed = old.length;
  const until = performance.now() + BUDGET_MS;
  for (const job of await jobs.listRunning(AT_ONCE)) {
    const budgetMs = until - performance.now();
    if (budgetMs <= 0) break;
    try {
      changed += await advanceJob(job, { now, host, budgetMs });
    } catch (error) {
      // One that cannot be packed does not hold up those begun after it.
      host.log('error', { job: job._id, error: error instanceof Error ? error.stack : String(error) });
    }
  }
  return changed;
}

async function remove(job: DossierJobDoc, host: Host): Promise<void> {
  for await (const { made } of jobs.eachFile(job._id)) if (made) await host.files.remove(made.key);
  if (job.file) await host.files.remove(job.file.key);
  await jobs.forget(job);
}
