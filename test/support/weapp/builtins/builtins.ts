/** The built-in components that Taro's templates use. view, text and block stay plain nodes of the engine. */
import { checkboxGroup, choice, label, picker, radioGroup, selectRadio, toggleCheckbox, toggleSwitch } from './choices';
import { type BuiltIn, type Shape, defineBuiltIn, findAround, findInside, fire, nativeOf } from './define';
import { field } from './fields';

interface Hooks {
  /** A button with an open-type was tapped: share, contact … */
  openType: (type: string, button: BuiltIn) => void;
}

const named = ['input', 'textarea', 'switch', 'checkbox-group', 'radio-group', 'picker', 'slider'] as const;
const shells = ['scroll-view', 'swiper', 'swiper-item', 'map', 'video', 'canvas', 'web-view', 'navigator', 'progress'];

export function defineBuiltIns(hooks: Hooks): Record<string, object> {
  const shapes: Record<string, Shape> = {
    input: field('input'),
    textarea: field('textarea'),
    button: button(hooks),
    form,
    checkbox: choice(toggleCheckbox),
    radio: choice(selectRadio),
    switch: { ...choice(toggleSwitch), template: '' },
    'checkbox-group': checkboxGroup,
    'radio-group': radioGroup,
    label,
    picker,
    slider: { properties: { value: 'number', min: 'number', max: ['number', 100], name: 'string' } },
    camera: { properties: { devicePosition: 'string', flash: 'string' } },
    image,
    'rich-text': richText,
  };
  for (const name of shells) shapes[name] = { properties: {} };
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, defineBuiltIn(name, shape)]));
}

function button(hooks: Hooks): Shape {
  return {
    properties: {
      openType: 'string',
      formType: 'string',
      disabled: 'boolean',
      loading: 'boolean',
      type: 'string',
      size: 'string',
      hoverClass: 'string',
      plain: 'boolean',
      name: 'string',
    },
    attached: (component) => {
      component.addListener('tap', (event) => {
        if (component.data.disabled === true) {
          event.stopPropagation();
          return;
        }
        // The page's own bindtap comes first, as on a phone.
        setTimeout(() => afterTap(component, hooks), 0);
      });
    },
  };
}

function afterTap(component: BuiltIn, hooks: Hooks): void {
  const { openType, formType } = component.data;
  if (typeof openType === 'string' && openType !== '') hooks.openType(openType, component);
  const around = typeof formType === 'string' && formType !== '' ? findAround(component, 'form') : undefined;
  if (around && formType === 'submit') around.submit?.();
  if (around && formType === 'reset') fire(around, 'reset', {});
}

const form: Shape = {
  properties: { reportSubmit: 'boolean' },
  attached: (component) => {
    component.submit = () => {
      const fields = findInside(component, named).filter((control) => Boolean(control.data.name));
      const value = fields.map((control) => [control.data.name, control.formValue?.() ?? control.data.value]);
      fire(component, 'submit', { value: Object.fromEntries(value) as unknown });
    };
  },
};

const image: Shape = {
  template: '<img class="wx-native"/>',
  properties: { src: 'string', mode: 'string', lazyLoad: 'boolean', showMenuByLongpress: 'boolean' },
  attached: (component) => {
    nativeOf<HTMLImageElement>(component).setAttribute('src', String(component.data.src));
  },
  changed: (component) => {
    component.$$.querySelector('.wx-native')?.setAttribute('src', String(component.data.src));
  },
};

const richText: Shape = {
  template: '<div class="wx-native"/>',
  properties: { nodes: 'any', space: 'string' },
  attached: (component) => drawRichText(component),
  changed: (component, property) => {
    if (property === 'nodes' && component.$$.querySelector('.wx-native')) drawRichText(component);
  },
};

interface RichNode {
  type?: string;
  text?: string;
  children?: RichNode[];
}

function drawRichText(component: BuiltIn): void {
  const { nodes } = component.data;
  const native = nativeOf(component);
  if (typeof nodes === 'string') native.innerHTML = nodes;
  else native.textContent = ((nodes ?? []) as RichNode[]).map(textOf).join('');
}

function textOf(node: RichNode): string {
  return node.text ?? (node.children ?? []).map(textOf).join('');
}
