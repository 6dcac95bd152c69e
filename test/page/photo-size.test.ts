import { firstEffort, LONG_EDGE, MOST_BYTES, nextEffort, type Effort } from '../../src/platform/photo-size';

/** What a picture weighs, by its own roughness: as its pixels, and by quality about as JPEG has it. */
const weigh =
  (bytesPerPixel: number) =>
  ({ edge, quality }: Effort): number =>
    edge * edge * 0.75 * bytesPerPixel * (quality / 0.85) ** 1.3;

it.each([
  ['a calm picture', 0.2, { edge: LONG_EDGE, quality: 0.82 }, 1],
  ['a lively one', 0.3, { edge: LONG_EDGE, quality: 0.55 }, 3],
])('%s stays as large and as good as it may', (_name, roughness, expected, most) => {
  const { effort, tries } = fitted(roughness);
  expect(effort.edge).toBe(expected.edge);
  expect(effort.quality).toBeGreaterThanOrEqual(expected.quality);
  expect(tries).toBeLessThanOrEqual(most);
});

it('even noise fits after a few tries, smaller', () => {
  const { effort, tries } = fitted(1.5);
  expect(weigh(1.5)(effort)).toBeLessThan(MOST_BYTES);
  expect(effort.edge).toBeLessThan(LONG_EDGE);
  expect(tries).toBeLessThanOrEqual(5);
});

it('makes no picture larger', () => {
  expect(firstEffort(800, 600).edge).toBe(800);
});

function fitted(roughness: number): { effort: Effort; tries: number } {
  const bytes = weigh(roughness);
  let effort = firstEffort(4000, 3000);
  let tries = 1;
  for (; bytes(effort) >= MOST_BYTES && tries < 10; tries++) effort = nextEffort(effort, bytes(effort));
  return { effort, tries };
}
