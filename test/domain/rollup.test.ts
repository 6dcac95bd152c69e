import fc from 'fast-check';
import { countedOutcomes, outcomeKinds, totalOutcomes, type Outcome } from '../../domain/outcome';
import {
  addFigures,
  figuresChange,
  figuresOfPost,
  figuresOfWish,
  noFigures,
  type CountedWish,
} from '../../domain/rollup';
import { ratings, resolutions, wishStatuses } from '../../domain/wish';

const aCount = fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: undefined });
const anOutcome: fc.Arbitrary<Outcome> = fc
  .record({
    kind: fc.constantFrom(...outcomeKinds),
    amountFen: aCount,
    sessions: aCount,
    people: aCount,
    items: aCount,
  })
  .map((outcome) => JSON.parse(JSON.stringify(outcome)) as Outcome);
const outcomes = fc.array(anOutcome, { maxLength: 4 });
const aWish: fc.Arbitrary<CountedWish> = fc
  .record({
    status: fc.constantFrom(...wishStatuses),
    rating: fc.option(fc.constantFrom(...ratings), { nil: undefined }),
    resolved: fc.option(fc.constantFrom(...resolutions), { nil: undefined }),
    outcomes,
    postOutcomes: fc.array(fc.record({ outcomes }), { maxLength: 3 }),
  })
  .map((wish) => JSON.parse(JSON.stringify(wish)) as CountedWish);

const recount = (wishes: readonly CountedWish[]) => wishes.map(figuresOfWish).reduce(addFigures, noFigures());

/** Applies a change as the store's `$inc` does. */
function increment(sums: Map<string, number>, change: Record<string, number>): void {
  for (const [path, by] of Object.entries(change)) sums.set(path, (sums.get(path) ?? 0) + by);
}

const nonZero = (sums: Map<string, number>): Record<string, number> =>
  Object.fromEntries([...sums].filter(([, value]) => value !== 0));

it('sums up, change by change, to what a recount of the ledger finds', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.option(aWish, { nil: null })), { maxLength: 40 }), (changes) => {
      const ledger = new Map<number, CountedWish>();
      const sums = new Map<string, number>();
      for (const [id, after] of changes) {
        const before = ledger.get(id);
        increment(sums, figuresChange(before ? figuresOfWish(before) : null, after ? figuresOfWish(after) : null));
        if (after) ledger.set(id, after);
        else ledger.delete(id);
      }
      const recounted = new Map(Object.entries(figuresChange(null, recount([...ledger.values()]))));
      expect(nonZero(sums)).toEqual(nonZero(recounted));
    }),
  );
});

it('changes nothing when nothing that counts has changed', () => {
  fc.assert(
    fc.property(aWish, (wish) => {
      expect(figuresChange(figuresOfWish(wish), figuresOfWish({ ...wish }))).toEqual({});
    }),
  );
});

it('puts every wish into exactly one status, and counts a deed and a rating only once it is done', () => {
  fc.assert(
    fc.property(aWish, (wish) => {
      const figures = figuresOfWish(wish);
      expect(figures.registered).toBe(1);
      expect(Object.values(figures.status).reduce((sum, count) => sum + count, 0)).toBe(1);
      expect(figures.resolved).toBeLessThanOrEqual(figures.asked);
      if (wish.status !== 'fulfilled' && wish.status !== 'closed') {
        expect(figures).toEqual({ ...noFigures(), registered: 1, status: { ...noFigures().status, [wish.status]: 1 } });
      }
    }),
  );
});

it('counts a deed shown both in the fulfilment and in posts once', () => {
  const gift: Outcome = { kind: 'gift', amountFen: 50_000 };
  const done = { status: 'closed', postOutcomes: [{ outcomes: [gift] }, { outcomes: [gift] }] } as const;
  expect(figuresOfWish({ ...done, outcomes: [gift] }).amountFen).toBe(50_000);
  expect(figuresOfWish({ ...done, outcomes: [] }).amountFen).toBe(100_000);
  expect(countedOutcomes({ outcomes: [gift], postOutcomes: [{ outcomes: [gift] }] })).toEqual([gift]);
});

describe('outcomes', () => {
  it('add up the same in any order and in any parts', () => {
    fc.assert(
      fc.property(outcomes, outcomes, (some, others) => {
        const together = totalOutcomes([...some, ...others]);
        expect(totalOutcomes([...others, ...some])).toEqual(together);
        const sum = addFigures(figuresOfPost(some), figuresOfPost(others));
        expect(sum).toMatchObject(together);
      }),
    );
  });

  it('go to the figure that their kind names', () => {
    const all: Outcome[] = [
      { kind: 'gift', amountFen: 100 },
      { kind: 'goods', amountFen: 25, items: 3 },
      { kind: 'lecture', sessions: 2, people: 80 },
      { kind: 'clinic', sessions: 1, people: 30 },
      { kind: 'employment', people: 5 },
      { kind: 'mediation', people: 9, sessions: 9 },
    ];
    expect(totalOutcomes(all)).toEqual({
      amountFen: 125,
      lectureSessions: 2,
      lecturePeople: 80,
      clinicSessions: 1,
      clinicPeople: 30,
      employed: 5,
    });
  });
});
