/** The statements of insert, update and delete: one after another, each answered or failed on its own. */
import { DatabaseError } from '../errors';
import { type Doc, isDoc, isNumeric, numberOf } from '../values';
import type { CommandContext } from './context';
import { writing } from './writing';

const maxStatements = 100_000;

export interface StatementResult {
  n: number;
  modified?: number;
  upserted?: unknown;
}

interface Failure {
  index: number;
  error: DatabaseError;
}

interface BatchResult {
  results: (StatementResult | null)[];
  answer: Doc;
}

/** Executes the statements; `execute` runs within a storage write and may be called again after waiting. */
export async function runBatch<S>(
  context: CommandContext,
  statements: readonly S[],
  execute: (statement: S) => StatementResult,
): Promise<BatchResult> {
  const { command, retry } = context;
  if (!statements.length || statements.length > maxStatements) {
    throw new DatabaseError(
      16,
      `Write batch sizes must be between 1 and ${maxStatements}. Got ${statements.length} operations.`,
    );
  }
  const ordered = command['ordered'] !== false;
  const results: (StatementResult | null)[] = [];
  const failures: Failure[] = [];
  await writing(context, () => {
    while (results.length < statements.length && !(ordered && failures.length)) {
      const at = results.length;
      const statement = statements[at];
      if (statement === undefined) break;
      const done = retry?.results[String(statementId(command, at))];
      if (isDoc(done)) {
        results.push(readResult(done));
        continue;
      }
      try {
        const result = execute(statement);
        results.push(result);
        if (retry) retry.results[String(statementId(command, at))] = { ...result };
      } catch (error) {
        if (!(error instanceof DatabaseError) || context.transaction) throw withIndex(error, at);
        failures.push({ index: at, error });
        results.push(null);
      }
    }
    if (retry && results.some((result) => result)) context.engine.sessions.save(context.session, retry);
  });
  return { results, answer: answerOf(results, failures) };
}

/** In a transaction a failed statement ends it, and is answered like outside one: as a write error. */
function withIndex(error: unknown, index: number): unknown {
  if (!(error instanceof DatabaseError) || error.labels.length) return error;
  return new BatchFailure(index, error);
}

export class BatchFailure extends DatabaseError {
  readonly answer: Doc;

  constructor(index: number, error: DatabaseError) {
    super(error.code, error.message);
    this.answer = answerOf([], [{ index, error }]);
  }
}

function readResult(done: Doc): StatementResult {
  const count = (value: unknown): number => (isNumeric(value) ? numberOf(value) : 0);
  return {
    n: count(done['n']),
    ...('modified' in done ? { modified: count(done['modified']) } : {}),
    ...('upserted' in done ? { upserted: done['upserted'] } : {}),
  };
}

function statementId(command: Doc, index: number): number {
  const { stmtIds, stmtId } = command;
  const given: unknown = Array.isArray(stmtIds) ? stmtIds[index] : undefined;
  if (isNumeric(given)) return numberOf(given);
  return (isNumeric(stmtId) ? numberOf(stmtId) : 0) + index;
}

function answerOf(results: readonly (StatementResult | null)[], failures: readonly Failure[]): Doc {
  const writeErrors = failures.map(({ index, error }) => ({
    index,
    code: error.code,
    errmsg: error.message,
    ...error.fields,
  }));
  return {
    n: results.reduce((sum, result) => sum + (result?.n ?? 0), 0),
    ...(writeErrors.length ? { writeErrors } : {}),
  };
}
