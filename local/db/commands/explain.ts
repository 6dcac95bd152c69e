/** explain: the chosen plan and, unless only the plan is asked for, what running it reads. */
import { DatabaseError } from '../errors';
import { isWhole, type Plan } from '../query/planner';
import { count, planFor, select, type Selection } from '../query/select';
import { keyPattern } from '../storage/catalog';
import { type Doc, isDoc } from '../values';
import { splitPipeline } from './aggregate';
import type { CommandContext } from './context';
import { selectionOf } from './find';

export function explain(context: CommandContext): Doc {
  const { engine, database, command } = context;
  const { explain: inner, verbosity = 'allPlansExecution' } = command;
  if (!isDoc(inner)) throw new DatabaseError(9, 'explain needs a command');
  const [kind = '', name] = Object.entries(inner)[0] ?? [];
  const collection = engine.catalog.find(database, String(name));
  const queryPlanner = { namespace: `${database}.${String(name)}`, rejectedPlans: [] };
  if (!collection)
    return {
      queryPlanner: { ...queryPlanner, winningPlan: { stage: 'EOF' } },
      executionStats: stats(0, 0, 0, { stage: 'EOF' }),
    };
  const selection: Selection = { ...selectionFor(kind, inner, collection), transaction: null };
  const chosen = planFor(engine, selection);
  const winningPlan = describe(chosen, selection);
  const answer = { queryPlanner: { ...queryPlanner, winningPlan } };
  if (verbosity === 'queryPlanner') return answer;
  const { keys, docs } = engine.examined;
  const counting = kind === 'count' ? count(engine, selection) : [...select(engine, selection, chosen)].length;
  const executionStats = stats(counting, engine.examined.keys - keys, engine.examined.docs - docs, winningPlan);
  return { ...answer, executionStats };
}

function stats(nReturned: number, keys: number, totalDocsExamined: number, executionStages: Doc): Doc {
  const totalKeysExamined = executionStages['stage'] === 'COLLSCAN' ? 0 : keys;
  return {
    executionSuccess: true,
    nReturned,
    executionTimeMillis: 0,
    totalKeysExamined,
    totalDocsExamined,
    executionStages,
  };
}

function selectionFor(kind: string, inner: Doc, collection: Selection['collection']): Omit<Selection, 'transaction'> {
  switch (kind) {
    case 'find':
      return selectionOf(inner, collection);
    case 'count':
    case 'distinct':
      return selectionOf({ filter: inner['query'] ?? {}, hint: inner['hint'] }, collection);
    case 'aggregate':
      return splitPipeline(collection, Array.isArray(inner['pipeline']) ? inner['pipeline'] : [], inner['hint'])
        .selection;
    case 'findAndModify':
      return selectionOf({ filter: inner['query'] ?? {}, sort: inner['sort'], limit: 1 }, collection);
    case 'update':
    case 'delete': {
      const list = inner[kind === 'update' ? 'updates' : 'deletes'];
      const statement: unknown = Array.isArray(list) ? list[0] : undefined;
      return selectionOf({ filter: isDoc(statement) ? statement['q'] : {} }, collection);
    }
    default:
      throw new DatabaseError(59, `Explain failed due to unknown command: ${kind}`);
  }
}

function describe(chosen: Plan, { sort }: Selection): Doc {
  const scanned = describeScan(chosen);
  const inOrder = !sort.length || (chosen.kind === 'index' && chosen.sorted);
  return inOrder ? scanned : { ...scanned, sortsInMemory: true };
}

function describeScan(chosen: Plan): Doc {
  if (chosen.kind === 'union') return { stage: 'OR', inputStages: chosen.scans.map(describeScan) };
  if (isWhole(chosen)) return { stage: 'COLLSCAN' };
  const { index, reverse } = chosen;
  return {
    stage: 'IXSCAN',
    indexName: index.name,
    keyPattern: keyPattern(index),
    isMultiKey: index.multikey.size > 0,
    direction: reverse ? 'backward' : 'forward',
  };
}
