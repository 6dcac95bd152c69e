/** npm passes Ctrl-C on to the process that the terminal has already told; only a later one means "now". */
const SAME_SIGNAL_MS = 1000;

/** Settles at the first Ctrl-C or SIGTERM; another one a second or more later ends the process at once. */
export function untilStopped(): Promise<void> {
  let asked: number | undefined;
  return new Promise((resolve) => {
    const stop = (): void => {
      if (asked !== undefined && Date.now() - asked > SAME_SIGNAL_MS) process.exit(1);
      asked ??= Date.now();
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
