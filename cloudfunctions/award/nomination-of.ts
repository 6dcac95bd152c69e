import { DomainError } from '../../domain/errors';
import type { AwardDoc, AwardNomination } from '../store/awards';

/** Throws NOT_FOUND where nobody has nominated the person. */
export function nominationOf({ nominations }: AwardDoc, representativeId: string): AwardNomination {
  const found = nominations.find((one) => one.representativeId === representativeId);
  if (!found) throw new DomainError('NOT_FOUND', { message: '没有找到这份推荐，可能已经撤回' });
  return found;
}
