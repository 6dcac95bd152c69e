/** '12,345.6': a long figure in threes, on every phone alike. */
export function grouped(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? spaced : `${spaced}.${decimals}`;
}
