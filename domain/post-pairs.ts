/** 前后对比: each pair is two different photos of its post, and no photo stands in two pairs. */
import { DomainError } from './errors';

/** Throws INVALID_INPUT with details.pairs. */
export function checkPairs(photos: readonly string[], pairs: readonly { before: string; after: string }[]): void {
  const paired = pairs.flatMap(({ before, after }) => [before, after]);
  const refuse = (reason: string): DomainError => new DomainError('INVALID_INPUT', { details: { pairs: reason } });
  if (paired.some((id) => !photos.includes(id))) throw refuse('前后对比的照片要在这条晒单里');
  if (new Set(paired).size < paired.length) throw refuse('一张照片只能用在一组前后对比里');
}
