/** The calling convention of wx: callbacks when given, a promise otherwise, `errMsg` either way. */
import type { Journal } from './journal';
import type { ApiName, ApiOptions } from './wx-names';

/** Answers given by a test, by API name. A handler may throw a string or an object, as the API's failure. */
export type ApiHandlers = { [Name in ApiName]?: (options: ApiOptions<Name>) => unknown };

type Listener = (result: unknown) => void;

interface Callbacks {
  success?: Listener;
  fail?: Listener;
  complete?: Listener;
}

export type AsyncApi = (options?: Callbacks & Record<string, unknown>) => Promise<unknown> | undefined;
type Implementation = (options: Record<string, unknown>) => unknown;

export function asyncApi(journal: Journal, name: ApiName, implementation: Implementation): AsyncApi {
  return (options = {}) => {
    const call = journal.record(name, options);
    const run = journal.track(perform(name, implementation, options));
    const recorded = run.then(
      (result) => (call.result = result),
      (error: unknown) => {
        call.error = error;
        throw error;
      },
    );
    const { success, fail, complete } = options;
    if (!success && !fail && !complete) return recorded;
    recorded
      .then(
        (result) => success?.(result),
        (error: unknown) => fail?.(error),
      )
      .then(() => complete?.(call.error ?? call.result))
      .catch((error: unknown) => journal.errors.push(error));
    return undefined;
  };
}

async function perform(name: ApiName, implementation: Implementation, options: Record<string, unknown>) {
  await Promise.resolve();
  try {
    const result = await implementation(options);
    return { errMsg: `${name}:ok`, ...(isFields(result) ? result : {}) };
  } catch (error) {
    const fields = isFields(error) && !(error instanceof Error) ? error : {};
    throw { ...fields, errMsg: `${name}:fail ${reasonOf(error)}` } as unknown;
  }
}

function reasonOf(error: unknown): string {
  if (typeof error === 'string') return error;
  const reason = isFields(error) ? (error.errMsg ?? error.message) : undefined;
  return typeof reason === 'string' ? reason : '';
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Asks the test's handler; what the test did not foresee fails loudly. */
export function fromHandlers(handlers: ApiHandlers, name: ApiName, fallback?: Implementation): Implementation {
  return (options) => {
    const handler = handlers[name] as Implementation | undefined;
    if (handler) return handler(options);
    if (fallback) return fallback(options);
    throw new Error(`the test gave no handler for wx.${name}`);
  };
}
