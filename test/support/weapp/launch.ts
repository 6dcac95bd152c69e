/** Starts a built mini-program in WeChat's component engine under jsdom. */
import { readAppConfig } from './app-config';
import { type Bundle, compileMiniProgram } from './compile';
import { Journal } from './journal';
import { LogicLayer } from './logic-layer';
import { MiniProgram, shareByButton } from './mini-program';
import { PageStack } from './page-stack';
import { ViewLayer } from './view-layer';
import { createWx } from './wx-api';
import type { ApiHandlers } from './wx-async';
import type { Launch } from './wx-system';

export interface LaunchOptions {
  /** The folder of the build, or a bundle compiled from it before. */
  dist: string | Bundle;
  /** Answers to wx calls, by name: 'cloud.callFunction', 'chooseMedia' … */
  api?: ApiHandlers;
  /** The page that a shared card or a mini code opens; the first page otherwise. */
  path?: string;
  query?: Record<string, string>;
  /** WeChat's number for the way in: 1044 from a card with a ticket, 1047 by a mini code; 1001 otherwise. */
  scene?: number;
  /** What the phone keeps; give the same map to the next launch to start on the same phone. Empty otherwise. */
  storage?: Map<string, string>;
}

/**
 * Launches the mini-program and waits until its first page has settled. Close it after use: the DOM that it draws into
 * is lent to the globals meanwhile, so only one can run at a time.
 */
export async function launchMiniProgram(options: LaunchOptions): Promise<MiniProgram> {
  const bundle = typeof options.dist === 'string' ? compileMiniProgram(options.dist) : options.dist;
  const config = readAppConfig(bundle);
  const journal = new Journal();
  const handlers = { ...options.api };
  const entry = options.path ?? config.entryPagePath ?? config.pages[0] ?? '';
  const launch: Launch = { path: entry, query: options.query ?? {}, scene: options.scene ?? 1001, referrerInfo: {} };

  const view: ViewLayer = new ViewLayer({
    bundle,
    journal,
    openType: (type, button) => {
      if (type === 'share') shareByButton(pages, journal, button);
      else journal.record(`button.${type}`, {});
    },
  });
  const logic: LogicLayer = new LogicLayer({
    bundle,
    space: view.space,
    journal,
    wx: () => wx,
    currentPages: () => pages.open.map((page) => page.instance),
  });
  const pages: PageStack = new PageStack({
    bundle,
    config,
    journal,
    screen: view.screen,
    create: (path) => {
      logic.register(path);
      return view.createRoot(path);
    },
    watch: (instance) => logic.watchSetData(instance),
  });
  const wx = createWx({ journal, handlers, pages, launch, storage: options.storage ?? new Map<string, string>() });

  const app = new MiniProgram({ bundle, journal, handlers, view, logic, pages, wx });
  try {
    startApp(logic, launch);
    pages.openFirst(launch);
    await app.settle();
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

function startApp(logic: LogicLayer, launch: Launch): void {
  logic.load('app.js');
  for (const name of ['onLaunch', 'onShow']) {
    const own = logic.app?.[name];
    if (typeof own === 'function') (own as (options: Launch) => void).call(logic.app, launch);
  }
}
