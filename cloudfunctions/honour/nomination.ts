/** What must be true of whoever is named, and how often. */
import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { hasOpened, monthText } from '../../domain/model';
import { wrongModelState } from '../../domain/model-moves';
import type { Tx } from '../store/database';
import * as models from '../store/models';
import * as representatives from '../store/representatives';

export function refuseEarly(month: string, now: Date): void {
  if (hasOpened(month, now)) return;
  throw wrongModelState({ status: null }, `${monthText(month)}典型代表从${monthText(month)}25日开始推荐`);
}

/** On the roster now, and not the caller. */
export async function nomineeOf(id: string, caller: Caller): Promise<representatives.RepresentativeDoc> {
  const person = await representatives.get(id);
  if (!person.active) {
    throw new DomainError('INVALID_INPUT', { details: { representativeId: `${person.name}已不在名册上` } });
  }
  if (caller.representativeId === id) throw new DomainError('FORBIDDEN', { message: '不能推荐自己' });
  return person;
}

/** In the transaction that names somebody: two months at once of one person are counted one after the other. */
export async function refuseTooOften(
  { _id, name }: representatives.RepresentativeDoc,
  month: string,
  tx: Tx,
): Promise<void> {
  await representatives.touchClaims(_id, tx);
  const [most, times] = [await models.modelsAYear(), (await models.timesNamed([_id], month, tx)).get(_id) ?? 0];
  if (times < most) return;
  throw new DomainError('WRONG_STATE', {
    message: `${name}本年已被推荐 ${times} 次，每年最多 ${most} 次，请推荐其他代表`,
  });
}
