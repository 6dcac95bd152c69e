import type { Caller } from '../../domain/caller';
import { dealsWith, isMinors, publicText, showsName } from '../../domain/wish-privacy';
import type { Host } from '../host/host';
import { openContact } from '../kit/contact';
import { asWish, type WishCardDoc } from '../store/wish-doc';

/** How this caller reads what was written of a wish: those who deal with it as it is, all others without what is private. */
export function readableFor(doc: WishCardDoc, caller: Caller | null, host: Host): (text: string) => string {
  const wish = { ...doc, ...asWish(doc) };
  if (dealsWith(wish, caller)) return (text) => text;
  return withoutPrivate(doc, host, showsName(wish, caller));
}

/** As nobody's secret is in it: the wisher's name stays only where it may be shown. */
export function withoutPrivate(doc: WishCardDoc, host: Host, isNameShown = false): (text: string) => string {
  const { name, address } = openContact(host, doc);
  const home = address === undefined ? {} : { home: { address, village: doc.village } };
  const hidden = { name, minor: isMinors(doc), showsName: isNameShown, ...home };
  return (text) => publicText(text, hidden);
}
