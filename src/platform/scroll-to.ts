import Taro from '@tarojs/taro';
import { isH5 } from './transport';

/** On H5 every tab's page stays in the document; one that another covers is shaded. */
const SHOWN = '.taro_page_show:not(.taro_page_shade)';

/** Whoever has asked their phone for less motion is taken there at once. */
const behavior = (): ScrollBehavior =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';

/** Brings the field `#<id>-field` into view; after the next drawing, because its error has only just been set. */
export function scrollToField(id: string): void {
  setTimeout(() => {
    if (isH5) document.getElementById(`${id}-field`)?.scrollIntoView({ behavior: behavior(), block: 'center' });
    else void Taro.pageScrollTo({ selector: `#${id}-field`, offsetTop: -80 });
  }, 50);
}

export function scrollToTop(): void {
  if (isH5) document.querySelector(SHOWN)?.scrollTo({ top: 0, behavior: behavior() });
  else void Taro.pageScrollTo({ scrollTop: 0 });
}
