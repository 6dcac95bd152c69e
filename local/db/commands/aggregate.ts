/** Aggregations: a leading $match, $sort, $skip and $limit is read by the planner, the rest runs on what that gives. */
import type { Foreign } from '../aggregate/stage';
import { checkedFilter, compilePipeline, stageOf, wholeNumber } from '../aggregate/stages';
import { DatabaseError } from '../errors';
import type { Filter } from '../query/filter';
import { parseSort } from '../query/planner';
import { count, select, type Selection } from '../query/select';
import type { Collection } from '../storage/catalog';
import { type Doc, encodeDoc, isDoc, isNumeric, numberOf } from '../values';
import { type CommandContext, listArgument, numberArgument, refuseCollation } from './context';
import { cursorAnswer } from './find';

interface Split {
  selection: Omit<Selection, 'transaction'>;
  rest: readonly unknown[];
}

/** Takes the leading stages that a selection expresses: matches, then a sort, a skip and a limit in this order. */
export function splitPipeline(collection: Collection, pipeline: readonly unknown[], hint: unknown): Split {
  const filters: Filter[] = [];
  const selection: Split['selection'] = {
    collection,
    filter: { kind: 'and', filters },
    sort: [],
    skip: 0,
    limit: 0,
    hint,
  };
  let at = 0;
  const next = (name: string): unknown => {
    const stage = pipeline[at];
    return isDoc(stage) && name in stage ? pipeline[at++] && stage[name] : undefined;
  };
  for (let spec = next('$match'); spec !== undefined; spec = next('$match')) filters.push(checkedFilter(spec));
  const sort = next('$sort');
  if (sort !== undefined) selection.sort = parseSort(sort);
  const skip = next('$skip');
  if (skip !== undefined) selection.skip = wholeNumber(skip, '$skip', 0);
  const limit = next('$limit');
  if (limit !== undefined) selection.limit = wholeNumber(limit, '$limit', 1);
  const [only] = filters;
  if (only && filters.length === 1) selection.filter = only;
  return { selection, rest: pipeline.slice(at) };
}

export function aggregate(context: CommandContext): Doc {
  const { command, engine, database } = context;
  refuseCollation(command);
  const pipeline = listArgument(command, 'pipeline');
  const name = command['aggregate'];
  if (typeof name !== 'string')
    throw new DatabaseError(238, 'aggregate without a collection is not supported by the embedded database');
  pipeline.forEach(stageOf);
  const { cursor } = command;
  if (!isDoc(cursor))
    throw new DatabaseError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
  const documents = run(context, name, pipeline).map(encodeDoc);
  const source = { documents: documents.values(), close: () => undefined };
  const batchSize = numberArgument(cursor, 'batchSize');
  const single = documents.length <= (batchSize ?? 101);
  return cursorAnswer(`${database}.${name}`, engine.cursors.first(`${database}.${name}`, source, batchSize, single));
}

function run(context: CommandContext, name: string, pipeline: readonly unknown[]): Doc[] {
  const { engine, database, transaction, command } = context;
  const foreign: Foreign = (other, filter) => {
    const collection = engine.catalog.find(database, other);
    return collection
      ? docs(select(engine, { collection, filter, sort: [], skip: 0, limit: 0, hint: undefined, transaction }))
      : [];
  };
  const collection = engine.catalog.find(database, name);
  if (!collection) return [...compilePipeline(pipeline, foreign)([])];
  const { selection, rest } = splitPipeline(collection, pipeline, command['hint']);
  const counting = countStage(rest);
  if (counting) {
    const counted = count(engine, { ...selection, transaction });
    return counted ? [counting(counted)] : [];
  }
  return [...compilePipeline(rest, foreign)(docs(select(engine, { ...selection, transaction })))];
}

function* docs(found: Iterable<{ doc: Doc }>): Iterable<Doc> {
  for (const { doc } of found) yield doc;
}

/** `$count`, or what countDocuments sends: a group of all with a sum of ones. */
function countStage(rest: readonly unknown[]): ((counted: number) => Doc) | null {
  const [stage] = rest;
  if (!isDoc(stage) || rest.length !== 1) return null;
  const { $count: field, $group: group } = stage;
  if (typeof field === 'string' && field && !field.startsWith('$') && !field.includes('.'))
    return (counted) => ({ [field]: counted });
  if (!isDoc(group)) return null;
  const { _id: id, ...sums } = group;
  const [[name, sum] = ['', null], ...more] = Object.entries(sums);
  const isOne = isDoc(sum) && Object.keys(sum).length === 1 && isNumeric(sum['$sum']) && numberOf(sum['$sum']) === 1;
  return !more.length && isOne && (id === null || isNumeric(id)) ? (counted) => ({ _id: id, [name]: counted }) : null;
}

export function countCommand(context: CommandContext): Doc {
  const { command, engine, database, transaction } = context;
  refuseCollation(command);
  const filter = checkedFilter(command['query'] ?? {});
  const collection = engine.catalog.find(database, String(command['count']));
  if (!collection) return { n: 0 };
  const skip = numberArgument(command, 'skip') ?? 0;
  const limit = Math.abs(numberArgument(command, 'limit') ?? 0);
  return { n: count(engine, { collection, filter, sort: [], skip, limit, hint: command['hint'], transaction }) };
}
