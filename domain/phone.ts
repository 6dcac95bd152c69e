/** 联系电话: full-width digits, blanks and hyphens are forgiven; what is left must be a mobile or a landline number. */
const PHONE = /^(1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7})$/;

/** The number without blanks and hyphens; null when it is none. */
export function phoneNumber(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
  return PHONE.test(digits) ? digits : null;
}
