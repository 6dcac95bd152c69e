import { maskName, maskPhone } from '../../domain/mask';
import { publicContent } from '../../domain/sheets/public-content';
import type { Host } from '../host/host';
import { openContact } from '../kit/contact';
import type { WishCardDoc } from '../store/wish-doc';

/** What a department reads: the wish as anybody may, and why it is given, without the wisher's name and phone. */
export function withoutWisher(host: Host, wish: WishCardDoc, reason: string): { content: string; reason: string } {
  const { name, phone } = openContact(host, wish);
  const nameless = [...name].length > 1 ? reason.replaceAll(name, maskName(name)) : reason;
  return {
    content: publicContent(wish, name),
    reason: phone === '' ? nameless : nameless.replaceAll(phone, maskPhone(phone)),
  };
}
