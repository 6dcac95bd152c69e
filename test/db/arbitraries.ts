/** Random documents, filters, updates and pipelines of the kinds that the functions use, over one small set of fields. */
import fc from 'fast-check';
import { type Document, Double, Long, ObjectId } from 'mongodb';

const texts = ['', 'a', 'ab', 'b', '刘胜村', '刘', 'open', 'closed'];
const dates = [0, 1, 86_400_000, 1_700_000_000_000, 1_700_000_086_400].map((ms) => new Date(ms));
const ids = ['656000000000000000000001', '656000000000000000000002', '656000000000000000000003'].map(
  (hex) => new ObjectId(hex),
);

const number = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constantFrom(0.5, 2.5, -1.5, 1e10));
const text = fc.constantFrom(...texts);
const date = fc.constantFrom(...dates);
const objectId = fc.constantFrom(...ids);
const typedNumber = fc.oneof(
  { weight: 4, arbitrary: number },
  fc.constantFrom(Long.fromNumber(3), Long.fromNumber(7), new Double(2), new Double(4)),
);
// No booleans: the reference engine counts with them.
const scalar = fc.oneof(number, text, date, objectId, fc.constant(null));
const nested = fc.record({ x: number, y: text }, { requiredKeys: [] });

/** Fields that are mostly of one type, as real ones are, now and then of another or missing. */
export const document: fc.Arbitrary<Document> = fc.record(
  {
    n: fc.oneof({ weight: 6, arbitrary: typedNumber }, scalar),
    m: fc.integer({ min: 0, max: 5 }),
    s: fc.oneof({ weight: 6, arbitrary: text }, fc.constant(null)),
    d: date,
    r: objectId,
    b: fc.boolean(),
    t: fc.array(fc.constantFrom('a', 'b', 'c', 1, 2), { maxLength: 4 }),
    o: fc.oneof({ weight: 5, arbitrary: nested }, fc.constant(null)),
    l: fc.array(fc.record({ k: fc.constantFrom('p', 'q', 'r'), v: number }, { requiredKeys: ['k'] }), { maxLength: 3 }),
  },
  { requiredKeys: ['m'] },
);

export const documents = fc
  .array(document, { minLength: 1, maxLength: 15 })
  .map((all): Document[] => all.map((doc, _id) => ({ _id, ...doc })));

const scalarFields = {
  n: number,
  m: number,
  s: text,
  d: date,
  r: objectId,
  b: fc.boolean(),
  'o.x': number,
  'o.y': text,
  'l.k': fc.constantFrom('p', 'q'),
  'l.v': number,
  t: fc.constantFrom('a', 'b', 1),
};
export type Field = keyof typeof scalarFields;
const fieldNames: Field[] = ['n', 'm', 's', 'd', 'r', 'b', 'o.x', 'o.y', 'l.k', 'l.v', 't'];
export const field = fc.constantFrom(...fieldNames);

const valueOf = (name: Field): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 5, arbitrary: scalarFields[name] as fc.Arbitrary<unknown> }, fc.constant(null));

function condition(name: Field): fc.Arbitrary<unknown> {
  const value = valueOf(name);
  const some: fc.Arbitrary<unknown> = scalarFields[name];
  return fc.oneof(
    value,
    value.map(($ne) => ({ $ne })),
    some.map(($gt) => ({ $gt })),
    some.map(($gte) => ({ $gte })),
    some.map(($lt) => ({ $lt })),
    some.map(($lte) => ({ $lte })),
    fc.tuple(some, some).map(([$gte, $lt]) => ({ $gte, $lt })),
    fc.array(value, { maxLength: 3 }).map(($in) => ({ $in })),
    fc.array(value, { minLength: 1, maxLength: 3 }).map(($nin) => ({ $nin })),
    fc.boolean().map(($exists) => ({ $exists })),
    some.map(($gt) => ({ $not: { $gt } })),
  );
}

