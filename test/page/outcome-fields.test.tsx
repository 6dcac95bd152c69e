/** @jest-environment jsdom */
import { useState } from 'react';
import { OutcomeFields } from '../../src/features/outcome/outcome-fields';
import { toOutcomes, type OutcomeDraft } from '../../src/features/outcome/outcome-draft';
import { mount, settle } from './support/mount';

jest.mock('@tarojs/components', () => jest.requireActual<object>('./support/taro-components'));

let drafts: OutcomeDraft[] = [];

function Form() {
  const [outcomes, setOutcomes] = useState<OutcomeDraft[]>([]);
  drafts = outcomes;
  return <OutcomeFields outcomes={outcomes} onChange={setOutcomes} errors={{ 'outcomes.0.people': '人数应为整数' }} />;
}

const tap = (container: HTMLElement, kind: string) =>
  settle(() =>
    [...container.querySelectorAll<HTMLElement>('.chip')]
      .find(({ textContent }) => textContent.endsWith(kind))
      ?.click(),
  );

const type = (container: HTMLElement, id: string, text: string) =>
  settle(() => {
    const input = container.querySelector<HTMLInputElement>(`#${id} input`);
    if (!input) throw new Error(`no ${id}`);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });

const fields = (container: HTMLElement) =>
  [...container.querySelectorAll('input')].map(({ parentElement }) => parentElement?.id);

it('asks for the figures that matter for the kind, and for no others', async () => {
  const { container } = await mount(<Form />);
  expect(fields(container)).toEqual([]);
  await tap(container, '义诊');
  expect(fields(container)).toEqual(['outcome-clinic-sessions', 'outcome-clinic-people']);
  await tap(container, '慰问金');
  expect(fields(container)).toContain('outcome-gift-amountYuan');
});

it('turns what was typed into figures, full-width digits too, and leaves out what was not', async () => {
  const { container } = await mount(<Form />);
  await tap(container, '义诊');
  await type(container, 'outcome-clinic-people', '４５');
  expect(toOutcomes(drafts)).toEqual([{ kind: 'clinic', people: 45 }]);
});

it('drops a kind that is tapped again, and keeps what the others hold', async () => {
  const { container } = await mount(<Form />);
  await tap(container, '慰问金');
  await type(container, 'outcome-gift-amountYuan', '500');
  await tap(container, '义诊');
  await tap(container, '义诊');
  expect(toOutcomes(drafts)).toEqual([{ kind: 'gift', amountYuan: 500 }]);
});

it('shows at the figure what the function found wrong with it', async () => {
  const { container } = await mount(<Form />);
  await tap(container, '就业');
  expect(container.querySelector('#outcome-employment-people-error')?.textContent).toBe('人数应为整数');
});
