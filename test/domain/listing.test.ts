import fc from 'fast-check';
import { askedNumber, listKey, listKeys } from '../../domain/listing';
import { categories, channels } from '../../domain/wish';

const wish = fc.record({
  code: fc.constant('CJ-2026-0160'),
  groupId: fc.constantFrom('g1', 'g2'),
  village: fc.constantFrom('刘胜村', '永兴村'),
  category: fc.constantFrom(...categories),
  channel: fc.constantFrom(...channels),
  submitterId: fc.constantFrom('a1', 'a2'),
  claimer: fc.record({ representativeId: fc.constantFrom('r1', 'r2') }),
});

const narrowed = fc.record(
  {
    groupId: fc.constantFrom('g1', 'g2'),
    village: fc.constantFrom('刘胜村', '永兴村'),
    category: fc.constantFrom(...categories),
    channel: fc.constantFrom(...channels),
    submitterId: fc.constantFrom('a1', 'a2'),
    claimerId: fc.constantFrom('r1', 'r2'),
  },
  { requiredKeys: [] },
);

it('holds every wish that is asked for, and nothing else where it says so', () => {
  fc.assert(
    fc.property(wish, narrowed, (one, asked) => {
      const facts = { ...one, claimerId: one.claimer.representativeId };
      const isMeant = Object.entries(asked).every(([name, value]) => Reflect.get(facts, name) === value);
      const { key, isWhole } = listKey(asked);
      const isListed = listKeys(one).includes(key);
      if (isMeant) expect(isListed).toBe(true);
      if (isWhole) expect(isListed).toBe(isMeant);
    }),
    { numRuns: 2000 },
  );
});

it('says it is the whole answer for every combination of a place, a category and a channel', () => {
  for (const place of [{}, { groupId: 'g1' }, { village: '刘胜村' }]) {
    for (const more of [
      {},
      { category: 'care' },
      { channel: 'walk' },
      { category: 'care', channel: 'walk' },
    ] as const) {
      expect(listKey({ ...place, ...more }).isWhole).toBe(true);
    }
  }
  expect(listKey({ groupId: 'g1', village: '刘胜村' }).isWhole).toBe(false);
  expect(listKey({ submitterId: 'a1', category: 'care' }).isWhole).toBe(false);
});

it.each([
  ['CJ-2026-0160', { code: 'CJ-2026-0160' }],
  ['cj-2026-0160', { code: 'CJ-2026-0160' }],
  ['ｃｊ－2026－0160', { code: 'CJ-2026-0160' }],
  ['0160', { key: 'number:0160' }],
  ['160', { key: 'number:0160' }],
  ['2026-0160', { key: 'number:2026-0160' }],
  ['12345', { key: 'number:12345' }],
  ['16', null],
  ['路灯', null],
  ['CJ-2026', null],
  ['13959171093', null],
])('takes %s for the number it looks like', (typed, number) => {
  expect(askedNumber(typed)).toEqual(number);
});

it('finds a wish by the tail of its number', () => {
  const keys = listKeys({ code: 'CJ-2026-0160', groupId: 'g1', village: '刘胜村', category: 'care', channel: 'walk' });
  expect(keys).toEqual(expect.arrayContaining(['number:0160', 'number:2026-0160']));
  expect(new Set(keys).size).toBe(keys.length);
});
