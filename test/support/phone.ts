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

/**
 * Taro's views put what they hold in its place with the next frame, and what has the focus then loses it: words typed
 * sooner than any thumb could go nowhere.
 */
export async function write(field: Locator, text: string): Promise<void> {
  await field.waitFor();
  await field.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
  );
  await field.fill(text);
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
  /** Pages slide in, as most people have them; the others are there at once. */
  slides?: boolean;
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
    reducedMotion: screen.slides ? 'no-preference' : 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));

  const shown = (selector: string): Locator => page.locator('.taro_page_show').last().locator(selector);
  const act = async (locator: Locator): Promise<void> => (isMobile ? locator.tap() : locator.click());
  const press: Phone['press'] = async (text) => {
    // What begins with the words: 满意 is not 基本满意; marks stand before some.
    const words = typeof text === 'string' ? new RegExp(`^\\s*[✓＋]?\\s*${text}`) : text;
    await act(shown('button:visible').filter({ hasText: words }).first());
  };
  const sees: Phone['sees'] = async (text) => {
    const seen = page.getByText(text).locator('visible=true').first();
    await seen.waitFor().catch(async (error: unknown) => {
      // What stood there instead is the first thing that whoever reads the failure asks.
      const instead = await page.locator('body').innerText();
      throw new Error(`${String(error)}\nThe page shows:\n${instead}`, { cause: error });
    });
    // It may stand on a page that is only coming in: `shown` would still look at the one before it.
    await page.waitForFunction(() => document.querySelector('.taro_page:not(.taro_page_show)') === null);
  };
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
      await write(page.locator(`#${id} input:visible, #${id} textarea:visible`).first(), text);
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

const [WIDTH, HEIGHT] = [1600, 1200] as const;
type Colour = readonly [red: number, green: number, blue: number];

/** A street lamp at night, pixel by pixel: the media area lets sharp read nothing but photos in the whole process. */
function lampAt(x: number, y: number): Colour {
  const fromLamp = Math.hypot(x - 820, y - 380);
  if (fromLamp < 90) return [255, 243, 196];
  if (x >= 560 && y >= 330 && ((x < 580 && y < 950) || (x < 810 && y < 348))) return [201, 206, 214];
  if (fromLamp < 210) return [115, 118, 108];
  return y < 900 ? [39, 54, 77] : [74, 79, 87];
}

function scene(): Buffer {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let place = 0; place < WIDTH * HEIGHT; place += 1) {
    pixels.set(lampAt(place % WIDTH, Math.floor(place / WIDTH)), place * 3);
  }
  return pixels;
}

/** A photo as a phone takes it, to be chosen from the album, and where it was taken. */
export const aPhotoFile = async (): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
  name: '现场.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp(scene(), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 22/1 0/1' } })
    .jpeg()
    .toBuffer(),
});
