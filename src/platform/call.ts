/** The one road from a page to a function: `call('wish.claim', { id })`, typed by the contract. */
import type { ActionName, Input, Output } from '../../contract/contract';
import { CallError } from './call-error';
import { noteCall } from './freshness';
import { getToken, signIn } from './session';
import { isH5, send } from './transport';

/** Throws CallError; a session that is missing or has run out is renewed once. */
export async function call<Name extends ActionName>(action: Name, data: Input<Name>): Promise<Output<Name>> {
  let answer = await send(action, data, getToken());
  if (!answer.ok && answer.error.code === 'UNAUTHENTICATED' && isH5) {
    await signIn();
    answer = await send(action, data, getToken());
  }
  if (!answer.ok) throw new CallError(answer.error.code, answer.error.message, answer.error.details);
  noteCall(action);
  return answer.data as Output<Name>;
}
