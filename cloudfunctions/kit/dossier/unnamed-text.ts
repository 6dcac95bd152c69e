import { isMinors, publicText } from '../../../domain/wish-privacy';
import type { Host } from '../../host/host';
import type { WishCardDoc } from '../../store/wish-doc';
import { openContact } from '../contact';

/** What everybody may read of a wish: no wisher is named in what is printed and handed on, whoever agreed to be. */
export function unnamedText(wish: WishCardDoc, host: Host): string {
  const { name, address } = openContact(host, wish);
  const home = address === undefined ? {} : { home: { address, village: wish.village } };
  return publicText(wish.content, { name, minor: isMinors(wish), showsName: false, ...home });
}
