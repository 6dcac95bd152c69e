/** The stages of a pipeline, each from documents to documents. Only those named here exist. */
import { DatabaseError } from '../errors';
import { encodeValue } from '../key-encoding';
import { parseFilter } from '../query/filter';
import { compileFilter } from '../query/match';
import { parseSort } from '../query/planner';
import { compileProjection } from '../query/projection';
import { sortBy } from '../query/sort';
import { type Doc, isDoc, isNumeric, numberOf, toPlain } from '../values';
import { accumulators } from './accumulators';
import { checkExpression, evaluate } from './expressions';
import { addFields, unsetFields, unwind } from './reshape';
import { lookup } from './lookup';
import type { Foreign, Stage } from './stage';

function* filterDocs(docs: Iterable<Doc>, keep: (doc: Doc) => boolean): Iterable<Doc> {
  for (const doc of docs) if (keep(doc)) yield doc;
}

function* mapDocs(docs: Iterable<Doc>, change: (doc: Doc) => Doc): Iterable<Doc> {
  for (const doc of docs) yield change(doc);
}

function* slice(docs: Iterable<Doc>, skip: number, limit: number): Iterable<Doc> {
  let at = 0;
  for (const doc of docs) {
    if (at++ < skip) continue;
    yield doc;
    if (at >= skip + limit) return;
  }
}

export function wholeNumber(value: unknown, stage: string, least: number): number {
  const number = isNumeric(value) ? numberOf(value) : NaN;
  if (!Number.isInteger(number))
    throw new DatabaseError(5107200, `invalid argument to ${stage} stage: Expected an integer`);
  if (number < least) throw new DatabaseError(least ? 15958 : 5107200, `invalid argument to ${stage} stage: ${number}`);
  return number;
}

function expression(value: unknown): unknown {
  const plain = toPlain(value);
  checkExpression(plain);
  return plain;
}

function group(spec: unknown): Stage {
  if (!isDoc(spec)) throw new DatabaseError(15947, "a group's fields must be specified in an object");
  if (!('_id' in spec)) throw new DatabaseError(15955, 'a group specification must include an _id');
  const id = expression(spec['_id']);
  const fields = Object.entries(spec).filter(([name]) => name !== '_id');
  const computed = fields.map(([name, value]) => {
    const [[operator = '', argument] = []] = isDoc(value) ? Object.entries(value) : [];
    if (name.includes('.')) throw new DatabaseError(40235, `The field name '${name}' cannot contain '.'`);
    if (!isDoc(value) || !operator.startsWith('$'))
      throw new DatabaseError(40234, `The field '${name}' must be an accumulator object`);
    if (Object.keys(value).length !== 1)
      throw new DatabaseError(40238, `The field '${name}' must specify one accumulator`);
    const accumulate = accumulators[operator];
    if (!accumulate) throw new DatabaseError(15952, `unknown group operator '${operator}'`);
    return { name, accumulate, of: expression(argument) };
  });
  return function* (docs) {
    const groups = new Map<string, { id: unknown; members: Doc[] }>();
    for (const doc of docs) {
      const value = evaluate(id, doc) ?? null;
      const key = encodeValue(value).toString('latin1');
      const known = groups.get(key);
      if (known) known.members.push(doc);
      else groups.set(key, { id: value, members: [doc] });
    }
    for (const { id: value, members } of groups.values()) {
      const result: Doc = { _id: value };
      for (const { name, accumulate, of } of computed)
        result[name] = accumulate(members.map((doc) => evaluate(of, doc)));
      yield result;
    }
  };
}

function replaceRoot(value: unknown): Stage {
  const root = expression(value);
  return (docs) =>
    mapDocs(docs, (doc) => {
      const replaced = evaluate(root, doc);
      if (!isDoc(replaced)) throw new DatabaseError(40228, "'newRoot' expression must evaluate to an object");
      return replaced;
    });
}

