/**
 * Refusals. A rule or a store throws DomainError; kit/serve turns it into the envelope.
 * The codes are stable: more may be added, none renamed (contract/errors.ts gives each its Chinese sentence).
 */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID_INPUT',
  'WRONG_STATE',
  'ALREADY_CLAIMED',
  'TOO_MANY_CLAIMS',
  'DUPLICATE',
  'CONTENT_REJECTED',
  'TOO_LARGE',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** `message`, when given, replaces the code's own sentence; `details` reaches the caller, `facts` only the log. */
export interface Refusal {
  message?: string;
  details?: Record<string, unknown>;
  facts?: Record<string, unknown>;
}

export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly refusal: Refusal;

  constructor(code: ErrorCode, refusal: Refusal = {}) {
    super(refusal.message ?? code);
    this.name = 'DomainError';
    this.code = code;
    this.refusal = refusal;
  }
}
