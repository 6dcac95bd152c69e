/** What every command gets, and how it reads its arguments. */
import { DatabaseError } from '../errors';
import type { Engine } from '../engine';
import type { RetryRecord } from '../sessions';
import type { Collection } from '../storage/catalog';
import type { Transaction } from '../storage/transactions';
import { type Doc, isNumeric, numberOf } from '../values';

export interface CommandContext {
  engine: Engine;
  name: string;
  command: Doc;
  database: string;
  /** The logical session's id in hexadecimal; empty without one. */
  session: string;
  transaction: Transaction | null;
  /** Set for a retryable write: what this write has answered already. */
  retry: RetryRecord | null;
  address: string;
}

export type Command = (context: CommandContext) => Doc | Promise<Doc>;

export function collectionName({ command, name }: CommandContext): string {
  const value = command[name];
  if (typeof value !== 'string') throw new DatabaseError(73, `collection name has invalid type for ${name}`);
  return value;
}

export function namespace(context: CommandContext): string {
  return `${context.database}.${collectionName(context)}`;
}

export function findCollection(context: CommandContext): Collection | null {
  return context.engine.catalog.find(context.database, collectionName(context));
}

export function numberArgument(command: Doc, name: string): number | null {
  const value = command[name];
  if (value === undefined || value === null) return null;
  if (!isNumeric(value)) throw new DatabaseError(14, `BSON field '${name}' is the wrong type, expected a number`);
  return numberOf(value);
}

/** skip, limit and the like: 0 when it is not given. */
export function countArgument(command: Doc, name: string): number {
  const value = numberArgument(command, name) ?? 0;
  if (value < 0) throw new DatabaseError(51024, `BSON field '${name}' value must be >= 0, actual value '${value}'`);
  return value;
}

export function listArgument(command: Doc, name: string): unknown[] {
  const value = command[name];
  if (!Array.isArray(value)) throw new DatabaseError(40414, `BSON field '${name}' is missing but a required field`);
  return value;
}

/** Refuses what would change a query's meaning and is not done here. */
export function refuseCollation(command: Doc): void {
  const { collation } = command;
  const isSimple =
    typeof collation === 'object' && collation !== null && 'locale' in collation && collation.locale === 'simple';
  if (collation !== undefined && collation !== null && !isSimple)
    throw new DatabaseError(238, 'collation is not supported by the embedded database');
}
