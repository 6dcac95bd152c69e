/** Stages that change a document's shape: $addFields, $unset, $unwind. */
import { DatabaseError } from '../errors';
import { valueAt } from '../query/paths';
import { type Doc, isDoc, missing, toPlain } from '../values';
import { checkExpression, evaluate } from './expressions';
import type { Stage } from './stage';

/** A copy of the document with a value at a path; inside an array every element gets it. Undefined removes. */
function withValue(holder: unknown, parts: readonly string[], value: unknown): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return value;
  if (Array.isArray(holder)) return holder.map((item) => withValue(item, parts, value));
  const copy: Doc = isDoc(holder) ? { ...holder } : {};
  if (!rest.length && value === undefined) delete copy[part];
  else copy[part] = withValue(copy[part], rest, value);
  return copy;
}

/** A copy without what is at a path; what leads there is not made. */
function withoutValue(holder: unknown, parts: readonly string[]): unknown {
  const [part = '', ...rest] = parts;
  if (Array.isArray(holder)) return holder.map((item) => withoutValue(item, parts));
  if (!isDoc(holder) || !(part in holder)) return holder;
  const { [part]: inner, ...others } = holder;
  return rest.length ? { ...holder, [part]: withoutValue(inner, rest) } : others;
}

const asDoc = (changed: unknown, doc: Doc): Doc => (isDoc(changed) ? changed : doc);

const setAt = (doc: Doc, path: string, value: unknown): Doc => asDoc(withValue(doc, path.split('.'), value), doc);
const unsetAt = (doc: Doc, path: string): Doc => asDoc(withoutValue(doc, path.split('.')), doc);

export function addFields(spec: unknown): Stage {
  if (!isDoc(spec)) throw new DatabaseError(40272, '$addFields specification stage must be an object');
  const fields = flatten(spec, '').map(([path, value]) => {
    const expression = toPlain(value);
    checkExpression(expression);
    if (!path || path.split('.').some((part) => !part || part.startsWith('$')))
      throw new DatabaseError(16410, `FieldPath '${path}' is not valid`);
    return { path, expression };
  });
  if (!fields.length)
    throw new DatabaseError(40177, 'Invalid $addFields :: caused by :: specification must have at least one field');
  return function* (docs) {
    for (const doc of docs) {
      const values = fields.map(({ path, expression }) => ({ path, value: evaluate(expression, doc) }));
      yield values.reduce((changed, { path, value }) => setAt(changed, path, value), doc);
    }
  };
}

/** `{ a: { b: 1 } }` sets a.b and leaves the rest of a. */
function flatten(spec: Doc, prefix: string): [string, unknown][] {
  return Object.entries(spec).flatMap(([name, value]): [string, unknown][] => {
    const path = prefix + name;
    const nested = isDoc(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$');
    return nested ? flatten(value, `${path}.`) : [[path, value]];
  });
}

export function unsetFields(spec: unknown): Stage {
  const paths = (Array.isArray(spec) ? spec : [spec]).map((path: unknown) => {
    if (typeof path !== 'string' || !path)
      throw new DatabaseError(31002, '$unset specification must be a string or an array of strings');
    return path;
  });
  return function* (docs) {
    for (const doc of docs) yield paths.reduce(unsetAt, doc);
  };
}

export function unwind(spec: unknown): Stage {
  const {
    path,
    includeArrayIndex: indexField,
    preserveNullAndEmptyArrays: preserve,
  } = isDoc(spec) ? spec : { path: spec };
  if (typeof path !== 'string') throw new DatabaseError(28808, 'expected a string as the path for $unwind stage');
  if (!path.startsWith('$'))
    throw new DatabaseError(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  const field = path.slice(1);
  const parts = field.split('.');
  const numbered = (doc: Doc, at: number | null): Doc =>
    typeof indexField === 'string' ? setAt(doc, indexField, at) : doc;
  return function* (docs) {
    for (const doc of docs) {
      const value = valueAt(doc, parts);
      if (Array.isArray(value) && value.length) {
        for (const [at, item] of value.entries()) yield numbered(setAt(doc, field, item), at);
      } else if (Array.isArray(value)) {
        if (preserve === true) yield numbered(unsetAt(doc, field), null);
      } else if (value === missing || value === null) {
        if (preserve === true) yield numbered(doc, null);
      } else yield numbered(doc, null);
    }
  };
}
