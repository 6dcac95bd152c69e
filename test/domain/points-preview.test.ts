import fc from 'fast-check';
import { alwaysPresent, type Amount } from '../../domain/points';
import { catalogue, hundred } from '../../domain/points-catalogue';
import { compare, rulesConcerned, type Person, type PreviewEntry } from '../../domain/points-preview';
import { changedBook, heldSpan } from '../../domain/points-rule-change';
import { versionAt, type PointsRule, type RuleBook, type RuleCode } from '../../domain/points-rules';

const bookOf = (rules: readonly PointsRule[], partCaps = hundred.partCaps): RuleBook => ({
  rules: new Map(rules.map((rule) => [rule.code, rule])),
  scheme: { ...hundred, partCaps },
});
const old = bookOf(catalogue);
const newest = { rules: old.rules, scheme: hundred };
const ruleOf = (code: RuleCode): PointsRule => {
  const rule = old.rules.get(code);
  if (!rule) throw new Error(code);
  return rule;
};

const earning = catalogue.filter(({ part }) => part !== 'deduction');

const anAmount = ({ grades, scale }: PointsRule): fc.Arbitrary<Amount> => {
  if (grades) return fc.constantFrom(...grades).map(({ name }) => ({ grade: name }));
  if (!scale) return fc.integer({ min: 1, max: 4 }).map((units) => ({ units }));
  return fc.record({
    difficulty: fc.constantFrom('easy' as const, 'medium' as const, 'hard' as const),
    rating: fc.constantFrom('satisfied' as const, 'fair' as const, undefined),
  });
};

/** Deeds of one month, some of which are taken back later. */
const aPerson = (rules: readonly PointsRule[]): fc.Arbitrary<Person> =>
  fc
    .array(
      fc.constantFrom(...rules).chain((rule) =>
        fc.record({
          rule: fc.constant(rule),
          amount: anAmount(rule),
          day: fc.integer({ min: 10, max: 14 }),
          deed: fc.nat(12),
          isReversal: fc.boolean(),
        }),
      ),
      { maxLength: 30 },
    )
    .map((deeds) => {
      const paid = new Set<string>();
      const entries = deeds.flatMap(({ rule, amount, day, deed, isReversal }): PreviewEntry[] => {
        const key = `${rule.code}:${deed}`;
        if (isReversal !== paid.has(key)) return [];
        if (isReversal) paid.delete(key);
        else paid.add(key);
        const { code, part } = rule;
        const kind = isReversal ? 'reversal' : 'paid';
        return [{ rule: code, part, kind, deed: key, day: `2026-10-${day}`, askedTenths: 10, deltaTenths: 10, amount }];
      });
      return {
        entries,
        present: alwaysPresent,
        earlier: { rules: new Map([['W2', 120]]), parts: { duty: 550 }, deeds: new Map() },
      };
    });

const sumOf = (person: Person, other: RuleBook) => {
  const sums = [
    ...compare(
      person,
      () => old,
      () => other,
    ).values(),
  ];
  return {
    before: sums.reduce((sum, { before }) => sum + before, 0),
    after: sums.reduce((sum, { after }) => sum + after, 0),
  };
};

it('says of unchanged rules that they change nothing', () => {
  fc.assert(
    fc.property(aPerson(catalogue), (person) => {
      for (const { before, after } of compare(
        person,
        () => old,
        () => bookOf(catalogue),
      ).values()) {
        expect(after).toBe(before);
      }
    }),
  );
});

it('lets nobody lose where every cap is lifted', () => {
  const free = bookOf(
    catalogue.map((rule) => ({ ...rule, capTenths: {} })),
    {},
  );
  fc.assert(
    fc.property(aPerson(earning), (person) => {
      const { before, after } = sumOf(person, free);
      expect(after).toBeGreaterThanOrEqual(before);
    }),
  );
});

const entry = (code: RuleCode, set: Partial<PreviewEntry>): PreviewEntry => ({
  ...{ rule: code, part: ruleOf(code).part, kind: 'paid', deed: `${code}:1`, day: '2026-10-12' },
  ...{ askedTenths: 10, deltaTenths: 10 },
  ...set,
});
const alone = (...entries: PreviewEntry[]): Person => ({
  entries,
  present: alwaysPresent,
  earlier: { rules: new Map(), parts: {}, deeds: new Map() },
});

const changed = (code: RuleCode, set: Partial<PointsRule> & { ends?: true }): RuleBook => {
  const { name, tenths, capTenths, evidence, version, scale, grades } = { ...ruleOf(code), ...set };
  const terms = { code, version, name, tenths, capTenths, evidence };
  const more = { ...(scale ? { scale } : {}), ...(grades ? { grades } : {}), ...(set.ends ? { ends: set.ends } : {}) };
  return changedBook(old, { rules: [{ ...terms, ...more }] }, newest);
};

it('asks a fulfilled wish anew by another scale, and shares alike', () => {
  const scale = ruleOf('W4').scale;
  if (!scale) throw new Error('no scale');
  const harder = changed('W4', { scale: { ...scale, difficulty: { ...scale.difficulty, hard: 90 } } });
  const amount: Amount = { difficulty: 'hard', rating: 'fair', share: { parts: [1, 1], index: 1 } };
  expect(sumOf(alone(entry('W4', { amount, askedTenths: 24 })), harder)).toEqual({ before: 24, after: 36 });
  // Of an entry from before amounts were kept only the asked tenths are known.
  expect(sumOf(alone(entry('W4', { askedTenths: 24 })), harder)).toEqual({ before: 24, after: 24 });
});

it('counts what was earned earlier in the year, a reversal of another year as it was, and nothing of a rule that ends', () => {
  const amount = { units: 1 };
  const late = alone(entry('W2', { amount }), entry('W2', { amount, deed: 'W2:2', day: '2026-10-13' }));
  const person = { ...late, earlier: { rules: new Map([['W2' as const, 140]]), parts: {}, deeds: new Map() } };
  expect(sumOf(person, changed('W2', { capTenths: { year: 200 } }))).toEqual({ before: 10, after: 20 });
  const reversal = alone(entry('S1', { kind: 'reversal', deltaTenths: -10 }));
  expect(sumOf(reversal, changed('S1', { tenths: 30 }))).toEqual({ before: -10, after: -10 });
  expect(sumOf(late, changed('W2', { ends: true }))).toEqual({ before: 20, after: 0 });
});

it('reckons the rules that share a part’s cap with a changed one', () => {
  const schemes = [hundred, hundred];
  expect(rulesConcerned(['D3'], catalogue, schemes)).toEqual(['D3']);
  expect(rulesConcerned(['M1'], catalogue, schemes)).toEqual(['M1', 'M4']);
  expect(rulesConcerned([], catalogue, [hundred, { partCaps: { ...hundred.partCaps, honour: 300 } }])).toEqual(
    catalogue.filter(({ part }) => part === 'honour').map(({ code }) => code),
  );
});

it('tells on which days a version holds, as it is found for every day', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((one) => `2026-10-${String(one).padStart(2, '0')}`);
  const aVersion = fc.record({ from: day, until: fc.option(day, { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(aVersion, { minLength: 1, maxLength: 5 }), day, (drawn, asked) => {
      const versions = drawn.map(({ from, until }, index) => ({
        version: index + 1,
        from,
        ...(until === undefined ? {} : { until }),
      }));
      const holding = versions.filter((version) => heldSpan(version, versions, asked).state === 'now');
      expect(holding.map(({ version }) => version)).toEqual(
        [versionAt(versions, asked)].flatMap((version) => (version ? [version.version] : [])),
      );
    }),
  );
});
