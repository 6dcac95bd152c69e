import { Binary, ObjectId } from 'bson';
import fc from 'fast-check';
import { encodeValue, invert } from '../../local/db/key-encoding';
import { compareStrings, compareValues } from '../../local/db/order';

const leaf = fc.oneof(
  fc.constant(null),
  fc.double(),
  fc.integer(),
  fc.constantFrom(0, -0, 1, -1, NaN, Infinity, -Infinity, 2 ** 53 - 1, 0.1),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', '\0', 'b', '\u00ff') }),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 20 }).map((bytes) => new Binary(bytes)),
);

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 2 },
    leaf,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab'), tie('any'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).any;

describe('encoded keys', () => {
  it('are in the order of the values', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.sign(Buffer.compare(encodeValue(a), encodeValue(b)))).toBe(Math.sign(compareValues(a, b)));
      }),
      { numRuns: 20_000 },
    );
  });

  it('are in the opposite order when inverted', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.sign(Buffer.compare(invert(encodeValue(a)), invert(encodeValue(b))))).toBe(
          -Math.sign(compareValues(a, b)) + 0,
        );
      }),
      { numRuns: 5_000 },
    );
  });

  it('stay in order when they follow one another in a compound key', () => {
    const pair = fc.tuple(value, value);
    const compound = ([a, b]: [unknown, unknown]): Buffer => Buffer.concat([encodeValue(a), invert(encodeValue(b))]);
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        const order = Math.sign(compareValues(a[0], b[0])) || -Math.sign(compareValues(a[1], b[1]));
        expect(Math.sign(Buffer.compare(compound(a), compound(b)))).toBe(order + 0);
      }),
      { numRuns: 10_000 },
    );
  });

  it('order text by its UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Math.sign(compareStrings(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
      { numRuns: 5_000 },
    );
  });
});
