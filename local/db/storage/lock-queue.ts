/** Who waits for a lock, in the order of coming. */

/** Woken together, all but one would only meet again; a transaction takes about as long as the pause between two. */
const pauseMs = 3;

export interface LockQueue {
  /** Resolves when it is this caller's turn, or after `limitMs`. */
  wait(lock: string, limitMs: number): Promise<void>;
  /** The lock is free: whoever waits for it goes on, one by one. */
  release(lock: string): void;
}

export function lockQueue(): LockQueue {
  const waiting = new Map<string, Set<() => void>>();

  const release = (lock: string): void => {
    const [first] = waiting.get(lock) ?? [];
    if (!first) return;
    first();
    setTimeout(() => release(lock), pauseMs);
  };

  return {
    release,
    wait: (lock, limitMs) =>
      new Promise((resolve) => {
        const queue = waiting.get(lock) ?? new Set();
        waiting.set(lock, queue);
        const wake = (): void => {
          clearTimeout(timer);
          queue.delete(wake);
          if (!queue.size && waiting.get(lock) === queue) waiting.delete(lock);
          resolve();
        };
        const timer = setTimeout(wake, limitMs);
        queue.add(wake);
      }),
  };
}
