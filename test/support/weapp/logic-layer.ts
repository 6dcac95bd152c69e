/** Runs a mini-program's own JavaScript: its modules, App(), Page() and Component(), without anything a phone has not. */
import type { Bundle } from './compile';
import type { CodeSpace, ComponentEnv, EngineEvent, EngineTarget, Fields, PageInstance } from './engine';
import { type Journal, plainCopy } from './journal';
import { joinPath } from './paths';

/** Names that jsdom or Node define and the logic layer of WeChat does not. React's scheduler keeps Node alive through MessageChannel. */
const absent = (
  'window document self navigator location history localStorage sessionStorage XMLHttpRequest fetch Image Event HTMLElement ' +
  'Element Node requestAnimationFrame cancelAnimationFrame process Buffer setImmediate MessageChannel MessagePort ' +
  'BroadcastChannel Worker postMessage global top parent frames MutationObserver URL URLSearchParams Blob File FormData ' +
  'AbortController TextEncoder TextDecoder alert crypto performance structuredClone queueMicrotask WebSocket customElements ' +
  'getComputedStyle matchMedia btoa atob jest expect test describe it'
).split(' ');

type Handler = (this: unknown, ...args: unknown[]) => unknown;

interface Parts {
  bundle: Bundle;
  space: CodeSpace;
  journal: Journal;
  wx: () => Record<string, unknown>;
  currentPages: () => PageInstance[];
}

export class LogicLayer {
  app: Fields | undefined;
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly registered = new Set<string>();
  private env: ComponentEnv | undefined;

  constructor(private readonly parts: Parts) {}

  /** Runs a module once and gives what it exports. */
  load(file: string): unknown {
    const loaded = this.modules.get(file);
    if (loaded) return loaded.exports;
    const source = this.parts.bundle.files.get(file);
    if (source === undefined || source === null) throw new Error(`module ${file} is missing`);
    const module = { exports: {} as unknown };
    this.modules.set(file, module);
    const scope = this.scopeOf(file, module);
    const names = Object.keys(scope);
    const hidden = absent.filter((name) => !names.includes(name));
    const text = `${source}\n//# sourceURL=weapp:///${file}`;
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- running a mini-program's code is what this is for
    const run = new Function(...names, ...hidden, text) as Handler;
    run(...Object.values(scope));
    return module.exports;
  }

  /** Registers a page or component, and the components it uses, with the engine. */
  register(path: string): void {
    if (this.registered.has(path)) return;
    this.registered.add(path);
    const using = this.usingComponents(path);
    this.parts.space.addComponentStaticConfig(path, { ...this.config(path), usingComponents: using });
    for (const component of Object.values(using)) this.register(component.slice(1));
    if (!this.parts.bundle.files.has(`${path}.wxml`)) throw new Error(`${path}.wxml is missing`);
    let definitions = 0;
    this.parts.space.componentEnv(path, (env) => {
      const outer = this.env;
      this.env = this.plainEnv(env, () => (definitions += 1));
      try {
        this.load(`${path}.js`);
      } finally {
        this.env = outer;
      }
    });
    if (definitions === 0) throw new Error(`${path}.js defines no page and no component`);
  }

  /** Makes setData copy its argument and keep the journal awake. */
  watchSetData(instance: PageInstance): void {
    const { journal } = this.parts;
    const original = instance.setData.bind(instance);
    instance.setData = (data, callback) => {
      journal.touch();
      const lost = Object.keys(data).filter((key) => data[key] === undefined || typeof data[key] === 'function');
      if (lost.length > 0) journal.warnings.push(`setData loses ${lost.join(', ')}`);
      journal.largestSetData = Math.max(journal.largestSetData, Buffer.byteLength(JSON.stringify(data)));
      original(plainCopy(data) as Fields, callback);
    };
  }

  private scopeOf(file: string, module: { exports: unknown }): Record<string, unknown> {
    const sandbox = {};
    return {
      module,
      exports: module.exports,
      require: (name: string) => this.load(this.resolve(file, name)),
      wx: this.parts.wx(),
      App: (definition: Fields) => (this.app = definition),
      getApp: () => this.app,
      getCurrentPages: this.parts.currentPages,
      // Global in WeChat; they belong to the page whose file is being run, even when a shared module calls them.
      Page: (definition: Fields) => this.current().Page(definition),
      Component: (definition: Fields) => this.current().Component(definition),
      Behavior: (definition: Fields) => this.current().Behavior(definition),
      globalThis: sandbox,
    };
  }

  private current(): ComponentEnv {
    if (!this.env) throw new Error('Page() or Component() was called outside a page');
    return this.env;
  }

  private plainEnv(env: ComponentEnv, count: () => void): ComponentEnv {
    return {
      Page: (definition) => {
        count();
        env.Page(withPlainEvents(definition));
      },
      Component: (definition) => {
        count();
        const lifetimes = { ...(definition.lifetimes as Record<string, Handler> | undefined) };
        const created = lifetimes.created ?? (definition.created as Handler | undefined);
        const watch = (instance: PageInstance) => this.watchSetData(instance);
        lifetimes.created = function (this: unknown) {
          watch(this as PageInstance);
          return created?.call(this);
        };
        env.Component({ ...definition, methods: withPlainEvents((definition.methods ?? {}) as Fields), lifetimes });
      },
      Behavior: (definition) => env.Behavior(definition),
    };
  }

  private resolve(from: string, name: string): string {
    const path = joinPath(from, name);
    const found = [path, `${path}.js`, `${path}/index.js`].find((file) => this.parts.bundle.files.has(file));
    if (!found) throw new Error(`module ${name} is missing (required by ${from})`);
    return found;
  }

  private config(path: string): { usingComponents?: Record<string, string> } {
    return JSON.parse(this.parts.bundle.files.get(`${path}.json`) ?? '{}') as {
      usingComponents?: Record<string, string>;
    };
  }

  private usingComponents(path: string): Record<string, string> {
    const own = Object.entries(this.config(path).usingComponents ?? {}).map(
      ([name, target]) => [name, path, target] as const,
    );
    const shared = Object.entries(this.config('app').usingComponents ?? {}).map(
      ([name, target]) => [name, 'app', target] as const,
    );
    return Object.fromEntries([...shared, ...own].map(([name, from, target]) => [name, `/${joinPath(from, target)}`]));
  }
}

/** Events reach the logic layer as plain data. */
function withPlainEvents(definition: Fields): Fields {
  const entries = Object.entries(definition).map(([name, value]) => {
    if (typeof value !== 'function') return [name, value] as const;
    const handler = value as Handler;
    const wrapped: Handler = function (first, ...rest) {
      return handler.call(this, isEvent(first) ? plainEvent(first) : first, ...rest);
    };
    return [name, wrapped] as const;
  });
  return Object.fromEntries(entries);
}

function isEvent(value: unknown): value is EngineEvent {
  return typeof value === 'object' && value !== null && 'currentTarget' in value && 'wrapShadowedEvent' in value;
}

function plainEvent(event: EngineEvent): Fields {
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    target: plainTarget(event.target),
    currentTarget: plainTarget(event.currentTarget),
    mark: event.mark ?? {},
    mut: false,
    detail: event.detail === undefined ? {} : plainCopy(event.detail),
    touches: event.touches ?? [],
    changedTouches: event.changedTouches ?? [],
  };
}

export function plainTarget(target: EngineTarget | null | undefined): Fields {
  return { id: target?.id ?? '', offsetLeft: 0, offsetTop: 0, dataset: plainCopy(target?.dataset ?? {}) };
}
