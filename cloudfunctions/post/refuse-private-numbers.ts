import { DomainError } from '../../domain/errors';
import { findPrivateNumber } from '../../domain/private-number';

/** What everybody reads must not give away anybody's ID or telephone number: says which, and where it stands. */
export function refusePrivateNumbers(text: string): void {
  const number = findPrivateNumber(text);
  if (!number) return;
  const reason = `文字第 ${number.at} 个字起有${number.kind}“${number.found}”，为保护个人隐私，请删去后再发布`;
  throw new DomainError('CONTENT_REJECTED', {
    message: reason,
    details: { text: reason, kind: number.kind, at: number.at },
  });
}
