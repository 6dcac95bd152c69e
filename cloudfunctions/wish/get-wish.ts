import * as contract from '../../contract/wish';
import { DomainError } from '../../domain/errors';
import { maySee } from '../../domain/wish-privacy';
import { useCase } from '../kit/use-case';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { viewWish } from './view-wish';

/** One wish in full. What the caller may not see is answered as if it were not there. */
export const getWish = useCase(contract.get, async ({ id }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  if (!maySee(asWish(wish), caller)) throw new DomainError('NOT_FOUND', { message: wishes.NO_SUCH_WISH });
  return { wish: await viewWish(wish, caller, now, host) };
});
