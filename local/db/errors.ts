/** Errors of the wire protocol: the codes and names that the real server uses, so that a driver acts on them alike. */

const names = {
  1: 'InternalError',
  2: 'BadValue',
  9: 'FailedToParse',
  14: 'TypeMismatch',
  17: 'ProtocolError',
  20: 'IllegalOperation',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  91: 'ShutdownInProgress',
  112: 'WriteConflict',
  117: 'ConflictingOperationInProgress',
  168: 'InvalidPipelineOperator',
  171: 'CannotIndexParallelArrays',
  197: 'InvalidIndexSpecificationOption',
  225: 'TransactionTooOld',
  238: 'NotImplemented',
  251: 'NoSuchTransaction',
  256: 'TransactionCommitted',
  263: 'OperationNotSupportedInTransaction',
  280: 'UnsupportedFormat',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  17280: 'KeyTooLong',
} as const satisfies Record<number, string>;

const namesByCode: ReadonlyMap<number, string> = new Map(Object.entries(names).map(([code, name]) => [+code, name]));

interface Extra {
  labels?: readonly string[];
  fields?: Record<string, unknown>;
}

/** What a command answers when it fails; `fields` are further fields of the answer, such as keyPattern. */
export class DatabaseError extends Error {
  readonly code: number;
  readonly labels: readonly string[];
  readonly fields: Record<string, unknown>;

  constructor(code: number, message: string, extra: Extra = {}) {
    super(message);
    this.name = 'DatabaseError';
    this.code = code;
    this.labels = extra.labels ?? [];
    this.fields = extra.fields ?? {};
  }

  get codeName(): string {
    return namesByCode.get(this.code) ?? `Location${this.code}`;
  }
}

const transient = ['TransientTransactionError'] as const;

/** A transaction met a document or unique key that somebody else changed; the driver starts it anew. */
export function writeConflict(): DatabaseError {
  const message =
    'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation.';
  return new DatabaseError(112, message, { labels: transient });
}

/** The transaction is unknown here, or ended by timeout or by an error. */
export function noSuchTransaction(number: bigint): DatabaseError {
  const message = `Given transaction number ${number} does not match any in-progress transactions.`;
  return new DatabaseError(251, message, { labels: transient });
}

/** Says that this database does not do a thing which the real server would do. */
export function notSupported(what: string): DatabaseError {
  return new DatabaseError(238, `${what} is not supported by the embedded database`);
}

/** Why the database could not start; `message` is a Chinese sentence for the person at the terminal. */
export class StartError extends Error {
  readonly code: 'DATA_LOCKED' | 'DATA_UNREADABLE' | 'PORT_TAKEN';

  constructor(code: StartError['code'], message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'StartError';
    this.code = code;
  }
}

/** The code of a system error such as EEXIST; by its shape, for it can come from another realm than this module's. */
export function systemCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

export function unreadable(directory: string, cause: unknown): StartError {
  return new StartError(
    'DATA_UNREADABLE',
    `数据目录 ${directory} 无法读写，或其中的数据已损坏，请检查权限或换一个数据目录。`,
    cause,
  );
}
