import { hasRole, type Caller } from '../../domain/caller';
import type { Called } from '../../domain/duty';
import { DomainError } from '../../domain/errors';
import * as representatives from '../store/representatives';
import type { RepresentativeDoc } from '../store/representatives';

type Expected = 'all' | 'group' | readonly string[];

const wrong = (reason: string): DomainError => new DomainError('INVALID_INPUT', { details: { expected: reason } });

export const calledOf = (expected: Expected): Called => (typeof expected === 'string' ? expected : 'people');

/** Everybody, the group, or those who are named; a liaison calls only the own group's. */
export async function calledPeople(
  expected: Expected,
  groupId: string | undefined,
  caller: Caller,
): Promise<RepresentativeDoc[]> {
  const isTown = hasRole(caller, 'presidium');
  if (expected === 'all') {
    if (!isTown) throw wrong('组长、联络员只能召集本组代表');
    return representatives.listAll();
  }
  if (expected === 'group') {
    if (groupId === undefined) throw wrong('请选择哪个代表小组');
    return representatives.listByGroup(groupId);
  }
  const wanted = [...new Set(expected)];
  const found = (await representatives.listByIds(wanted)).filter(({ active }) => active);
  if (found.length < wanted.length) throw wrong('有的代表已经不在名册上，请重新选择');
  if (!isTown && found.some((one) => one.groupId !== groupId)) throw wrong('组长、联络员只能召集本组代表');
  return found;
}
