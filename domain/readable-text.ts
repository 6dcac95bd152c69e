/**
 * What people typed or pasted, without what nobody can see: control characters, halves of characters, and marks that
 * turn the order of the letters around. One of them in a wish would make the whole ledger a file that does not open.
 */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu;

export const readableText = (text: string): string => text.replace(UNSEEN, '');
