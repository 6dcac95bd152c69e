/** The stack of open pages and WeChat's rules for moving in it. */
import { type AppConfig, type PageConfig, listPages, listTabs, readPageConfig } from './app-config';
import type { Bundle } from './compile';
import type { PageInstance, PageRoot } from './engine';
import type { Journal } from './journal';
import { type Address, parseUrl } from './paths';

const DEEPEST = 10;

export interface OpenPage {
  path: string;
  query: Record<string, string>;
  instance: PageInstance;
  root: PageRoot;
  holder: HTMLElement;
  config: PageConfig;
}

interface Parts {
  bundle: Bundle;
  config: AppConfig;
  journal: Journal;
  screen: HTMLElement;
  /** Registers the page with the engine and makes its root. */
  create: (path: string) => PageRoot;
  watch: (instance: PageInstance) => void;
}

type Options = Record<string, unknown>;

export class PageStack {
  readonly open: OpenPage[] = [];
  /** Tab pages stay alive while another tab is shown. */
  private readonly tabPages = new Map<string, OpenPage>();
  private readonly known: ReadonlySet<string>;
  readonly tabs: string[];

  readonly routes = {
    navigateTo: (options: Options) => this.navigateTo(this.address(options)),
    redirectTo: (options: Options) => this.redirectTo(this.address(options)),
    reLaunch: (options: Options) => this.reLaunch(this.address(options)),
    switchTab: (options: Options) => this.switchTab(this.address(options)),
    navigateBack: (options: Options) => this.navigateBack(Number(options.delta ?? 1)),
  };

  constructor(private readonly parts: Parts) {
    this.known = new Set(listPages(parts.config));
    this.tabs = listTabs(parts.config);
  }

  get top(): OpenPage {
    const page = this.open.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  }

  /** Runs a page's own function (onLoad, onShareAppMessage …) if it has one. */
  call(page: OpenPage, name: string, ...args: unknown[]): unknown {
    const own = page.instance[name];
    if (typeof own !== 'function') return undefined;
    try {
      return (own as (...all: unknown[]) => unknown).apply(page.instance, args);
    } catch (error) {
      this.parts.journal.errors.push(error);
      return undefined;
    }
  }

  openFirst(address: Address): void {
    this.reLaunch(address);
  }

  closeAll(): void {
    const alive = new Set([...this.open.splice(0), ...this.tabPages.values()]);
    this.tabPages.clear();
    for (const page of alive) this.close(page);
  }

  private navigateTo(address: Address): void {
    if (this.tabs.includes(address.path)) throw new Error('can not navigateTo a tabbar page');
    if (this.open.length >= DEEPEST) throw new Error('webview count limit exceed');
    this.hide(this.top);
    this.push(address);
  }

  private redirectTo(address: Address): void {
    if (this.tabs.includes(address.path)) throw new Error('can not redirectTo a tabbar page');
    const left = this.open.pop();
    if (left) {
      this.tabPages.delete(left.path);
      this.close(left);
    }
    this.push(address);
  }

  private reLaunch(address: Address): void {
    this.closeAll();
    const page = this.push(address);
    if (this.tabs.includes(address.path)) this.tabPages.set(address.path, page);
  }

  private switchTab({ path }: Address): void {
    if (!this.tabs.includes(path)) throw new Error('can not switch to non-TabBar page');
    if (this.open.length === 1 && this.top.path === path) return;
    for (const page of this.open.splice(0)) {
      if (this.tabPages.get(page.path) === page) this.hide(page);
      else this.close(page);
    }
    const kept = this.tabPages.get(path);
    if (kept) {
      this.open.push(kept);
      this.show(kept);
    } else {
      this.tabPages.set(path, this.push({ path, query: {} }));
    }
  }

  private navigateBack(delta: number): void {
    const steps = Math.min(delta, this.open.length - 1);
    if (steps < 1) throw new Error('cannot navigate back at first page.');
    for (const page of this.open.splice(this.open.length - steps)) this.close(page);
    this.show(this.top);
  }

  private address(options: Options): Address {
    const address = parseUrl(this.open.at(-1)?.path ?? '', String(options.url));
    if (!this.known.has(address.path)) throw new Error(`page "${address.path}" is not found`);
    return address;
  }

  private push({ path, query }: Address): OpenPage {
    const { bundle, config, screen, create, watch } = this.parts;
    const root = create(path);
    const instance = root.get();
    watch(instance);
    instance.route = path;
    instance.__route__ = path;
    instance.options = query;
    const holder = screen.ownerDocument.createElement('div');
    const placeholder = screen.ownerDocument.createElement('div');
    holder.append(placeholder);
    screen.append(holder);
    const page = { path, query, instance, root, holder, config: { ...config.window, ...readPageConfig(bundle, path) } };
    this.open.push(page);
    root.attach(holder, placeholder);
    this.call(page, 'onLoad', query);
    this.call(page, 'onShow');
    setTimeout(() => this.call(page, 'onReady'), 0);
    return page;
  }

  private hide(page: OpenPage): void {
    this.call(page, 'onHide');
    page.holder.style.display = 'none';
  }

  private show(page: OpenPage): void {
    page.holder.style.display = '';
    this.call(page, 'onShow');
  }

  private close(page: OpenPage): void {
    this.call(page, 'onUnload');
    page.root.release();
    page.holder.remove();
  }
}