const special: fc.Arbitrary<Document> = fc.oneof(
  fc.constantFrom('^a', 'b$', '刘', 'o').map(($regex) => ({ s: { $regex } })),
  fc.constant({ s: { $regex: 'A', $options: 'i' } }),
  fc.integer({ min: 0, max: 3 }).map(($size) => ({ t: { $size } })),
  fc.array(fc.constantFrom('a', 'b', 1), { minLength: 1, maxLength: 2 }).map(($all) => ({ t: { $all } })),
  fc.tuple(fc.constantFrom('p', 'q'), number).map(([k, v]) => ({ l: { $elemMatch: { k, v: { $gt: v } } } })),
  number.map(($gt) => ({ t: { $elemMatch: { $gt } } })),
  fc
    .constantFrom('string', 'number', 'objectId', 'date', 'bool', 'array', 'object', 'null')
    .map(($type) => ({ n: { $type } })),
  fc.tuple(fc.constantFrom(2, 3), fc.constantFrom(0, 1)).map(($mod) => ({ m: { $mod } })),
  number.map((value) => ({ $expr: { $gt: ['$m', value] } })),
  nested.map((o) => ({ o })),
);

const simple: fc.Arbitrary<Document> = fc.oneof(
  { weight: 6, arbitrary: field.chain((name) => condition(name).map((test) => ({ [name]: test }))) },
  special,
);

export const filter: fc.Arbitrary<Document> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({}) },
  { weight: 5, arbitrary: simple },
  {
    weight: 3,
    arbitrary: fc.array(simple, { minLength: 2, maxLength: 3 }).map((parts) => Object.assign({}, ...parts)),
  },
  { weight: 2, arbitrary: fc.array(simple, { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })) },
  { weight: 1, arbitrary: fc.array(simple, { minLength: 1, maxLength: 2 }).map(($nor) => ({ $nor })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(simple, fc.array(simple, { minLength: 2, maxLength: 2 }))
      .map(([one, $or]) => ({ $and: [one, { $or }] })),
  },
);

const direction = fc.constantFrom<1 | -1>(1, -1);

/**
 * Ends with _id, so that the order is complete. Not by an array: the manual puts an empty one before null, whereas the
 * reference engine takes it for a missing field.
 */
export const sort: fc.Arbitrary<Document> = fc
  .tuple(fc.uniqueArray(fc.constantFrom('n', 'm', 's', 'd', 'o.x'), { maxLength: 2 }), direction, direction)
  .map(([names, one, last]) => ({ ...Object.fromEntries(names.map((name) => [name, one])), _id: last }));

export const projection: fc.Arbitrary<Document> = fc.oneof(
  fc.constant({}),
  fc
    .uniqueArray(fc.constantFrom('n', 's', 't', 'o.x', 'l.k', 'd'), { minLength: 1, maxLength: 3 })
    .map((names) => Object.fromEntries(names.map((name) => [name, 1]))),
  fc
    .uniqueArray(fc.constantFrom('n', 's', 't', 'o.x', 'l.k', 'd'), { minLength: 1, maxLength: 3 })
    .map((names) => Object.fromEntries(names.map((name) => [name, 0]))),
  fc.constantFrom<Document>(
    { _id: 0, m: 1 },
    { m: 1, l: { $elemMatch: { k: 'p' } } },
    { t: { $slice: 2 } },
    { t: { $slice: -1 }, m: 1 },
    { o: { y: 1 } },
  ),
);

const topField = fc.constantFrom('n', 'm', 's', 'd', 'o.x', 'o.y', 'fresh', 'o.deep.er', 'n.sub', 't.1', 'l.0.v');

/** Adding 0 or multiplying by 1 modifies nothing; the reference engine sometimes counts it. */
const changes = (value: number | Long | Double): boolean => ![0, 1].includes(Number(value.valueOf()));

