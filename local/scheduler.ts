/** Runs the jobs of the clock every ten minutes, as the timer of a cloud function does; never two runs at once. */
import { runJobs } from '../cloudfunctions/clock/run-jobs';
import type { Host } from '../cloudfunctions/host/host';

const EVERY_MS = 10 * 60_000;

export interface Scheduler {
  /** Waits for the run under way. */
  stop: () => Promise<void>;
}

export function startScheduler(host: Host, everyMs = EVERY_MS): Scheduler {
  let underWay: Promise<void> | undefined;

  async function run(): Promise<void> {
    await runJobs(new Date(), host);
    underWay = undefined;
  }

  const tick = (): void => {
    underWay ??= run();
  };
  const timer = setInterval(tick, everyMs);
  tick();
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
