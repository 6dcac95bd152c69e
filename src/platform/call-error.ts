import { errors } from '../../contract/errors';
import type { ErrorCode } from '../../domain/errors';

/** What a call was refused with. `message` is for people; branch on `code`. */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string = errors[code].zh, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'CallError';
    this.code = code;
    this.details = details;
  }

  /** Whether the same call may succeed when simply sent again. */
  get mayRetry(): boolean {
    return errors[this.code].retry;
  }
}

export const unavailable = (): CallError =>
  new CallError('UNAVAILABLE', '网络不通或服务没有回应，请检查网络后再试一次');

export const toCallError = (error: unknown): CallError =>
  error instanceof CallError ? error : new CallError('INTERNAL');

/** The sentence to show for whatever went wrong. */
export const messageOf = (error: unknown): string => toCallError(error).message;

/** The same beside a form: whoever wrote much on a weak signal first fears for what was written. */
export const formMessageOf = (error: unknown): string =>
  toCallError(error).code === 'UNAVAILABLE' ? `${messageOf(error)}，写好的内容还在。` : messageOf(error);

/** For INVALID_INPUT: field path → reason; empty for every other refusal. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof CallError) || error.code !== 'INVALID_INPUT') return {};
  const entries = Object.entries(error.details).map(([path, reason]) => [path, String(reason)] as const);
  return Object.fromEntries(entries);
}
