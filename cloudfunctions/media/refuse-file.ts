import { DomainError } from '../../domain/errors';

/** INVALID_INPUT with a sentence that says what is wrong with the file and what to do. */
export const refuseFile = (reason: string): DomainError =>
  new DomainError('INVALID_INPUT', { message: reason, details: { file: reason } });
