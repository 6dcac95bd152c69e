/** One line of a race: what it had at each step. */
export interface RaceLine {
  key: string;
  name: string;
  values: readonly number[];
}

/** From 1; who has as much as another shares the rank. */
export const rankAt = (lines: readonly RaceLine[], line: RaceLine, step: number): number =>
  1 + lines.filter(({ values }) => (values[step] ?? 0) > (line.values[step] ?? 0)).length;

/** A place of its own for each line at a step, from 0: by value, and as given where they tie. */
export function placesAt(lines: readonly RaceLine[], step: number): number[] {
  const order = lines
    .map(({ values }, index) => ({ value: values[step] ?? 0, index }))
    .sort((one, other) => other.value - one.value || one.index - other.index);
  const places = new Array<number>(lines.length).fill(0);
  order.forEach(({ index }, place) => (places[index] = place));
  return places;
}
