import type { Caller } from '../../domain/caller';
import { dealsWith, isMinors, publicText, showsName } from '../../domain/wish-privacy';
import type { Host } from '../host/host';
import { openContact } from '../kit/contact';
import { asWish, type WishCardDoc } from '../store/wish-doc';

/** How this caller reads what was written of a wish: those who deal with it as it is, all others without what is private. */
export function readableFor(doc: WishCardDoc, caller: Caller | null, host: Host): (text: string) => string {
  const wish = { ...doc, ...asWish(doc) };
  if (dealsWith(wish, caller)) return (text) => text;
  const { name, address } = openContact(host, doc);
  const home = address === undefined ? {} : { home: { address, village: doc.village } };
  const hidden = { name, minor: isMinors(doc), showsName: showsName(wish, caller), ...home };
  return (text) => publicText(text, hidden);
}
