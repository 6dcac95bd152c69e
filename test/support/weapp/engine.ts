/** The parts of WeChat's component engine (glass-easel) that the harness touches, with types small enough to read. */
import * as adapterModule from 'glass-easel-miniprogram-adapter';
import * as engineModule from 'glass-easel';
import { TmplGroup } from 'glass-easel-template-compiler';

export type Fields = Record<string, unknown>;
export type Callback = (this: unknown, ...args: unknown[]) => unknown;

export interface EngineEvent {
  type: string;
  timeStamp: number;
  target: EngineTarget | null;
  currentTarget: EngineTarget | null;
  mark?: Fields;
  detail?: unknown;
  touches?: unknown[];
  changedTouches?: unknown[];
  stopPropagation(): void;
}

export interface EngineTarget {
  id?: string;
  dataset?: Fields;
}

/** A component instance as the engine itself sees it (built-ins are made of these). */
export interface EngineComponent extends EngineTarget {
  data: Fields;
  $$: EngineElement;
  addListener(type: string, listener: (event: EngineEvent) => void): void;
  triggerEvent(type: string, detail: unknown, options: { bubbles: boolean; composed?: boolean }): void;
}

/** A DOM element that hosts a node of the engine. */
export interface EngineElement extends HTMLElement {
  __wxElement?: EngineComponent;
}

/** A page or component as the mini-program's own code sees it. */
export interface PageInstance extends Record<string, unknown> {
  route?: string;
  options?: Fields;
  setData(data: Fields, callback?: () => void): void;
}

export interface PageRoot {
  get(): PageInstance;
  attach(parent: Element, placeholder: Element): void;
  release(): void;
}

interface BuiltInBuilder {
  template(template: object): BuiltInBuilder;
  property(name: string, options: { type: unknown; value: unknown; observer?: Callback }): BuiltInBuilder;
  lifetime(name: string, callback: (this: EngineComponent) => void): BuiltInBuilder;
  registerComponent(): object;
}

export interface ComponentEnv {
  Page(definition: Fields): void;
  Component(definition: Fields): void;
  Behavior(definition: Fields): unknown;
}

export interface CodeSpace {
  getComponentSpace(): { setGlobalUsingComponent(name: string, component: object): void };
  addCompiledTemplate(path: string, template: object): void;
  addComponentStaticConfig(path: string, config: Fields): void;
  componentEnv(path: string, run: (env: ComponentEnv) => void): void;
}

interface DomContext {
  document: object;
  onEvent(listener: (target: unknown, type: string, detail: unknown, options: unknown) => unknown): void;
}

interface Engine {
  globalOptions: { throwGlobalError: boolean; writeIdToDOM: boolean };
  addGlobalErrorListener(listener: (error: unknown) => boolean): void;
  removeGlobalErrorListener(listener: (error: unknown) => boolean): void;
  addGlobalWarningListener(listener: (warning: unknown) => boolean): void;
  removeGlobalWarningListener(listener: (warning: unknown) => boolean): void;
  ComponentSpace: new () => { define(name: string): BuiltInBuilder };
  CurrentWindowBackendContext: new () => DomContext;
  Event: {
    new (type: string, detail: unknown, options: unknown): object;
    dispatchEvent(target: unknown, event: object): unknown;
  };
  triggerEvent(target: unknown, type: string, detail: unknown, options: { bubbles: boolean }): void;
}

interface Adapter {
  MiniProgramEnv: new () => {
    createCodeSpace(id: string, isMainSpace: boolean): CodeSpace;
    associateBackend(context: DomContext): { createRoot(tag: string, space: CodeSpace, path: string): PageRoot };
  };
}

export const engine = engineModule as unknown as Engine;
export const adapter = adapterModule as unknown as Adapter;

/** Compiles one template by itself, as the built-in components need. */
export function compileInline(source: string): object {
  const group = new TmplGroup();
  group.addTmpl('', source);
  const groupList = evaluateTemplates(group.getTmplGenObjectGroups());
  group.free();
  return { groupList, content: groupList[''] };
}

/** The template compiler hands back an expression; this is its value: template path → generator. */
export function evaluateTemplates(expression: string): Record<string, unknown> {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the engine's own compiler speaks in source text
  const evaluate = new Function(`return ${expression}`) as () => Record<string, unknown>;
  return evaluate();
}
