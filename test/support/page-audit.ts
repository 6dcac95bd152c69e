/** What a person with old eyes, a small phone or one thumb would stumble over on the page that is shown. */
import type { Page } from 'playwright-core';

/** On H5 every tab's page stays in the document; one that another covers is shaded. */
export const SHOWN = '.taro_page_show:not(.taro_page_shade)';

/** Waits until the page at this path is there and no longer loading. */
export async function untilSettled(page: Page, path: string): Promise<void> {
  await page.waitForFunction(
    ([selector, route]) => {
      const shown = [...document.querySelectorAll<HTMLElement>(selector)].pop();
      return shown?.id.startsWith(route) === true && shown.innerText.trim() !== '' && !shown.querySelector('.skeleton');
    },
    [SHOWN, path.split('?')[0] ?? path] as const,
  );
}

/** One line for each: text too small, pale or cut, a target too small, what is wider than the screen or under a bar. */
export async function findBlemishes(page: Page): Promise<string[]> {
  const found = await page.waitForFunction(lookThrough, SHOWN);
  return (await found.jsonValue()) as string[];
}

/** What the 大字 switch does to a page that is open: what is open on it stays open, and nothing is loaded anew. */
export const dress = (page: Page, isLarge: boolean): Promise<void> =>
  page.evaluate((on) => {
    document.documentElement.classList.toggle('large-type', on);
    for (const one of document.querySelectorAll('.page')) one.classList.toggle('page--large', on);
  }, isLarge);

/** The same for the page as it stands now in large type, on a common phone and on the smallest. */
export async function findLargeBlemishes(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  await dress(page, true);
  for (const [width, height] of [
    [390, 844],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    found.push(...(await findBlemishes(page)).map((blemish) => `at ${width} in large type: ${blemish}`));
  }
  await dress(page, false);
  if (before) await page.setViewportSize(before);
  return found;
}

/** Null while the page slides in, beyond the screen. Runs in the page, so it knows nothing from outside itself. */
function lookThrough(selector: string): string[] | null {
  const found = new Set<string>();
  const isLarge = document.documentElement.classList.contains('large-type');
  const shown = [...document.querySelectorAll<HTMLElement>(selector)].pop();
  if (!shown || Math.abs(shown.getBoundingClientRect().left) >= 1) return null;
  const frame = [...document.querySelectorAll<HTMLElement>('.weui-tabbar, #taro-navigation-bar')];
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((value) =>
      value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const backgroundOf = (element: Element): string => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if ((channels(backgroundColor)[3] ?? 1) > 0.9) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const named = (element: Element) => `${element.className} “${element.textContent.trim().slice(0, 16)}”`;

  const readText = (element: HTMLElement, box: DOMRect, style: CSSStyleDeclaration) => {
    const least = isLarge && element.closest('.page') ? 22 : 16;
    if (parseFloat(style.fontSize) < least) found.add(`text of ${style.fontSize}: ${named(element)}`);
    const [one, other] = [luminance(style.color), luminance(backgroundOf(element))];
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast < 4.5 && !element.closest('[disabled]'))
      found.add(`contrast of ${contrast.toFixed(1)}: ${named(element)}`);
    if (box.left < -1 || box.right > innerWidth + 1) found.add(`beyond the screen: ${named(element)}`);
    if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 && !element.matches('input'))
      found.add(`cut off: ${named(element)}`);
  };

  for (const element of [shown, ...frame].flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')])) {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    if (box.width === 0 || box.height === 0 || style.visibility === 'hidden') continue;
    const hasText = [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim());
    if (hasText || element.matches('input, textarea')) readText(element, box, style);
    if (!element.matches('button, input, textarea, a[href], [role="button"]')) continue;
    // In a row of the ledger the whole row is pressed; its link is for the keyboard.
    const target = (element.closest('.ledger-table__row') ?? element).getBoundingClientRect();
    if (target.width < 43.5 || target.height < 43.5)
      found.add(`target of ${Math.round(target.width)}×${Math.round(target.height)}: ${named(element)}`);
  }

  if (shown.scrollWidth > shown.clientWidth + 1) found.add(`the page is ${shown.scrollWidth} wide`);
  shown.scrollTop = shown.scrollHeight;
  const end = shown.querySelector('.page__body')?.getBoundingClientRect().bottom ?? 0;
  for (const bar of [shown.querySelector('.page__bar'), document.querySelector('.weui-tabbar')]) {
    const box = bar?.getBoundingClientRect();
    if (box && box.height > 0 && end > box.top + 1) found.add(`the bar covers ${Math.round(end - box.top)} of the end`);
  }
  shown.scrollTop = 0;
  return [...found];
}
