/** What happens by itself, job by job. Each is idempotent and safe twice at once. */
import type { Host } from '../host/host';
import { sweepMedia } from './sweep-media';

type Job = (now: Date, host: Host) => Promise<number>;

const jobs: Record<string, Job> = { sweepMedia };

export interface Ran {
  ran: string[];
  changed: number;
}

/** The scheduled run, and clock.run's. */
export async function runJobs(now: Date, host: Host): Promise<Ran> {
  const ran: Ran = { ran: [], changed: 0 };
  for (const [name, job] of Object.entries(jobs)) {
    ran.changed += await job(now, host);
    ran.ran.push(name);
  }
  return ran;
}
