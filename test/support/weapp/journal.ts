/** What happened while a mini-program ran: calls, errors, and whether anything is still under way. */
import type { ApiName } from './wx-names';

export interface ApiCall {
  name: ApiName | `button.${string}`;
  /** A plain copy of the first argument. */
  options: unknown;
  result?: unknown;
  error?: unknown;
}

const POLL_MS = 10;
const QUIET_POLLS = 4;

export class Journal {
  readonly calls: ApiCall[] = [];
  readonly errors: unknown[] = [];
  readonly warnings: string[] = [];
  readonly shares: unknown[] = [];
  /** Bytes of the largest setData so far. */
  largestSetData = 0;
  private pending = 0;
  private activity = 0;

  touch(): void {
    this.activity += 1;
  }

  record(name: ApiCall['name'], options: unknown): ApiCall {
    const call: ApiCall = { name, options: plainCopy(options) };
    this.calls.push(call);
    this.touch();
    return call;
  }

  /** Counts work as under way until it settles. */
  async track<T>(work: Promise<T>): Promise<T> {
    this.pending += 1;
    try {
      return await work;
    } finally {
      this.pending -= 1;
      this.touch();
    }
  }

  /**
   * Settled: no call under way, and nothing new during four timers in a row. React and Taro both put work off with timers;
   * turns are counted rather than milliseconds, so that a long render does not pass for quiet.
   */
  async settle(timeoutMs: number): Promise<void> {
    const started = Date.now();
    let seen = -1;
    let quiet = 0;
    while (quiet < QUIET_POLLS) {
      if (Date.now() - started > timeoutMs) throw new Error(`the mini-program was still busy after ${timeoutMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      quiet = this.pending === 0 && this.activity === seen ? quiet + 1 : 0;
      seen = this.activity;
    }
  }
}

/** What crosses between page and framework is data: functions and undefined are lost, as on a phone. */
export function plainCopy(value: unknown): unknown {
  const json = JSON.stringify(value) as string | undefined;
  return json === undefined ? undefined : JSON.parse(json);
}
