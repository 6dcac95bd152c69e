/** Lets at most `width` pieces of work run at once; the others wait in line. */
export function gate(width: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let free = width;
  const line: (() => void)[] = [];
  const enter = (): Promise<void> | undefined => {
    if (free === 0) return new Promise((resolve) => line.push(resolve));
    free -= 1;
    return undefined;
  };
  const leave = (): void => {
    const next = line.shift();
    if (next) next();
    else free += 1;
  };
  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
