import fc from 'fast-check';
import {
  adjustedOf,
  candidatesOf,
  choiceProblem,
  nextUp,
  rankRows,
  seatsOf,
  tieRules,
  vetoKinds,
  type AwardPlan,
  type AwardRow,
} from '../../domain/award';
import { candidateRows, planRows, recomputed, rowsRows, vetoRows } from '../../domain/award-export';
import { FORMULA } from '../../domain/award-texts';

const plan: AwardPlan = {
  quota: { kind: 'count', value: 2 },
  headcount: 8,
  seats: 2,
  excludedLevels: ['city'],
  excluded: [{ representativeId: 'r0', name: '吕国华', reason: '乡镇领导干部：副镇长' }],
  minPresentDays: 90,
  byPoints: 2,
  byNomination: 1,
  ties: 'all',
  nominateUntil: '2027-01-15',
  needsHearing: true,
  formula: FORMULA,
};

const aRow = (set: Partial<AwardRow> & Pick<AwardRow, 'representativeId' | 'order'>): AwardRow => ({
  ...{ name: '周建平', groupId: 'g1', groupName: '江东代表小组', level: 'town' },
  ...{ tenths: 500, present: 365, days: 365, deeds: 0 },
  ...set,
});

it('lets all in who tie, or those of them who did more, then the earlier on the roster', () => {
  const rows = [
    aRow({ representativeId: 'a', order: 1, tenths: 900 }),
    aRow({ representativeId: 'b', order: 2, tenths: 800 }),
    aRow({ representativeId: 'c', order: 3, tenths: 800, deeds: 5 }),
    aRow({ representativeId: 'd', order: 4, tenths: 800 }),
  ];
  const idsOf = (ties: AwardPlan['ties']) =>
    candidatesOf({ ...plan, ties }, rows, [], []).map(({ representativeId, rank }) => [representativeId, rank]);
  expect(idsOf('all')).toEqual([
    ['a', 1],
    ['c', 2],
    ['b', 2],
    ['d', 2],
  ]);
  expect(idsOf('deeds')).toEqual([
    ['a', 1],
    ['c', 2],
  ]);
});

it('counts points by the days that somebody was there, and never below 0', () => {
  expect(adjustedOf({ tenths: 500, present: 182, days: 365 })).toBe(10027);
  expect(adjustedOf({ tenths: -30, present: 365, days: 365 })).toBe(0);
  expect(adjustedOf({ tenths: 500, present: 0, days: 365 })).toBe(0);
  const quota = { kind: 'percent', value: 30 } as const;
  expect([seatsOf(quota, 8), seatsOf(quota, 3), seatsOf(quota, 10)]).toEqual([2, 0, 3]);
});

const anyRows = fc
  .array(
    fc.record({
      groupId: fc.constantFrom('g1', 'g2', 'g3'),
      level: fc.constantFrom('town' as const, 'town' as const, 'city' as const),
      tenths: fc.integer({ min: -50, max: 60 }).map((points) => points * 5),
      present: fc.constantFrom(0, 60, 182, 365),
      deeds: fc.nat(3),
    }),
    { maxLength: 24 },
  )
  .map((all) =>
    all.map((set, order) => aRow({ ...set, representativeId: `r${order}`, order, groupName: set.groupId })),
  );

const anyTown = fc.record({
  rows: anyRows,
  ties: fc.constantFrom(...tieRules),
  byPoints: fc.nat(3),
  seats: fc.integer({ min: 1, max: 6 }),
  nominations: fc.array(fc.record({ representativeId: fc.nat(24).map((n) => `r${n}`), signed: fc.boolean() })),
  vetoes: fc.uniqueArray(
    fc.record({
      representativeId: fc.nat(24).map((n) => `r${n}`),
      kind: fc.constantFrom(...vetoKinds),
      reason: fc.constant('经核实'),
    }),
    { selector: ({ representativeId, kind }) => `${representativeId} ${kind}` },
  ),
  order: fc.infiniteStream(fc.nat()),
});

/** The same things in another order. */
const shuffled = <Item>(items: readonly Item[], order: Iterator<number>): Item[] =>
  items
    .map((item) => ({ item, key: Number(order.next().value) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

it('computes the same list from the export, whatever the order of its rows', () => {
  fc.assert(
    fc.property(anyTown, ({ rows, ties, byPoints, seats, nominations, vetoes, order }) => {
      const held = { ...plan, ties, byPoints, seats };
      const candidates = candidatesOf(held, rows, nominations, vetoes);
      const again = recomputed({
        plan: planRows(held),
        rows: shuffled(rowsRows(held, rows), order),
        nominations: shuffled(nominations, order).map(({ representativeId, signed }) => [
          ...[representativeId, '', signed ? '是' : '否'],
        ]),
        vetoes: shuffled(vetoRows(candidates), order),
        candidates: shuffled(candidateRows(candidates), order),
        winners: [],
      });
      expect(again).toEqual({ differences: [], candidates });
    }),
    { numRuns: 150 },
  );
});

it('lets nobody through whom the plan leaves out, and nobody be chosen beyond the quota or against a veto', () => {
  fc.assert(
    fc.property(anyTown, fc.array(fc.nat(24)), ({ rows, ties, byPoints, seats, nominations, vetoes }, picks) => {
      const held = { ...plan, ties, byPoints, seats };
      const candidates = candidatesOf(held, rows, nominations, vetoes);
      const leftOut = rankRows(held, rows).filter((row) => row.leftOut !== undefined);
      const ids = new Set(candidates.map(({ representativeId }) => representativeId));
      expect(leftOut.some(({ representativeId }) => ids.has(representativeId))).toBe(false);
      const stopped = new Set(vetoes.map(({ representativeId }) => representativeId));
      const chosen = picks.map(
        (pick) => candidates[pick % Math.max(1, candidates.length)]?.representativeId ?? 'nobody',
      );
      if (choiceProblem(candidates, seats, chosen) === null) {
        expect(chosen.length).toBeLessThanOrEqual(seats);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.some((id) => stopped.has(id) || !ids.has(id))).toBe(false);
      }
      const next = nextUp(candidates, new Set(chosen));
      if (next)
        expect([stopped.has(next.representativeId), chosen.includes(next.representativeId)]).toEqual([false, false]);
    }),
    { numRuns: 150 },
  );
});
