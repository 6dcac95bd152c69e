import { type BuiltIn, type Shape, fire, nativeOf } from './define';

type NativeField = HTMLInputElement | HTMLTextAreaElement;

/** <input> and <textarea>: what is typed goes through a native element, with WeChat's limit on length. */
export function field(name: 'input' | 'textarea'): Shape {
  return {
    template: `<native-${name} class="wx-native"/>`,
    properties: {
      value: ['any', ''],
      placeholder: 'string',
      disabled: 'boolean',
      maxlength: ['number', 140],
      password: 'boolean',
      type: 'string',
      focus: 'boolean',
      name: 'string',
      confirmType: 'string',
    },
    attached: (component) => listen(component),
    changed: (component) => {
      if (component.formValue) copyProperties(component, nativeOf(component));
    },
  };
}

function listen(component: BuiltIn): void {
  const native = nativeOf<NativeField>(component);
  copyProperties(component, native);
  component.formValue = () => native.value;
  component.focus = () => native.focus();
  native.addEventListener('input', (event) => {
    event.stopPropagation();
    const limit = Number(component.data.maxlength);
    if (limit >= 0 && native.value.length > limit) native.value = native.value.slice(0, limit);
    fire(component, 'input', { value: native.value, cursor: native.selectionStart, keyCode: 0 }, true);
  });
  for (const type of ['focus', 'blur']) {
    native.addEventListener(type, () => fire(component, type, { value: native.value, cursor: native.selectionStart }));
  }
  native.addEventListener('keydown', (event) => {
    const isEnter = event instanceof window.KeyboardEvent && event.key === 'Enter';
    if (isEnter && native.localName === 'input') fire(component, 'confirm', { value: native.value });
  });
}

function copyProperties(component: BuiltIn, native: NativeField): void {
  const { value, placeholder, disabled, maxlength, password } = component.data;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (native.value !== text) native.value = text;
  native.placeholder = String(placeholder);
  native.disabled = Boolean(disabled);
  if (Number(maxlength) >= 0) native.maxLength = Number(maxlength);
  if (native instanceof window.HTMLInputElement) native.type = password === true ? 'password' : 'text';
}
