/** What a page shows stands in its address on H5, so that a view can be reloaded, kept or sent on. */
import { isH5 } from './transport';

/** Taro hands parameters on as they stand in the address; one that is no proper escape is taken as it is. */
export function decoded(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    return text ?? '';
  }
}

/** The code that a parameter says; null when it says none that is known. */
export const known = <Code extends string>(codes: readonly Code[], text: string | undefined): Code | null =>
  codes.find((code) => code === text) ?? null;

/** Puts the parameters into the address of the page that is shown, without leaving it; empty ones are left out. */
export function writeParameters(parameters: Record<string, string>): void {
  if (!isH5) return;
  const [path = ''] = location.hash.split('?');
  const pairs = Object.entries(parameters)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  history.replaceState(history.state, '', pairs.length === 0 ? path : `${path}?${pairs.join('&')}`);
}
