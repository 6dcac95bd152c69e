import { findSpots, type Known } from '../../domain/caption';
import { DomainError } from '../../domain/errors';

interface Where extends Known {
  /** The field of the input, and what it is called. */
  field?: string;
  name?: string;
  /** What its author does next, behind 请删去后. */
  next?: string;
}

/**
 * What everybody reads must not give away a number, a door or a name: says which, and where it stands. Throws
 * CONTENT_REJECTED with details.spots, `field` (the text that they are in), and of the first its kind and place.
 */
export function refuseSpots(
  text: string,
  { field = 'text', name = '文字', next = '再发布', ...known }: Where = {},
): void {
  const spots = findSpots(text, known);
  const [first] = spots;
  if (!first) return;
  const others = spots.length > 1 ? `（另有 ${spots.length - 1} 处）` : '';
  const reason = `${name}第 ${first.at} 个字起有${first.kind}“${first.found}”${others}，为保护个人隐私，请删去后${next}`;
  throw new DomainError('CONTENT_REJECTED', {
    message: reason,
    details: { [field]: reason, field, kind: first.kind, at: first.at, spots },
  });
}
