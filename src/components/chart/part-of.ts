/** A length in a chart: '42.5%' of the most there is; nothing where there is nothing. */
export function partOf(value: number, most: number): string {
  if (most <= 0 || value <= 0) return '0%';
  return `${Math.min(100, Math.round((value / most) * 1000) / 10)}%`;
}
