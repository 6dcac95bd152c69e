/** @jest-environment jsdom */
import { CallError } from '../../src/platform/call-error';
import { ActForm } from '../../src/features/act/act-form';
import { whatIsMissing, type Filled } from '../../src/features/act/act-spec';
import { specOf } from '../../src/pages/wish-detail/forms/act-specs';
import { aClaimedWish } from './support/a-wish';
import { mount, settle } from './support/mount';
import { phone } from './support/taro';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));
jest.mock('@tarojs/components', () => jest.requireActual<object>('./support/taro-components'));

const viewer = { representativeId: undefined, isPresidium: true };
const wish = aClaimedWish();
let asked: unknown[];

beforeEach(() => {
  phone.reset();
  asked = [];
  phone.answerCalls(({ name, data }) => {
    asked.push({ name, ...(data as object) });
    return Promise.resolve({ result: { ok: true, data: { wish } } });
  });
});

it('sends what was filled in, and nothing of what was left empty', async () => {
  const urge = specOf('urge', wish, viewer);
  await urge.send('w1', { note: '  ' }, []);
  await urge.send('w1', { note: ' 请本周联系 ' }, []);
  const reopen = specOf('reopen', wish, viewer);
  await reopen.send('w1', { reason: '又坏了', untrue: '' }, []);
  await reopen.send('w1', { reason: '没有去修', untrue: 'on' }, []);
  expect(asked).toEqual([
    { name: 'wish', action: 'urge', data: { id: 'w1' } },
    { name: 'wish', action: 'urge', data: { id: 'w1', note: '请本周联系' } },
    { name: 'wish', action: 'reopen', data: { id: 'w1', reason: '又坏了' } },
    { name: 'wish', action: 'reopen', data: { id: 'w1', reason: '没有去修', untrue: true } },
  ]);
});

it('asks for the day to look again only of what is planned', async () => {
  const answer = specOf('answer', wish, viewer);
  const filled = { closeClass: 'D', explanation: '超出本镇权限', way: 'visit', followUpOn: '' };
  expect(whatIsMissing(answer.fields, filled)).toEqual({});
  expect(Object.keys(whatIsMissing(answer.fields, { ...filled, closeClass: 'C' }))).toEqual(['followUpOn']);
  // A day that was chosen before the class was changed is not said.
  await answer.send('w1', { ...filled, followUpOn: '2027-01-01' }, []);
  expect(asked).toEqual([
    { name: 'wish', action: 'answer', data: { id: 'w1', closeClass: 'D', explanation: '超出本镇权限', way: 'visit' } },
  ]);
});

it('agrees to the day that the claimer asked for, unless another is chosen', () => {
  const at = '2026-11-24T08:00:00.000Z';
  const pauseRequest = { who: '代表 吕国华', at, reason: '等雨停', resumeOn: '2026-12-19T16:00:00.000Z' };
  const spec = specOf('pause', aClaimedWish({ pauseRequest }), viewer);
  expect(spec.about).toContain('等雨停');
  expect(spec.fields.resumeOn).toMatchObject({ kind: 'day', initial: '2026-12-20' });
  expect(whatIsMissing(spec.fields, { resumeOn: '2026-12-20' })).toEqual({});
});

it('lets a claimer say which helper leaves, and a helper only leave', () => {
  const helpers = [{ id: 'r2', name: '张桂兰', part: 'goods' as const, note: '一台洗衣机', at: wish.collectedAt }];
  const helped = aClaimedWish({ helpers });
  expect(Object.keys(specOf('leave', helped, { ...viewer, representativeId: 'r1' }).fields)).toContain(
    'representativeId',
  );
  expect(Object.keys(specOf('leave', helped, { ...viewer, representativeId: 'r2' }).fields)).toEqual(['reason']);
});

async function open(send: (filled: Filled) => Promise<unknown>) {
  let closed = 0;
  const mounted = await mount(
    <ActForm spec={specOf('contact', wish, viewer)} draftKey="contact.w1" send={send} onDone={() => (closed += 1)} />,
  );
  const submit = () => settle(() => mounted.container.querySelector<HTMLElement>('#sheet-submit')?.click());
  return { ...mounted, submit, closed: () => closed };
}

it('says what is missing and sends nothing', async () => {
  const sent: Filled[] = [];
  const form = await open((filled) => {
    sent.push(filled);
    return Promise.resolve(null);
  });
  await form.submit();
  expect(form.container.textContent).toContain('请选择“怎样联系的”');
  expect(form.container.textContent).toContain('请填写“联系情况”');
  expect(sent).toEqual([]);
  expect(form.closed()).toBe(0);
  await form.unmount();
});

it('no longer complains of what has been filled in', async () => {
  const form = await open(() => Promise.resolve(null));
  await form.submit();
  const way = form.container.querySelector<HTMLElement>('.chip');
  await settle(() => way?.click());
  expect(form.container.textContent).not.toContain('请选择“怎样联系的”');
  expect(form.container.textContent).toContain('请填写“联系情况”');
  await form.unmount();
});

it('keeps what was written when it is refused, and says why; once done it is gone', async () => {
  phone.keep('draft.contact.w1', {
    values: { filled: { way: 'phone', note: '约好周三上门' }, photos: [] },
    clientToken: 't1',
  });
  let refusal: unknown = new CallError('FORBIDDEN', '您不是这个心愿的认领人');
  const form = await open(() => Promise.resolve(refusal));
  await form.submit();
  expect(form.container.textContent).toContain('您不是这个心愿的认领人');
  expect(form.closed()).toBe(0);
  expect(phone.stored('draft.contact.w1')).toBeDefined();
  refusal = null;
  await form.submit();
  expect(form.closed()).toBe(1);
  await form.unmount();
  expect(phone.stored('draft.contact.w1')).toBeUndefined();
});
