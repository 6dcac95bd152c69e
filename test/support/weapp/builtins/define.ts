/** How a built-in component of WeChat (input, button …) is imitated: a small component of the engine over a DOM element. */
import { compileInline, engine, type EngineComponent, type EngineElement } from '../engine';

export interface BuiltIn extends EngineComponent {
  /** The form value that a surrounding form collects. */
  formValue?: () => unknown;
  toggle?: () => void;
  focus?: () => void;
  pick?: (value: unknown) => void;
  submit?: () => void;
}

type PropertyType = 'string' | 'boolean' | 'number' | 'any';
type Property = PropertyType | readonly [PropertyType, unknown];

export interface Shape {
  properties: Record<string, Property>;
  template?: string;
  attached?: (component: BuiltIn) => void;
  changed?: (component: BuiltIn, property: string) => void;
}

const constructors = { string: String, boolean: Boolean, number: Number, any: null } as const;
const initial = { string: '', boolean: false, number: 0, any: null } as const;

export function defineBuiltIn(name: string, { properties, template = '<slot/>', attached, changed }: Shape): object {
  const builder = new engine.ComponentSpace().define(`wx/${name}`).template(compileInline(template));
  for (const [key, property] of Object.entries(properties)) {
    const [type, value] = typeof property === 'string' ? [property, initial[property]] : property;
    builder.property(key, {
      type: constructors[type],
      value,
      observer(this: unknown) {
        changed?.(this as BuiltIn, key);
      },
    });
  }
  builder.lifetime('attached', function () {
    attached?.(this);
  });
  return builder.registerComponent();
}

export function fire(component: BuiltIn, type: string, detail: unknown, bubbles = false): void {
  component.triggerEvent(type, detail, { bubbles, composed: false });
}

/** The nearest built-in of that name around a component, whatever component boundaries lie between. */
export function findAround(component: BuiltIn, name: string): BuiltIn | undefined {
  const element = component.$$.parentElement?.closest<EngineElement>(`wx-${name}`);
  return element?.__wxElement;
}

export function findInside(component: BuiltIn, names: readonly string[]): BuiltIn[] {
  const selector = names.map((name) => `wx-${name}`).join(',');
  const elements = Array.from(component.$$.querySelectorAll<EngineElement>(selector));
  return elements.flatMap((element) => element.__wxElement ?? []);
}

export function nativeOf<E extends HTMLElement>(component: BuiltIn): E {
  const native = component.$$.querySelector<E>('.wx-native');
  if (!native) throw new Error(`<${component.$$.localName}> has lost its native element`);
  return native;
}
