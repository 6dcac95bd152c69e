/** Points as they are typed: with one decimal at most. */
export function readPoints(text: string): number | null {
  return /^\d{1,4}([.．。]\d)?$/.test(text.trim()) ? Number(text.trim().replace(/[．。]/, '.')) : null;
}

export const NOT_POINTS = '请填数字，最多一位小数';

export const typed = (points: number | undefined): string => (points === undefined ? '' : String(Math.abs(points)));

/** Empty for none; the reason where it is no number. */
export function readCap(text: string): { cap?: number } | null {
  if (text.trim() === '') return {};
  const cap = readPoints(text);
  return cap === null ? null : { cap };
}
