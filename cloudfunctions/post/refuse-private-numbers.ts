import { findSpots } from '../../domain/caption';
import { DomainError } from '../../domain/errors';

/**
 * What everybody reads must not give away a number, a door or a child's name: says which, and where it stands. Throws
 * CONTENT_REJECTED with details.spots. `minorName`: of the minor whom the text is about.
 */
export function refusePrivateNumbers(text: string, minorName?: string): void {
  const spots = findSpots(text, { minorName });
  const [first] = spots;
  if (!first) return;
  const others = spots.length > 1 ? `（另有 ${spots.length - 1} 处）` : '';
  const reason = `文字第 ${first.at} 个字起有${first.kind}“${first.found}”${others}，为保护个人隐私，请删去后再发布`;
  throw new DomainError('CONTENT_REJECTED', {
    message: reason,
    details: { text: reason, kind: first.kind, at: first.at, spots },
  });
}
