/** @jest-environment jsdom */
import type { CallError as CallErrorOfModule } from '../../src/platform/call-error';
import { phone } from './support/taro';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/taro'));

interface Sent {
  path: string;
  token: string | null;
  action: string;
  data: Record<string, unknown>;
}

const sent: Sent[] = [];
let answer: (request: Sent) => object;

const me = { accountId: 'a1', name: '居民', roles: ['resident'] };
const unauthenticated = { ok: false, error: { code: 'UNAUTHENTICATED', message: '登录已失效', traceId: 't' } };

/** The gateway of one machine. */
function fakeFetch(path: string, { headers, body }: { headers: Record<string, string>; body: string }) {
  const { action, data } = JSON.parse(body) as { action: string; data: Record<string, unknown> };
  const request = { path, token: headers.Authorization ?? null, action, data };
  sent.push(request);
  return Promise.resolve({ json: () => Promise.resolve(answer(request)) });
}

/** The platform as H5 builds it. */
async function h5() {
  jest.resetModules();
  process.env.TARO_ENV = 'h5';
  const { call } = await import('../../src/platform/call');
  const { becomePersona } = await import('../../src/platform/session');
  return { call, becomePersona };
}

beforeEach(() => {
  phone.reset();
  sent.length = 0;
  Object.assign(globalThis, { fetch: fakeFetch });
  Object.assign(globalThis.crypto, { getRandomValues: (bytes: Uint8Array) => bytes.fill(7) });
});

afterAll(() => {
  delete process.env.TARO_ENV;
});

it('signs in by the device on the first call that needs somebody, and sends the call again', async () => {
  const { call } = await h5();
  answer = ({ action, token }) => {
    if (action === 'signIn') return { ok: true, data: { token: 'fresh', me } };
    return token === 'Bearer fresh' ? { ok: true, data: { me } } : unauthenticated;
  };
  await expect(call('account.me', {})).resolves.toEqual({ me });
  expect(sent.map(({ action, token }) => [action, token])).toEqual([
    ['me', null],
    ['signIn', null],
    ['me', 'Bearer fresh'],
  ]);
  expect(String(sent[1]?.data.deviceKey)).toHaveLength(64);
});

it('gives up after one renewal', async () => {
  const { call } = await h5();
  answer = ({ action }) => (action === 'signIn' ? { ok: true, data: { token: 'useless', me } } : unauthenticated);
  const refused: unknown = await call('account.me', {}).catch((error: unknown) => error);
  expect((refused as CallErrorOfModule).code).toBe('UNAUTHENTICATED');
  expect(sent.map(({ action }) => action)).toEqual(['me', 'signIn', 'me']);
});

it('is the same persona again when a demo session has run out', async () => {
  const { call, becomePersona } = await h5();
  answer = () => ({ ok: true, data: { token: 'first', me } });
  await becomePersona('liaison');
  answer = ({ action, token }) => {
    if (action === 'demoSignIn') return { ok: true, data: { token: 'second', me } };
    return token === 'Bearer second' ? { ok: true, data: { me } } : unauthenticated;
  };
  await call('account.me', {});
  expect(sent.map(({ action }) => action)).toEqual(['demoSignIn', 'me', 'demoSignIn', 'me']);
  expect(sent[2]?.data).toEqual({ persona: 'liaison' });
});

it('is its owner again when a demo persona is given back', async () => {
  const { call, becomePersona } = await h5();
  answer = ({ action, token }) => {
    if (action === 'me') return token === null ? unauthenticated : { ok: true, data: { me } };
    return { ok: true, data: { token: action, me } };
  };
  await call('account.me', {});
  await becomePersona('liaison');
  await becomePersona(null);
  await call('account.me', {});
  expect(sent.map(({ action, token }) => [action, token]).slice(-2)).toEqual([
    ['signIn', null],
    ['me', 'Bearer signIn'],
  ]);
});
