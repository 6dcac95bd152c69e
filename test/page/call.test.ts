/** @jest-environment jsdom */
import { call } from '../../src/platform/call';
import { CallError, fieldErrors } from '../../src/platform/call-error';
import { changeCount } from '../../src/platform/freshness';
import { phone } from './support/taro';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));

const refusal = (code: string, message: string, details?: object) => ({
  ok: false,
  error: { code, message, traceId: 't', ...(details ? { details } : {}) },
});

async function caught(work: Promise<unknown>): Promise<CallError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof CallError) return error;
  }
  throw new Error('was not refused');
}

beforeEach(() => phone.reset());

it('sends the verb to the function of its area and answers the data', async () => {
  const sent: unknown[] = [];
  phone.answerCalls((request) => {
    sent.push(request);
    return Promise.resolve({ result: { ok: true, data: { items: [], nextCursor: null } } });
  });
  expect(await call('wish.list', { scope: 'public' })).toEqual({ items: [], nextCursor: null });
  expect(sent).toEqual([{ name: 'wish', data: { action: 'list', data: { scope: 'public' } } }]);
});

it('rethrows a refusal with its code, its sentence and its details', async () => {
  const answer = refusal('ALREADY_CLAIMED', '这个心愿刚刚被吕国华代表认领了', { claimer: '吕国华' });
  phone.answerCalls(() => Promise.resolve({ result: answer }));
  const error = await caught(call('wish.claim', { id: 'w1' }));
  expect(error.code).toBe('ALREADY_CLAIMED');
  expect(error.message).toBe('这个心愿刚刚被吕国华代表认领了');
  expect(error.details).toEqual({ claimer: '吕国华' });
  expect(error.mayRetry).toBe(false);
});

it('says by field what is wrong with the input', async () => {
  phone.answerCalls(() => Promise.resolve({ result: refusal('INVALID_INPUT', '有误', { reason: '请填写撤回原因' }) }));
  const error = await caught(call('wish.withdraw', { id: 'w1', reason: '' }));
  expect(fieldErrors(error)).toEqual({ reason: '请填写撤回原因' });
});

it('says what to do when there is no signal', async () => {
  phone.answerCalls(() => Promise.reject(new Error('request:fail')));
  const error = await caught(call('wish.get', { id: 'w1' }));
  expect(error.code).toBe('UNAVAILABLE');
  expect(error.message).toContain('检查网络');
  expect(error.mayRetry).toBe(true);
});

it('takes an answer that is no envelope for none', async () => {
  phone.answerCalls(() => Promise.resolve({ result: undefined }));
  expect((await caught(call('wish.get', { id: 'w1' }))).code).toBe('UNAVAILABLE');
});

it('notes that something changed after a write, not after a read or a refusal', async () => {
  const before = changeCount();
  phone.answerCalls(() => Promise.resolve({ result: { ok: true, data: {} } }));
  await call('wish.get', { id: 'w1' });
  phone.answerCalls(() => Promise.resolve({ result: refusal('FORBIDDEN', '不能') }));
  await caught(call('wish.claim', { id: 'w1' }));
  expect(changeCount()).toBe(before);
  phone.answerCalls(() => Promise.resolve({ result: { ok: true, data: {} } }));
  await call('wish.claim', { id: 'w1' });
  expect(changeCount()).toBe(before + 1);
});
