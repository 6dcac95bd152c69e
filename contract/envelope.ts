/** The one shape of every answer. `message` is Chinese, for people; `code` is stable, for programs. */
import type { ErrorCode } from '../domain/errors';

export interface Failure {
  code: ErrorCode;
  message: string;
  /** For INVALID_INPUT: path of the field → reason. */
  details?: Record<string, unknown>;
  traceId: string;
}

export type Envelope<Data = unknown> = { ok: true; data: Data } | { ok: false; error: Failure };