const operator: fc.Arbitrary<Document> = fc.oneof(
  fc.tuple(topField, scalar).map(([name, value]) => ({ $set: { [name]: value } })),
  topField.map((name) => ({ $unset: { [name]: '' } })),
  fc.tuple(topField, typedNumber.filter(changes)).map(([name, value]) => ({ $inc: { [name]: value } })),
  fc.tuple(topField, number.filter(changes)).map(([name, value]) => ({ $mul: { [name]: value } })),
  fc.tuple(topField, number).map(([name, value]) => ({ $min: { [name]: value } })),
  fc.tuple(topField, date).map(([name, value]) => ({ $max: { [name]: value } })),
  fc
    .tuple(fc.constantFrom('t', 's', 'fresh'), fc.constantFrom('a', 2))
    .map(([name, value]) => ({ $push: { [name]: value } })),
  // Not $slice: 0: on a missing field the reference engine makes nothing, the manual an empty array.
  fc
    .constantFrom<Document>({ $slice: -2 }, { $slice: 2, $position: 0 })
    .map((how) => ({ $push: { t: { $each: ['z', 1], ...how } } })),
  direction.map((v) => ({ $push: { l: { $each: [{ k: 'q', v: 2 }], $sort: { v } } } })),
  fc
    .tuple(fc.constantFrom('t', 'n', 'fresh'), fc.constantFrom('a', 'z', 1))
    .map(([name, value]) => ({ $addToSet: { [name]: value } })),
  fc.constantFrom('a', 1).map((value) => ({ $addToSet: { t: { $each: [value, 'y'] } } })),
  fc.tuple(fc.constantFrom('t', 's'), fc.constantFrom('a', 1)).map(([name, value]) => ({ $pull: { [name]: value } })),
  fc.constantFrom('p', 'q').map((k) => ({ $pull: { l: { k } } })),
  fc.constantFrom<Document>(
    { $pull: { t: { $in: ['a', 'b'] } } },
    { $pullAll: { t: ['a', 1] } },
    { $pop: { t: 1 } },
    { $pop: { t: -1 } },
    { $pop: { s: 1 } },
  ),
  fc.constantFrom<Document>(
    // Not of a nested field: where it is missing the reference engine makes its parent.
    { $rename: { s: 'renamed' } },
    { $setOnInsert: { n: 1 } },
    { $set: { _id: 77 } },
  ),
);

/** One or two operators; with two, sometimes on conflicting paths. The reference engine sees no conflict with $setOnInsert. */
export const update: fc.Arbitrary<Document> = fc.oneof(
  { weight: 4, arbitrary: operator },
  {
    weight: 2,
    arbitrary: fc
      .tuple(operator, operator)
      .filter(([one, two]) => !('$setOnInsert' in { ...one, ...two }))
      .map(([one, two]) => ({ ...one, ...two })),
  },
);

export const pipelineUpdate: fc.Arbitrary<Document[]> = fc.constantFrom<Document[][]>(
  [{ $set: { total: { $add: ['$m', 1] } } }],
  [{ $set: { 'o.sum': { $cond: [{ $gt: ['$m', 2] }, 'big', 'small'] } } }, { $unset: 'b' }],
  [{ $set: { t: { $ifNull: ['$t', []] }, copy: '$o' } }],
  [{ $replaceWith: { _id: '$_id', only: '$s' } }],
);

const accumulator = fc.constantFrom<Document>(
  { $sum: 1 },
  { $sum: '$m' },
  { $sum: '$n' },
  { $avg: '$m' },
  { $min: '$n' },
  { $max: '$d' },
  { $min: '$s' },
  { $push: '$m' },
  { $sum: { $cond: [{ $eq: ['$s', 'open'] }, 1, 0] } },
  { $sum: { $size: { $ifNull: ['$t', []] } } },
  { $max: '$o.x' },
);

// What is missing within a group's _id is left out, and a missing _id is null; the reference engine differs in both.
const wholeGroup = { s: { $ifNull: ['$s', ''] }, b: { $ifNull: ['$b', false] } };

const groupId = fc.constantFrom<unknown>(
  null,
  '$m',
  '$s',
  '$r',
  '$b',
  { $ifNull: ['$o.y', null] },
  wholeGroup,
  { $dateToString: { format: '%Y-%m', date: '$d', timezone: 'Asia/Shanghai' } },
  '$l.k',
);

const grouped = (groups: fc.Arbitrary<unknown>, first: fc.Arbitrary<Document>): fc.Arbitrary<Document[]> =>
  fc
    .tuple(groups, first, accumulator)
    .map(([_id, one, two]) => [{ $sort: { _id: 1 } }, { $group: { _id, one, two } }, { $sort: { _id: 1 } }]);

// The reference engine does not always feed its groups in the order of the sort before them; one group it does.
const inOrder = fc.constantFrom<Document>({ $first: '$m' }, { $last: '$s' });
const group = fc.oneof(grouped(groupId, accumulator), grouped(fc.constant(null), inOrder));

