/** The wisher's contact: sealed in the database, opened only for those whom domain/wish-privacy names. */
import { z } from 'zod';
import type { Host } from '../host/host';
import { seal, unseal } from '../kit/seal';

const Contact = z.object({ name: z.string(), phone: z.string().default(''), address: z.string().optional() });
export type Contact = z.infer<typeof Contact>;

export const sealContact = (host: Host, contact: Contact): string => seal(host.contactKey, JSON.stringify(contact));

export const openContact = (host: Host, { wisher }: { wisher: { sealed: string } }): Contact =>
  Contact.parse(JSON.parse(unseal(host.contactKey, wisher.sealed)));
