import * as contract from '../../contract/media';
import { useCase } from '../kit/use-case';
import * as media from '../store/media';

/** The document goes first, on the condition that nothing has taken it up: what a post has just shown stays. */
export const discardMedia = useCase(contract.discard, async ({ mediaId }, { caller, host }) => {
  const doc = await media.removeOwnUnusedPhoto(mediaId, caller.accountId);
  if (doc) for (const key of media.keysOf(doc)) await host.files.remove(key);
  return {};
});