function countInto(name: unknown): Stage {
  if (typeof name !== 'string' || !name) throw new DatabaseError(40156, 'the count field must be a non-empty string');
  if (name.startsWith('$') || name.includes('.')) throw new DatabaseError(40158, `the count field cannot be '${name}'`);
  return function* (docs) {
    let counted = 0;
    for (const _ of docs) counted++;
    if (counted) yield { [name]: counted };
  };
}

function facet(spec: unknown, foreign: Foreign): Stage {
  if (!isDoc(spec) || !Object.keys(spec).length)
    throw new DatabaseError(40169, 'the $facet specification must be a non-empty object');
  const parts = Object.entries(spec).map(([name, pipeline]) => {
    if (!Array.isArray(pipeline)) throw new DatabaseError(40170, `arguments to $facet must be arrays, ${name} is not`);
    if (pipeline.some((stage: unknown) => isDoc(stage) && '$facet' in stage))
      throw new DatabaseError(40600, '$facet is not allowed to be used within a $facet stage');
    return { name, run: compilePipeline(pipeline, foreign) };
  });
  return function* (docs) {
    const all = [...docs];
    yield Object.fromEntries(parts.map(({ name, run }) => [name, [...run(all)]]));
  };
}

function sort(spec: unknown): Stage {
  const fields = parseSort(spec);
  if (!fields.length) throw new DatabaseError(15976, '$sort stage must have at least one sort key');
  return (docs) => sortBy(docs, (doc) => doc, fields);
}

function match(spec: unknown): Stage {
  const predicate = compileFilter(checkedFilter(spec), evaluate);
  return (docs) => filterDocs(docs, predicate);
}

/** A filter whose $expr is checked as well. */
export function checkedFilter(spec: unknown): ReturnType<typeof parseFilter> {
  const filter = parseFilter(spec);
  const check = (inner: typeof filter): void => {
    if (inner.kind === 'expr') checkExpression(inner.expression);
    else if (inner.kind === 'not') check(inner.filter);
    else if (inner.kind !== 'field') inner.filters.forEach(check);
  };
  check(filter);
  return filter;
}

function project(spec: unknown): Stage {
  const change = compileProjection(spec, { filter: null });
  return (docs) => (change ? mapDocs(docs, change) : docs);
}

function sortByCount(value: unknown): Stage {
  const [counted, ordered] = [group({ _id: value, count: { $sum: 1 } }), sort({ count: -1 })];
  return (docs) => ordered(counted(docs));
}

const stages: Readonly<Record<string, (spec: unknown, foreign: Foreign) => Stage>> = {
  $match: match,
  $sort: sort,
  $limit: (spec) => {
    const limit = wholeNumber(spec, '$limit', 1);
    return (docs) => slice(docs, 0, limit);
  },
  $skip: (spec) => {
    const skip = wholeNumber(spec, '$skip', 0);
    return (docs) => slice(docs, skip, Infinity);
  },
  $group: group,
  $project: project,
  $addFields: (spec) => addFields(spec),
  $set: (spec) => addFields(spec),
  $unset: (spec) => unsetFields(spec),
  $unwind: (spec) => unwind(spec),
  $lookup: (spec, foreign) => lookup(spec, foreign, compilePipeline),
  $count: countInto,
  $facet: facet,
  $replaceRoot: (spec) => replaceRoot(isDoc(spec) ? spec['newRoot'] : undefined),
  $replaceWith: replaceRoot,
  $sortByCount: sortByCount,
};

export function stageOf(stage: unknown): [name: string, spec: unknown] {
  const [entry, ...more] = isDoc(stage) ? Object.entries(stage) : [];
  if (!entry || more.length)
    throw new DatabaseError(40323, 'A pipeline stage specification object must contain exactly one field.');
  if (!(entry[0] in stages)) throw new DatabaseError(40324, `Unrecognized pipeline stage name: '${entry[0]}'`);
  return entry;
}

export function compilePipeline(pipeline: readonly unknown[], foreign: Foreign): Stage {
  const compiled = pipeline.map((stage) => {
    const [name, spec] = stageOf(stage);
    return stages[name]?.(spec, foreign);
  });
  return (docs) => compiled.reduce((input: Iterable<Doc>, stage) => stage?.(input) ?? input, docs);
}
