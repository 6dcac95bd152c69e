/** How small a photo is made: 1600 pixels at most, under 400 KB, as good as that allows. */
export const LONG_EDGE = 1600;
export const MOST_BYTES = 400_000;
/** The server's own: better than that would not be seen by anybody. */
export const BEST_QUALITY = 0.82;
export const LEAST_QUALITY = 0.45;

const STEP = 0.1;
/** What a photo at one quality weighs of what it weighs a step above. */
const PER_STEP = 0.78;
/** An estimate that is a little too hopeful would cost another try. */
const WANTED_BYTES = MOST_BYTES * 0.96;

export interface Effort {
  edge: number;
  quality: number;
}

/** For a photo of these sides: no larger than it is. */
export const firstEffort = (width: number, height: number): Effort => ({
  edge: Math.min(LONG_EDGE, Math.max(width, height)),
  quality: BEST_QUALITY,
});

/** After a try that weighed `bytes`, too many: as far down in quality as that asks for, and then in size. */
export function nextEffort({ edge, quality }: Effort, bytes: number): Effort {
  const steps = Math.log(WANTED_BYTES / bytes) / Math.log(PER_STEP);
  const lower = Math.floor((quality - steps * STEP) * 100) / 100;
  if (lower >= LEAST_QUALITY) return { edge, quality: lower };
  const expected = bytes * PER_STEP ** ((quality - LEAST_QUALITY) / STEP);
  const scale = Math.min(0.95, Math.sqrt(WANTED_BYTES / expected));
  return { edge: Math.floor(edge * scale), quality: LEAST_QUALITY };
}
