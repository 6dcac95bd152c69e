/** How a call travels: a cloud function on WeChat, the gateway's `/fn/<name>` on H5. The answer is the same envelope. */
import Taro from '@tarojs/taro';
import type { Envelope } from '../../contract/envelope';
import { unavailable } from './call-error';

const TIMEOUT_MS = 30_000;

export const isH5 = process.env.TARO_ENV === 'h5';

/** Answers the envelope as it came; throws UNAVAILABLE when none did. */
export async function send(action: string, data: unknown, token: string | null): Promise<Envelope> {
  const [area = '', verb = ''] = action.split('.');
  let answer: unknown;
  try {
    answer = await (isH5 ? post(area, { action: verb, data }, token) : callFunction(area, { action: verb, data }));
  } catch {
    throw unavailable();
  }
  return toEnvelope(answer);
}

export function toEnvelope(answer: unknown): Envelope {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Envelope;
  throw unavailable();
}

async function post(area: string, body: object, token: string | null): Promise<unknown> {
  const request = fetch(`/fn/${area}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  const response = await Promise.race([request, timeout()]);
  return response.json();
}

// AbortController is younger than the oldest browsers we serve.
const timeout = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('timeout')), TIMEOUT_MS);
  });

async function callFunction(name: string, data: Record<string, unknown>): Promise<unknown> {
  const { result } = await Taro.cloud.callFunction({ name, data });
  return result;
}