const computed = fc.constantFrom<Document>(
  { z: { $add: ['$m', 1] } },
  { z: { $concat: ['x', { $ifNull: ['$s', '-'] }] } },
  { z: { $cond: { if: { $gt: ['$n', 2] }, then: '$m', else: null } } },
  { z: { $size: { $ifNull: ['$t', []] } } },
  { z: { $filter: { input: { $ifNull: ['$l', []] }, as: 'one', cond: { $gt: ['$$one.v', 1] } } } },
  { z: { $map: { input: { $ifNull: ['$t', []] }, as: 'one', in: { w: '$$one' } } } },
  { z: { $arrayElemAt: ['$t', 0] } },
  { z: { $in: ['a', { $ifNull: ['$t', []] }] } },
  { z: { $eq: ['$n', '$m'] }, y: { $lt: [{ $ifNull: ['$s', ''] }, 'b'] } },
  { z: { $and: [{ $gte: ['$m', 1] }, '$b'] } },
  { z: { $switch: { branches: [{ case: { $eq: ['$m', 1] }, then: 'one' }], default: 'other' } } },
  { z: { $year: { date: '$d', timezone: 'Asia/Shanghai' } } },
  { z: { $mergeObjects: ['$o', { w: 1 }] } },
  { z: { $subtract: ['$m', 2] }, y: { $multiply: ['$m', 0.5] } },
  { z: { $divide: ['$m', 2] }, y: { $mod: ['$m', 2] } },
  { z: { $max: ['$m', '$o.x'] }, y: { $sum: ['$m', '$n'] } },
  { z: '$o.x', y: '$l.k' },
  { 'o.new': '$m' },
  {
    z: {
      $reduce: {
        input: { $ifNull: ['$l', []] },
        initialValue: 0,
        in: { $add: ['$$value', { $ifNull: ['$$this.v', 0] }] },
      },
    },
  },
  { z: { $dateToString: { format: '%Y-%m-%d', date: '$d', timezone: 'Asia/Shanghai' } } },
  { z: { $literal: '$m' } },
  { z: { $toUpper: '$o.y' } },
);

const stages: fc.Arbitrary<Document[]> = fc.oneof<fc.Arbitrary<Document[]>[]>(
  filter.map(($match) => [{ $match }]),
  group,
  computed.map(($addFields) => [{ $addFields }]),
  computed.map((fields) => [{ $project: { m: 1, ...fields } }]),
  fc.constantFrom('$t', '$l', '$s').map(($unwind) => [{ $unwind }]),
  fc
    .constantFrom('$t', '$l')
    .map((path) => [{ $unwind: { path, preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' } }]),
  fc
    .constantFrom<[string, string][]>(['m', 'm'], ['r', 'r'], ['t', 's'], ['o.x', 'n'])
    .map(([localField, foreignField]) => [
      { $lookup: { from: 'other', localField, foreignField, as: 'joined' } },
      { $addFields: { joined: { $size: '$joined' } } },
    ]),
  // Not $count: of nothing the reference engine gives 0, the manual no document.
  fc.constant([{ $group: { _id: null, all: { $sum: 1 } } }]),
  filter.map(($match) => [
    { $sort: { _id: 1 } },
    { $facet: { some: [{ $match }, { $limit: 2 }], all: [{ $group: { _id: null, n: { $sum: 1 } } }] } },
  ]),
);

/** Skips and limits only at the head, where the order is complete. */
const head: fc.Arbitrary<Document[]> = fc.oneof<fc.Arbitrary<Document[]>[]>(
  fc.constant([]),
  fc
    .tuple(filter, sort, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 5 }))
    .map(([$match, $sort, $skip, $limit]) => [{ $match }, { $sort }, { $skip }, { $limit }]),
);

/** Only at the end: the reference engine lets a later $addFields see what was taken out. */
const tail = fc.constantFrom<Document[]>([], [{ $unset: ['s', 'b'] }]);

export const pipeline: fc.Arbitrary<Document[]> = fc
  .tuple(head, fc.array(stages, { minLength: 1, maxLength: 3 }), tail)
  .map(([first, parts, last]) => [...first, ...parts.flat(), ...last]);
