/** Projections of find and $project: which fields remain, and which are computed. */
import { checkExpression, evaluate } from '../aggregate/expressions';
import { DatabaseError } from '../errors';
import { type Doc, isDoc, isNumeric, numberOf, toPlain } from '../values';
import { parseFilter } from './filter';
import { matchedIndex } from './match';
import type { Filter } from './filter';
import { isArrayIndex } from './paths';

export type Project = (doc: Doc) => Doc;

/** A tree of what happens to each field. */
type Rule =
  | { kind: 'keep' }
  | { kind: 'drop' }
  /** `cut` is $slice: by itself it leaves the other fields in. */
  | { kind: 'compute'; cut?: boolean; of: (doc: Doc, value: unknown) => unknown }
  | Tree;
interface Tree {
  kind: 'tree';
  rules: Map<string, Rule>;
}

interface Context {
  /** Find has $slice, $elemMatch and `array.$`; $project has not. */
  filter: Filter | null;
}

export function compileProjection(spec: unknown, context: Context): Project | null {
  if (spec === undefined || spec === null) return null;
  if (!isDoc(spec)) throw new DatabaseError(14, 'Expected field projection to be of type object');
  if (!Object.keys(spec).length) {
    if (context.filter) return null;
    throw new DatabaseError(
      40177,
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  }
  const tree: Tree = { kind: 'tree', rules: new Map() };
  for (const [path, value] of Object.entries(spec)) addRule(tree, path.split('.'), path, value, context);
  const including = isInclusion(tree);
  const { _id: idSpec } = spec;
  if (idSpec === undefined && including) tree.rules.set('_id', { kind: 'keep' });
  return (doc) => applyTree(tree, doc, doc, including);
}

function addRule(tree: Tree, parts: readonly string[], path: string, value: unknown, context: Context): void {
  const positional = parts.at(-1) === '$';
  if (positional) return setRule(tree, parts.slice(0, -1), path, positionalRule(parts.slice(0, -1).join('.'), context));
  if (parts.some((part) => !part || part.startsWith('$')))
    throw new DatabaseError(16410, `FieldPath '${path}' is not valid`);
  if (parts.some(isArrayIndex))
    throw new DatabaseError(238, `Projecting '${path}' is not supported by the embedded database`);
  if (isDoc(value) && Object.keys(value).length && !Object.keys(value)[0]?.startsWith('$')) {
    for (const [name, inner] of Object.entries(value))
      addRule(tree, [...parts, ...name.split('.')], `${path}.${name}`, inner, context);
    return;
  }
  setRule(tree, parts, path, ruleFor(value, context));
}

function setRule(tree: Tree, parts: readonly string[], path: string, rule: Rule): void {
  const [part = '', ...rest] = parts;
  const there = tree.rules.get(part);
  if (!rest.length) {
    if (there) throw new DatabaseError(31250, `Path collision at ${path}`);
    tree.rules.set(part, rule);
    return;
  }
  if (there && there.kind !== 'tree')
    throw new DatabaseError(31249, `Path collision at ${path} remaining portion ${rest.join('.')}`);
  const inner: Tree = there ?? { kind: 'tree', rules: new Map() };
  tree.rules.set(part, inner);
  setRule(inner, rest, path, rule);
}

function ruleFor(value: unknown, context: Context): Rule {
  if (isNumeric(value) || typeof value === 'boolean') {
    return { kind: (isNumeric(value) ? numberOf(value) !== 0 : value) ? 'keep' : 'drop' };
  }
  if (context.filter && isDoc(value) && '$slice' in value)
    return { kind: 'compute', cut: true, of: sliceRule(value['$slice']) };
  if (context.filter && isDoc(value) && '$elemMatch' in value)
    return { kind: 'compute', of: elemMatchRule(value['$elemMatch']) };
  const expression = toPlain(value);
  checkExpression(expression);
  return { kind: 'compute', of: (doc) => evaluate(expression, doc) };
}

function sliceRule(argument: unknown): (doc: Doc, value: unknown) => unknown {
  const [first = 0, count] = (Array.isArray(argument) ? argument : [argument]).map((part: unknown) =>
    isNumeric(part) ? numberOf(part) : NaN,
  );
  if (Number.isNaN(first) || Number.isNaN(count)) throw new DatabaseError(28667, 'Invalid $slice syntax');
  if (count !== undefined && count <= 0) throw new DatabaseError(28724, 'First argument to $slice must be positive');
  return (_doc, value) => {
    if (!Array.isArray(value)) return value;
    const list: unknown[] = value;
    if (count === undefined) return first < 0 ? list.slice(first) : list.slice(0, first);
    const start = first < 0 ? Math.max(0, list.length + first) : first;
    return list.slice(start, start + count);
  };
}

function elemMatchRule(argument: unknown): (doc: Doc, value: unknown) => unknown {
  const whole = parseFilter({ value: { $elemMatch: argument } });
  return (_doc, value) => {
    const list: unknown[] = Array.isArray(value) ? value : [];
    const at = matchedIndex(whole, { value: list }, 'value', evaluate);
    return at >= 0 ? [list[at]] : undefined;
  };
}

function positionalRule(path: string, { filter }: Context): Rule {
  if (!filter) throw new DatabaseError(16410, `FieldPath '${path}.$' is not valid`);
  return {
    kind: 'compute',
    of: (doc, value) => {
      if (!Array.isArray(value)) return value;
      const list: unknown[] = value;
      const at = matchedIndex(filter, doc, path, evaluate);
      if (at < 0)
        throw new DatabaseError(
          51246,
          "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
        );
      return [list[at]];
    },
  };
}

/** Mixing 1 and 0 is an error, but for _id. A projection of nothing but computed fields keeps only those and _id. */
function isInclusion(tree: Tree): boolean {
  const kinds = new Set<Rule['kind'] | 'cut'>();
  const collect = (inner: Tree, top: boolean): void => {
    for (const [name, rule] of inner.rules) {
      if (rule.kind === 'tree') collect(rule, false);
      else if (!(top && name === '_id' && rule.kind !== 'compute'))
        kinds.add(rule.kind === 'compute' && rule.cut ? 'cut' : rule.kind);
    }
  };
  collect(tree, true);
  if (kinds.has('keep') && kinds.has('drop'))
    throw new DatabaseError(31254, 'Cannot do exclusion in inclusion projection');
  if (kinds.has('drop') && kinds.has('compute'))
    throw new DatabaseError(31252, 'Cannot use an expression in an exclusion projection');
  if (kinds.has('keep') || kinds.has('compute')) return true;
  if (kinds.size) return false;
  return tree.rules.get('_id')?.kind === 'keep';
}

function applyTree(tree: Tree, value: Doc, root: Doc, including: boolean): Doc {
  const out: Doc = {};
  for (const [name, inner] of Object.entries(value)) {
    const rule = tree.rules.get(name);
    if (!rule) {
      if (!including) out[name] = inner;
    } else if (rule.kind === 'keep') out[name] = inner;
    else if (rule.kind === 'tree') {
      const projected = applyInner(rule, inner, root, including);
      if (projected !== undefined) out[name] = projected;
    }
  }
  for (const [name, rule] of tree.rules) {
    const computed =
      rule.kind === 'compute'
        ? rule.of(root, value[name])
        : rule.kind === 'tree' && !(name in out) && computes(rule)
          ? applyTree(rule, {}, root, true)
          : undefined;
    if (computed !== undefined) out[name] = computed;
  }
  return out;
}

function computes(tree: Tree): boolean {
  return [...tree.rules.values()].some((rule) => rule.kind === 'compute' || (rule.kind === 'tree' && computes(rule)));
}

function applyInner(tree: Tree, value: unknown, root: Doc, including: boolean): unknown {
  if (isDoc(value)) return applyTree(tree, value, root, including);
  if (!Array.isArray(value))
    return including ? (computes(tree) ? applyTree(tree, {}, root, including) : undefined) : value;
  return value.map((item) => applyInner(tree, item, root, including)).filter((item) => item !== undefined);
}
