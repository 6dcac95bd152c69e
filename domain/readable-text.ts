/**
 * What people typed or pasted, without what nobody can see: control characters, halves of characters, marks that turn
 * the order of the letters around, joiners but for those that make one picture of two (👨‍👩‍👧). One of them in a wish
 * would make the whole ledger a file that does not open.
 */
const UNSEEN =
  /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00ad\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u200d(?!\p{Extended_Pictographic})/gu;

export const readableText = (text: string): string => text.replace(UNSEEN, '');
