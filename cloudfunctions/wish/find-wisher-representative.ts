import * as accounts from '../store/accounts';
import type { WishDoc } from '../store/wish-doc';

/** The representative whose own wish this is; null for everybody else's, and for one written down on behalf. */
export async function findWisherRepresentative({
  selfSubmitted,
  submitterId,
}: Pick<WishDoc, 'selfSubmitted' | 'submitterId'>): Promise<string | null> {
  if (!selfSubmitted || submitterId === undefined) return null;
  return (await accounts.get(submitterId)).representativeId ?? null;
}
