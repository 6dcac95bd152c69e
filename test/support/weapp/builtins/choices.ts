import { type BuiltIn, type Shape, findAround, findInside, fire } from './define';

const chosen = new WeakMap<BuiltIn, boolean>();

const isChosen = (component: BuiltIn): boolean => chosen.get(component) ?? false;

function choose(component: BuiltIn, on: boolean): void {
  chosen.set(component, on);
  component.$$.setAttribute('aria-checked', String(on));
}

/** <checkbox>, <radio> and <switch>: the state is drawn as aria-checked; a group or the switch itself tells of changes. */
export function choice(toggle: (component: BuiltIn) => void): Shape {
  return {
    properties: {
      value: 'string',
      checked: 'boolean',
      disabled: 'boolean',
      color: 'string',
      name: 'string',
      type: 'string',
    },
    attached: (component) => {
      choose(component, component.data.checked === true);
      component.formValue = () => isChosen(component);
      component.toggle = () => {
        if (component.data.disabled !== true) toggle(component);
      };
      component.addListener('tap', () => {
        if (!findAround(component, 'label')) component.toggle?.();
      });
    },
    changed: (component, property) => {
      if (property === 'checked') choose(component, component.data.checked === true);
    },
  };
}

export function toggleSwitch(component: BuiltIn): void {
  choose(component, !isChosen(component));
  fire(component, 'change', { value: isChosen(component) });
}

export function toggleCheckbox(component: BuiltIn): void {
  choose(component, !isChosen(component));
  tellGroup(component, 'checkbox-group');
}

export function selectRadio(component: BuiltIn): void {
  const group = findAround(component, 'radio-group');
  for (const other of group ? findInside(group, ['radio']) : []) choose(other, false);
  choose(component, true);
  tellGroup(component, 'radio-group');
}

function tellGroup(component: BuiltIn, name: string): void {
  const group = findAround(component, name);
  if (group) fire(group, 'change', { value: group.formValue?.() });
}

export const checkboxGroup: Shape = {
  properties: { name: 'string' },
  attached: (group) => {
    group.formValue = () => chosenValues(group, 'checkbox');
  },
};

export const radioGroup: Shape = {
  properties: { name: 'string' },
  attached: (group) => {
    group.formValue = () => chosenValues(group, 'radio')[0];
  },
};

function chosenValues(group: BuiltIn, name: string): unknown[] {
  const options = findInside(group, [name]);
  return options.filter(isChosen).map((option) => option.data.value);
}

/** A tap on a label works its first control. */
export const label: Shape = {
  properties: { for: 'string' },
  attached: (component) => {
    component.addListener('tap', () => {
      const [control] = findInside(component, ['checkbox', 'radio', 'switch', 'button', 'input', 'textarea']);
      if (control?.toggle) control.toggle();
      else control?.focus?.();
    });
  },
};

export const picker: Shape = {
  properties: {
    mode: ['string', 'selector'],
    range: ['any', []],
    rangeKey: 'string',
    value: 'any',
    disabled: 'boolean',
    name: 'string',
    start: 'string',
    end: 'string',
    fields: 'string',
  },
  attached: (component) => {
    component.formValue = () => component.data.value;
    component.pick = (value) => {
      if (component.data.disabled === true) throw new Error('the picker is disabled');
      fire(component, 'change', { value });
    };
  },
};
