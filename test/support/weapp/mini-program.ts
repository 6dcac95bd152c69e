/** A running mini-program, as a person with a phone in hand has it: look, tap, type, go back, share. */
import type { BuiltIn } from './builtins/define';
import type { Bundle } from './compile';
import { type EngineElement, engine } from './engine';
import type { ApiCall, Journal } from './journal';
import { type LogicLayer, plainTarget } from './logic-layer';
import type { PageStack } from './page-stack';
import type { ViewLayer } from './view-layer';
import type { ApiHandlers } from './wx-async';

const SETTLE_TIMEOUT_MS = 30_000;

interface Parts {
  bundle: Bundle;
  journal: Journal;
  handlers: ApiHandlers;
  view: ViewLayer;
  logic: LogicLayer;
  pages: PageStack;
  wx: Record<string, unknown>;
}

/** A selector within the page on top, or an element of it. */
type Target = string | Element;

export class MiniProgram {
  constructor(private readonly parts: Parts) {}

  /** The answers to wx calls; a test may change them while the mini-program runs. */
  get api(): ApiHandlers {
    return this.parts.handlers;
  }

  /** What went wrong in the mini-program's own code. */
  get errors(): readonly unknown[] {
    return this.parts.journal.errors;
  }

  get warnings(): readonly string[] {
    return this.parts.journal.warnings;
  }

  get problems(): Bundle['problems'] {
    return this.parts.bundle.problems;
  }

  /** Bytes of the largest setData so far. */
  get largestSetData(): number {
    return this.parts.journal.largestSetData;
  }

  get route(): string {
    return this.parts.pages.top.path;
  }

  get query(): Record<string, string> {
    return this.parts.pages.top.query;
  }

  /** Paths of the open pages, the one on top last. */
  get stack(): string[] {
    return this.parts.pages.open.map((page) => page.path);
  }

  get title(): string | undefined {
    return this.parts.pages.top.config.navigationBarTitleText;
  }

  calls(name?: ApiCall['name']): ApiCall[] {
    return this.parts.journal.calls.filter((call) => name === undefined || call.name === name);
  }

  find(selector: string): Element | null {
    return this.parts.pages.top.holder.querySelector(withScopes(selector));
  }

  findAll(selector: string): Element[] {
    return [...this.parts.pages.top.holder.querySelectorAll(withScopes(selector))];
  }

  /** The innermost element whose whole text is this. */
  findText(text: string): Element | null {
    const all = this.findAll('*').filter((element) => element.textContent.trim() === text);
    return all.at(-1) ?? null;
  }

  text(target: Target = '*'): string {
    return this.need(target).textContent;
  }

  texts(selector: string): string[] {
    return this.findAll(selector).map((element) => element.textContent);
  }

  async tap(target: Target): Promise<void> {
    const element = this.need(target);
    for (const type of ['mousedown', 'mouseup']) {
      const options = { bubbles: true, composed: true, cancelable: true, clientX: 5, clientY: 5 };
      element.dispatchEvent(new this.parts.view.window.MouseEvent(type, options));
    }
    await this.settle();
  }

  async tapText(text: string): Promise<void> {
    const element = this.findText(text);
    if (!element) throw new Error(`"${text}" is not on ${this.route}: ${this.text()}`);
    await this.tap(element);
  }

  /** Types into an input or textarea, or the one inside the target. */
  async type(target: Target, text: string): Promise<void> {
    const element = this.need(target);
    const native = element.matches('.wx-native') ? element : element.querySelector('.wx-native');
    if (!native || !('value' in native)) throw new Error(`nothing to type into at ${nameOf(target)}`);
    native.value = text;
    native.dispatchEvent(new this.parts.view.window.Event('input', { bubbles: true }));
    await this.settle();
  }

  /** Chooses in a picker; the value is what its change event carries (an index, a date …). */
  async pick(target: Target, value: unknown): Promise<void> {
    const component = this.builtIn(target);
    if (!component.pick) throw new Error(`${nameOf(target)} is no picker`);
    component.pick(value);
    await this.settle();
  }

