import type { z } from 'zod';
import * as contract from '../../contract/account';
import { hasRole, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { addDays } from '../../domain/time';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as departments from '../store/departments';
import * as invites from '../store/invites';
import * as representatives from '../store/representatives';
import { hashInviteCode, newInviteCode } from './invite-code';

const GOOD_FOR_DAYS = 7;

type Invitation = z.output<typeof contract.invite.input>;

/** 邀请码: binds whoever redeems it to a person on the roster, or grants a role. */
export const createInvite = useCase(contract.invite, async (input, { caller, now }) => {
  await checkInvitation(input, caller);
  const { representativeId, departmentId, name, roles = [] } = input;
  const code = newInviteCode();
  const expiresAt = addDays(now, GOOD_FOR_DAYS);
  await invites.insert({
    _id: hashInviteCode(code),
    roles,
    by: caller.accountId,
    createdAt: now,
    expiresAt,
    ...defined({ representativeId, departmentId, name }),
  });
  return { code, expiresAt: expiresAt.toISOString() };
});

async function checkInvitation(invitation: Invitation, caller: Caller): Promise<void> {
  const { representativeId, departmentId, roles = [] } = invitation;
  const refuse = (field: string, reason: string): DomainError =>
    new DomainError('INVALID_INPUT', { details: { [field]: reason } });
  if (representativeId === undefined && roles.length === 0) throw refuse('roles', '请选择邀请的代表或身份');
  if (roles.includes('admin') && !hasRole(caller, 'admin')) {
    throw new DomainError('FORBIDDEN', { message: '只有系统管理员才能邀请系统管理员' });
  }
  if (representativeId !== undefined && !(await representatives.find(representativeId))?.active) {
    throw refuse('representativeId', '名册上没有这位代表');
  }
  if (roles.includes('department') && departmentId === undefined) throw refuse('departmentId', '请选择职能部门');
  const known = departmentId === undefined ? [] : await departments.listAll();
  if (departmentId !== undefined && !known.some(({ _id }) => _id === departmentId)) {
    throw refuse('departmentId', '没有这个职能部门');
  }
}
