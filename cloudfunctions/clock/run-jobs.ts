/** What happens by itself, job by job. Each is idempotent and safe twice at once. */
import type { Host } from '../host/host';
import { carryOnDossiers } from './carry-on-dossiers';
import { bookDeductions } from './book-deductions';
import { closeMonths } from './close-months';
import { idleQuarters } from './find-idle-quarters';
import { listOldPosts } from './list-old-posts';
import { planAnew } from './plan-anew';
import { campaignReminders, campaignTasks } from './run-campaigns';
import { appealReminders } from './remind-of-appeals';
import { awardReminders } from './remind-of-awards';
import { proposalReminders } from './remind-of-proposals';
import { modelReminders } from './remind-of-models';
import { orderReminders } from './remind-of-orders';
import { dutyCalls, dutyReminders } from './tell-of-duties';
import { wishTimers } from './run-wish-timers';
import { sendNotices } from './send-notices';
import { settleImages } from './settle-images';
import { sweepMedia } from './sweep-media';

type Job = (now: Date, host: Host) => Promise<number>;

/** In this order: what is planned may be due, what is due may be sent. */
const jobs: Record<string, Job> = {
  planAnew,
  listOldPosts,
  wishTimers,
  orderReminders,
  modelReminders,
  awardReminders,
  appealReminders,
  dutyCalls,
  dutyReminders,
  campaignReminders,
  campaignTasks,
  bookDeductions,
  idleQuarters,
  proposalReminders,
  closeMonths,
  settleImages,
  sendNotices,
  sweepMedia,
  carryOnDossiers,
};

export interface Ran {
  /** Those that came to their end. */
  ran: string[];
  changed: number;
}

/** The scheduled run, and clock.run's. A job that fails is written down and keeps no other from running. */
export async function runJobs(now: Date, host: Host): Promise<Ran> {
  const ran: Ran = { ran: [], changed: 0 };
  for (const [job, run] of Object.entries(jobs)) {
    try {
      ran.changed += await run(now, host);
      ran.ran.push(job);
    } catch (error) {
      // The next run does what this one could not.
      host.log('error', { job, error: error instanceof Error ? error.stack : String(error) });
    }
  }
  return ran;
}