  /** Fires any other event of a built-in, such as a scroll-view's scrolltolower. */
  async trigger(target: Target, type: string, detail: Record<string, unknown> = {}): Promise<void> {
    engine.triggerEvent(this.builtIn(target), type, detail, { bubbles: false });
    await this.settle();
  }

  /** A finger at places on the target, in pixels of the screen. */
  async touch(target: Target, type: 'touchstart' | 'touchmove' | 'touchend', touches: object[] = []): Promise<void> {
    const event = Object.assign(new engine.Event(type, {}, { bubbles: true }), { touches });
    engine.Event.dispatchEvent(this.builtIn(target), event);
    await this.settle();
  }

  async tapTab(index: number): Promise<void> {
    const path = this.parts.pages.tabs[index];
    if (path === undefined) throw new Error(`there is no tab ${index}`);
    await this.go('switchTab', path);
  }

  /** Opens a page as a link in the mini-program would. */
  async go(api: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab', url: string): Promise<void> {
    const navigate = this.parts.wx[api] as (options: { url: string }) => Promise<unknown>;
    await navigate({ url: url.startsWith('/') ? url : `/${url}` });
    await this.settle();
  }

  async back(): Promise<void> {
    await (this.parts.wx.navigateBack as () => Promise<unknown>)();
    await this.settle();
  }

  async pullDown(): Promise<void> {
    const { pages } = this.parts;
    if (pages.top.config.enablePullDownRefresh !== true) throw new Error(`${this.route} has no pull-down refresh`);
    await pages.call(pages.top, 'onPullDownRefresh');
    await this.settle();
  }

  async reachBottom(): Promise<void> {
    const { pages } = this.parts;
    await pages.call(pages.top, 'onReachBottom');
    await this.settle();
  }

  /** Chooses "send to a friend" in the page's menu, and gives the card. */
  share(): unknown {
    const { pages, journal } = this.parts;
    const card = pages.call(pages.top, 'onShareAppMessage', { from: 'menu', target: undefined });
    journal.shares.push(card);
    return card;
  }

  /** Cards shared so far, from the menu and from buttons. */
  get shares(): readonly unknown[] {
    return this.parts.journal.shares;
  }

  async settle(): Promise<void> {
    await this.parts.journal.settle(SETTLE_TIMEOUT_MS);
  }

  /** Loads the code of every given page, as opening it would. */
  loadPages(paths: readonly string[]): void {
    for (const path of paths) this.parts.logic.register(path);
  }

  /** Ends the mini-program once it has settled; timers that outlive their page would otherwise draw into nothing. */
  async close(): Promise<void> {
    try {
      await this.settle();
      this.parts.pages.closeAll();
      await this.settle();
    } finally {
      this.parts.view.close();
    }
  }

  private need(target: Target): Element {
    const element = typeof target === 'string' ? this.find(target) : target;
    if (!element) throw new Error(`there is no ${nameOf(target)} on ${this.route}`);
    return element;
  }

  private builtIn(target: Target): BuiltIn {
    const component = (this.need(target) as EngineElement).__wxElement;
    if (!component) throw new Error(`${nameOf(target)} is no component`);
    return component;
  }
}

export function shareByButton(pages: PageStack, journal: Journal, button: BuiltIn): void {
  const card = pages.call(pages.top, 'onShareAppMessage', { from: 'button', target: plainTarget(button) });
  journal.shares.push(card);
}

function nameOf(target: Target): string {
  return typeof target === 'string' ? target : `<${target.localName}>`;
}

/** Ids and classes inside an isolated component carry its scope as a prefix. */
function withScopes(selector: string): string {
  return selector
    .replace(/#([\w-]+)/g, ':is([id="$1"],[id$="--$1"])')
    .replace(/\.([A-Za-z][\w-]*)/g, ':is(.$1,[class$="--$1"],[class*="--$1 "])');
}
