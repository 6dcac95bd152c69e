import * as contract from '../../contract/wish';
import { actingAs, leadingAs } from '../../domain/acting';
import { DomainError } from '../../domain/errors';
import { isClaimer } from '../../domain/wish-actors';
import { isWisher, mayReveal, maySee } from '../../domain/wish-privacy';
import { useCase } from '../kit/use-case';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { openContact } from '../kit/contact';

/** 查看联系方式: recorded before anything is shown; the wisher sees who looked, and looking at one's own is no event. */
export const revealContact = useCase(contract.reveal, async ({ id, why }, { caller, now, host }) => {
  const doc = await wishes.get(id);
  const wish = asWish(doc);
  if (!maySee(wish, caller)) throw new DomainError('NOT_FOUND', { message: wishes.NO_SUCH_WISH });
  if (!mayReveal(wish, caller)) throw new DomainError('FORBIDDEN', { facts: { wish: id } });
  if (!isWisher(wish, caller)) {
    const role = isClaimer(wish, caller) ? 'representative' : leadingAs(caller);
    await wishes.recordReveal(id, { who: actingAs(role, caller), when: now, why });
  }
  return openContact(host, doc);
});
