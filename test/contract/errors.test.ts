import { errors } from '../../contract/errors';
import { DomainError, errorCodes } from '../../domain/errors';

it('keeps every code and its HTTP status: none is renamed or reused', () => {
  expect(Object.fromEntries(Object.entries(errors).map(([code, { http }]) => [code, http]))).toEqual({
    UNAUTHENTICATED: 401,
    FORBIDDEN: 403,
    NOT_FOUND: 404,
    INVALID_INPUT: 400,
    WRONG_STATE: 409,
    ALREADY_CLAIMED: 409,
    TOO_MANY_CLAIMS: 409,
    DUPLICATE: 409,
    CONTENT_REJECTED: 422,
    TOO_LARGE: 413,
    RATE_LIMITED: 429,
    UNAVAILABLE: 503,
    INTERNAL: 500,
  });
});

it('has a Chinese sentence for every code of the domain', () => {
  for (const code of errorCodes) expect(errors[code].zh).toMatch(/\p{Script=Han}{4,}/u);
});

it('says "try again" only where that can help', () => {
  const retried = errorCodes.filter((code) => errors[code].retry);
  expect(retried).toEqual(['RATE_LIMITED', 'UNAVAILABLE', 'INTERNAL']);
});

it('carries its code, and its sentence where it has one of its own', () => {
  expect(new DomainError('NOT_FOUND')).toMatchObject({ code: 'NOT_FOUND', message: 'NOT_FOUND' });
  expect(new DomainError('NOT_FOUND', { message: '没有找到这位代表' }).message).toBe('没有找到这位代表');
});
