/** $lookup by equality of a local and a foreign field, with an optional pipeline; uses the foreign collection's index. */
import { DatabaseError, notSupported } from '../errors';
import type { Filter } from '../query/filter';
import { valuesAt } from '../query/paths';
import { type Doc, isDoc, missing } from '../values';
import { addFields } from './reshape';
import type { CompilePipeline, Foreign, Stage } from './stage';

export function lookup(spec: unknown, foreign: Foreign, compile: CompilePipeline): Stage {
  if (!isDoc(spec)) throw new DatabaseError(9, 'the $lookup specification must be an Object');
  const { from, localField, foreignField, as, pipeline, ...rest } = spec;
  if ('let' in rest) throw notSupported("$lookup with 'let'");
  if (Object.keys(rest).length)
    throw new DatabaseError(9, `unknown argument to $lookup: ${Object.keys(rest).join(', ')}`);
  if (typeof from !== 'string' || typeof as !== 'string') throw new DatabaseError(9, "$lookup needs 'from' and 'as'");
  if (typeof localField !== 'string' || typeof foreignField !== 'string') {
    throw notSupported('$lookup without localField and foreignField');
  }
  if (pipeline !== undefined && !Array.isArray(pipeline))
    throw new DatabaseError(9, "'pipeline' option must be specified as an array");
  const run = compile(pipeline ?? [], foreign);
  const [local, remote] = [localField.split('.'), foreignField.split('.')];
  return function* (docs) {
    for (const doc of docs) {
      const filter: Filter = {
        kind: 'field',
        path: foreignField,
        parts: remote,
        test: { op: 'in', values: localValues(doc, local), patterns: [] },
      };
      const found = [...run(foreign(from, filter))];
      yield* addFields({ [as]: { $literal: found } })([doc]);
    }
  };
}

/** An array in the local field joins by each of its elements; a missing field joins like null. */
function localValues(doc: Doc, parts: readonly string[]): unknown[] {
  const values = valuesAt(doc, parts).flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]));
  return values.length ? values.map((value) => (value === missing ? null : value)) : [null];
}
