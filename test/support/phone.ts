/** A phone, or a clerk's wide screen, with a browser of its own: what it stores and who it is stays in it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import sharp from 'sharp';
import type { Role } from '../../domain/caller';
import { roleLabels } from '../../domain/labels';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A camera that shows a moving picture, and is allowed to every page. */
export const FAKE_CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] as const;

export async function openBrowser(moreFlags: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH;
  if (!executablePath) throw new Error('CHROME_PATH is not set: run the tests by `npm test`, which finds a browser');
  // Without a UTF-8 locale the browser has no Chinese file names for what it downloads.
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  return chromium.launch({ executablePath, args: [...FLAGS, ...moreFlags], env });
}

export interface Phone {
  page: Page;
  /** What is on the page now; Taro keeps the pages before it in the document. */
  shown: (selector: string) => Locator;
  /** A button, a tab, a chip or a link by what it says. */
  press: (text: string | RegExp) => Promise<void>;
  type: (id: string, text: string) => Promise<void>;
  /** Waits until the page says it. */
  sees: (text: string | RegExp) => Promise<void>;
  goTo: (path: string) => Promise<void>;
  tab: (text: '心愿' | '晒单' | '榜单' | '我的') => Promise<void>;
  becomes: (persona: Role) => Promise<void>;
  picture: (name: string) => Promise<void>;
  /** What went wrong in the page itself: uncaught errors and failed scripts. */
  troubles: string[];
  close: () => Promise<void>;
}

interface Screen {
  width: number;
  height: number;
  isMobile: boolean;
}

export const aPhoneScreen: Screen = { width: 390, height: 844, isMobile: true };
export const aDeskScreen: Screen = { width: 1440, height: 900, isMobile: false };

/** Where pictures of the pages are kept, when somebody asks for them by SCREENSHOTS=<folder>. */
const pictures = process.env.SCREENSHOTS;

export async function openPhone(browser: Browser, url: string, screen: Screen = aPhoneScreen): Promise<Phone> {
  const { width, height, isMobile } = screen;
  const context = await browser.newContext({
    viewport: { width, height },
    isMobile,
    hasTouch: isMobile,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));

  const shown = (selector: string): Locator => page.locator('.taro_page_show').last().locator(selector);
  const act = async (locator: Locator): Promise<void> => (isMobile ? locator.tap() : locator.click());
  const press: Phone['press'] = async (text) => {
    // What begins with the words: 满意 is not 基本满意; marks stand before some.
    const words = typeof text === 'string' ? new RegExp(`^\\s*[✓＋]?\\s*${text}`) : text;
    await act(shown('button:visible').filter({ hasText: words }).first());
  };
  const sees: Phone['sees'] = async (text) => page.getByText(text).locator('visible=true').first().waitFor();
  const tab: Phone['tab'] = async (text) =>
    act(page.locator('.weui-tabbar__item, taro-tabbar a', { hasText: text }).first());

  await page.goto(url);
  return {
    page,
    shown,
    press,
    sees,
    tab,
    troubles,
    async type(id, text) {
      await page.locator(`#${id} input:visible, #${id} textarea:visible`).first().fill(text);
    },
    async goTo(path) {
      await page.goto(`${url}#${path}`);
    },
    async becomes(persona) {
      await tab('我的');
      await press(roleLabels[persona]);
      await sees(`现在是演示身份：${roleLabels[persona]}`);
    },
    async picture(name) {
      if (!pictures) return;
      await mkdir(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
    async close() {
      await context.close();
    },
  };
}

const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">
  <rect width="1600" height="1200" fill="#27364d"/><rect y="900" width="1600" height="300" fill="#4a4f57"/>
  <circle cx="820" cy="380" r="210" fill="#ffe9a8" opacity="0.35"/><circle cx="820" cy="380" r="90" fill="#fff3c4"/>
  <rect x="560" y="330" width="20" height="620" fill="#c9ced6"/><rect x="560" y="330" width="250" height="18" fill="#c9ced6"/>
</svg>`;

/** A photo as a phone takes it, to be chosen from the album: a street lamp at night, and where it was taken. */
export const aPhotoFile = async (): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
  name: '现场.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp(Buffer.from(scene))
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 22/1 0/1' } })
    .jpeg()
    .toBuffer(),
});
