import { isMinors, publicText } from '../../domain/wish-privacy';
import type { Host } from '../host/host';
import { openContact } from '../kit/contact';
import type { WishCardDoc } from '../store/wish-doc';

/** What was written of a wish, as those read it who do not deal with it: a post is for more than those who do. */
export function readableFor(wish: WishCardDoc, host: Host): (text: string) => string {
  const { name, address } = openContact(host, wish);
  const minor = isMinors(wish);
  const home = address === undefined ? {} : { home: { address, village: wish.village } };
  return (text) => publicText(text, { name, minor, showsName: wish.consent.showName && !minor, ...home });
}
