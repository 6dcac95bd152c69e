/** The view layer: a fresh DOM, the engine drawing into it, and the built-in components. */
import { JSDOM, type DOMWindow } from 'jsdom';
import { defineBuiltIns } from './builtins/builtins';
import type { BuiltIn } from './builtins/define';
import type { Bundle } from './compile';
import { type CodeSpace, type PageRoot, adapter, engine, evaluateTemplates } from './engine';
import type { Journal } from './journal';

/** The engine's DOM backend looks for these among the globals. */
const globals = ['window', 'document', 'Event', 'HTMLElement', 'MouseEvent', 'Node', 'Element'] as const;

/** Warnings about data that Taro sends to every node, needed by it or not, and about pages that are still empty. */
const expectedWarnings = /is not a valid property|but get null value|for-list data is neither/;

interface Parts {
  bundle: Bundle;
  journal: Journal;
  openType: (type: string, button: BuiltIn) => void;
}

export class ViewLayer {
  readonly window: DOMWindow;
  readonly space: CodeSpace;
  readonly screen: HTMLElement;
  private readonly backend: { createRoot(tag: string, space: CodeSpace, path: string): PageRoot };
  private readonly undo: (() => void)[] = [];

  constructor({ bundle, journal, openType }: Parts) {
    // A document of its own: the DOM backend listens on document.body.
    this.window = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true }).window;
    this.screen = this.window.document.createElement('main');
    this.window.document.body.append(this.screen);
    this.lendGlobals();
    this.listenToEngine(journal);
    engine.globalOptions.throwGlobalError = false;
    engine.globalOptions.writeIdToDOM = true;
    const env = new adapter.MiniProgramEnv();
    this.space = env.createCodeSpace('main', true);
    for (const [name, component] of Object.entries(defineBuiltIns({ openType }))) {
      this.space.getComponentSpace().setGlobalUsingComponent(name, component);
    }
    this.backend = env.associateBackend(this.domContext());
    const templates = evaluateTemplates(bundle.templates);
    for (const [path, content] of Object.entries(templates)) {
      // Without the last option `bindtap="eh"`, written without a colon, becomes an attribute and nothing can be tapped.
      this.space.addCompiledTemplate(path, { groupList: templates, content, fallbackListenerOnNativeNode: true });
    }
  }

  createRoot(path: string): PageRoot {
    return this.backend.createRoot('page', this.space, `/${path}`);
  }

  close(): void {
    for (const undo of this.undo) undo();
    this.window.close();
  }

  /** As in WeChat's own view layer <view> becomes <wx-view>; `native-x` inside a built-in is a plain <x>. */
  private domContext() {
    const { document } = this.window;
    const context = new engine.CurrentWindowBackendContext();
    context.document = {
      createElement: (tag: string) => document.createElement(domName(tag)),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    };
    context.onEvent((target, type, detail, options) => {
      return engine.Event.dispatchEvent(target, new engine.Event(type, detail, options));
    });
    return context;
  }

  private lendGlobals(): void {
    for (const name of globals) {
      const before = Object.getOwnPropertyDescriptor(globalThis, name);
      const value: unknown = name === 'window' ? this.window : this.window[name];
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
      this.undo.push(() => {
        if (before) Object.defineProperty(globalThis, name, before);
        else Reflect.deleteProperty(globalThis, name);
      });
    }
  }

  private listenToEngine(journal: Journal): void {
    const onError = (error: unknown) => {
      journal.errors.push(error);
      return false;
    };
    const onWarning = (warning: unknown) => {
      const text = warning instanceof Error ? warning.message : String(warning);
      if (!expectedWarnings.test(text)) journal.warnings.push(text);
      return false;
    };
    engine.addGlobalErrorListener(onError);
    engine.addGlobalWarningListener(onWarning);
    this.undo.push(
      () => engine.removeGlobalErrorListener(onError),
      () => engine.removeGlobalWarningListener(onWarning),
    );
  }
}

function domName(tag: string): string {
  if (tag.startsWith('native-')) return tag.slice('native-'.length);
  return tag === 'page' || tag === 'div' || tag === 'img' || tag.startsWith('wx-') ? tag : `wx-${tag}`;
}
