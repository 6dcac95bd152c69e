/**
 * 签到码: six digits that change every three minutes, so that a code handed on by telephone is soon worth nothing. The
 * last one is good for another minute: whoever began to type before it changed comes in.
 */
export const CODE_LASTS_MS = 180_000;
const GRACE_MS = 60_000;

const stepAt = (at: Date): number => Math.floor(at.getTime() / CODE_LASTS_MS);

/** The number of the code that is shown now, and when the next one follows. */
export const codeStep = (now: Date): { step: number; endsAt: Date } => {
  const step = stepAt(now);
  return { step, endsAt: new Date((step + 1) * CODE_LASTS_MS) };
};

/** The numbers of the codes that are taken now, the one that is shown first. */
export function acceptedSteps(now: Date): number[] {
  const step = stepAt(now);
  return now.getTime() - step * CODE_LASTS_MS < GRACE_MS ? [step, step - 1] : [step];
}

/** Six digits out of a keyed hash of at least 20 bytes, as RFC 4226 truncates it. */
export function codeOf(mac: readonly number[] | Uint8Array): string {
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const [first = 0, second = 0, third = 0, fourth = 0] = mac.slice(offset, offset + 4);
  const number = (first & 0x7f) * 2 ** 24 + second * 2 ** 16 + third * 2 ** 8 + fourth;
  return String(number % 1_000_000).padStart(6, '0');
}

/** Guesses that one account may make for one duty in ten minutes. */
export const MOST_GUESSES = 6;
const GUESSES_LAST_MS = 600_000;
export const guessSpan = (now: Date): number => Math.floor(now.getTime() / GUESSES_LAST_MS);

/** Full-width digits and blanks are forgiven. */
export const plainCode = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '');
