import { maskName } from '../mask';
import { maskPrivateNumbers } from '../private-number';
import { isMinors, publicText } from '../wish-privacy';

/** What a wish says, for anybody: no number, no school of a minor's, and not the wisher's own name in their own words. */
export function publicContent(wish: { content: string; minor?: boolean }, name: string): string {
  const { content } = wish;
  if (isMinors(wish)) return publicText(content, { name, minor: true, showsName: false });
  const text = maskPrivateNumbers(content);
  return [...name].length > 1 ? text.replaceAll(name, maskName(name)) : text;
}
