/** From a stored document and an update to the new document: operators, a replacement, or a pipeline. */
import { ObjectId } from 'bson';
import { evaluate } from '../aggregate/expressions';
import { compilePipeline, stageOf } from '../aggregate/stages';
import type { Stage } from '../aggregate/stage';
import { DatabaseError } from '../errors';
import { encodeValue } from '../key-encoding';
import { equalValues } from '../order';
import { type Filter, parseFilter } from '../query/filter';
import { compileFilter, matchedIndex } from '../query/match';
import { assertStorable, decodeTyped, type Doc, encodeStored, isDoc, missing, toPlain } from '../values';
import { restoreTypes } from './numbers';
import { parseOperators, type Step } from './operators';
import { changeAt, elementPredicate, expandPath, type Positions } from './paths';

export type Update =
  | { kind: 'operators'; steps: readonly Step[]; elementFilters: ReadonlyMap<string, (element: unknown) => boolean> }
  | { kind: 'replacement'; doc: Doc }
  | { kind: 'pipeline'; run: Stage };

const updateStages = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith']);

export function parseUpdate(update: unknown, arrayFilters: unknown): Update {
  if (Array.isArray(update)) {
    for (const stage of update) {
      const [name] = stageOf(stage);
      if (!updateStages.has(name)) throw new DatabaseError(72, `${name} is not allowed to be used within an update`);
    }
    if (arrayFilters !== undefined)
      throw new DatabaseError(9, 'arrayFilters may not be specified for pipeline-syle updates');
    return { kind: 'pipeline', run: compilePipeline(update, () => []) };
  }
  if (!isDoc(update)) throw new DatabaseError(9, 'Update argument must be either an object or an array');
  const keys = Object.keys(update);
  if (!keys[0]?.startsWith('$')) {
    const dollar = keys.find((key) => key.startsWith('$'));
    if (dollar)
      throw new DatabaseError(
        52,
        `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document.`,
      );
    assertStorable(update);
    return { kind: 'replacement', doc: update };
  }
  const steps = parseOperators(update);
  return { kind: 'operators', steps, elementFilters: parseArrayFilters(arrayFilters, steps) };
}

function parseArrayFilters(arrayFilters: unknown, steps: readonly Step[]): Map<string, (element: unknown) => boolean> {
  const filters = new Map<string, (element: unknown) => boolean>();
  if (arrayFilters === undefined) return filters;
  if (!Array.isArray(arrayFilters)) throw new DatabaseError(14, 'arrayFilters must be an array');
  for (const filter of arrayFilters) {
    const name = isDoc(filter) ? identifierOf(filter) : undefined;
    if (!name) throw new DatabaseError(9, 'Cannot use an expression without a top-level field name in arrayFilters');
    if (filters.has(name))
      throw new DatabaseError(9, `Found multiple array filters with the same top-level field name ${name}`);
    if (!steps.some(({ path }) => path.includes(`$[${name}]`))) {
      throw new DatabaseError(9, `The array filter for identifier '${name}' was not used in the update`);
    }
    filters.set(name, elementPredicate(name, compileFilter(parseFilter(filter), evaluate)));
  }
  return filters;
}

/** `{ 'item.a': 1, $or: [{ 'item.b': 2 }] }` speaks of `item`. */
function identifierOf(filter: Doc): string | undefined {
  for (const [key, value] of Object.entries(filter)) {
    if (!key.startsWith('$')) return key.split('.')[0];
    const inner: unknown = Array.isArray(value) ? value.find(isDoc) : undefined;
    if (isDoc(inner)) return identifierOf(inner);
  }
  return undefined;
}

function immutableId(): DatabaseError {
  return new DatabaseError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}

/** The new document's bytes; the same bytes when nothing changed. */
export function applyUpdate(bytes: Buffer, update: Update, filter: Filter): Buffer {
  const before = decodeTyped(bytes);
  const after = changed(decodeTyped(bytes), update, filter, false);
  const id = before['_id'];
  if (!('_id' in after)) after['_id'] = id;
  if (!encodeValue(after['_id']).equals(encodeValue(id))) {
    throw immutableId();
  }
  return encodeStored(idFirst({ ...after, _id: id }));
}

/** The document that an upsert inserts: from the filter's equalities, then the update. */
export function upsertDoc(update: Update, filter: Filter): Doc {
  const base: Doc = {};
  const equalities = equalityFields(filter);
  if (update.kind === 'replacement') {
    const id = equalities.get('_id');
    if (id !== undefined && !('_id' in update.doc)) base['_id'] = id;
    else if (id !== undefined && !equalValues(toPlain(update.doc['_id']), id)) throw immutableId();
    return idFirst(withId({ ...base, ...update.doc }));
  }
  for (const [path, value] of equalities) changeAt(base, path.split('.'), () => value);
  const doc = changed(base, update, filter, true);
  if (equalities.has('_id') && !equalValues(toPlain(doc['_id']), equalities.get('_id'))) throw immutableId();
  return idFirst(withId(doc));
}

function withId(doc: Doc): Doc {
  return '_id' in doc ? doc : { _id: new ObjectId(), ...doc };
}

export function idFirst({ _id, ...rest }: Doc): Doc {
  return { _id, ...rest };
}

function equalityFields(filter: Filter): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  const collect = (inner: Filter): void => {
    if (inner.kind === 'and') inner.filters.forEach(collect);
    else if (inner.kind === 'or' && inner.filters.length === 1) inner.filters.forEach(collect);
    else if (inner.kind === 'field' && inner.test.op === 'eq') {
      if (fields.has(inner.path))
        throw new DatabaseError(54, `cannot infer query fields to set, path '${inner.path}' is matched twice`);
      fields.set(inner.path, inner.test.value);
    }
  };
  collect(filter);
  return fields;
}

function changed(doc: Doc, update: Update, filter: Filter, inserting: boolean): Doc {
  if (update.kind === 'replacement') return { ...update.doc };
  if (update.kind === 'pipeline') {
    const plain = toPlain(doc);
    const [result] = isDoc(plain) ? update.run([plain]) : [];
    const typed = restoreTypes(result, doc);
    return isDoc(typed) ? typed : {};
  }
  const plain = toPlain(doc);
  const positions: Positions = {
    matched: (path) => (isDoc(plain) ? matchedIndex(filter, plain, path, evaluate) : -1),
    elementFilter: (name) => {
      const test = update.elementFilters.get(name);
      return test ? (element) => test(toPlain(element)) : null;
    },
  };
  for (const step of update.steps) if (inserting || !step.onInsert) applyStep(doc, step, positions);
  return doc;
}

function applyStep(doc: Doc, { path, from, change }: Step, positions: Positions): void {
  if (from === null) {
    for (const concrete of expandPath(doc, path, positions)) changeAt(doc, concrete, change);
    return;
  }
  let moved: unknown = missing;
  changeAt(doc, from.split('.'), (old) => {
    moved = old;
    return missing;
  });
  if (moved !== missing) changeAt(doc, path.split('.'), () => moved);
}
