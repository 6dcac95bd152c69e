import { withoutName } from '../../domain/mask';
import { indexTerms, searchedTexts } from '../../domain/search-terms';
import type { Host } from '../host/host';
import type { Contact } from './contact';
import { lookupTerms } from './lookup';

interface Written {
  content: string;
  code: string;
  village: string;
  minor?: boolean;
}

/** What a wish is found by: what the public reads of it, and, for who may see the contact, the wisher's name and phone. */
export const wishTerms = (wish: Written, wisher: Contact, host: Host): string[] => [
  ...indexTerms(...searchedTexts({ ...wish, content: withoutName(wish.content, wisher.name) })),
  ...lookupTerms(host, wisher),
];
