/** Without demo sign-in somebody has to be the first administrator: whoever can read this terminal may be. */
import { hashInviteCode, newInviteCode } from '../cloudfunctions/account/invite-code';
import * as accounts from '../cloudfunctions/store/accounts';
import * as invites from '../cloudfunctions/store/invites';
import { addDays } from '../domain/time';

const GOOD_FOR_DAYS = 7;

/** A one-time code that makes its user an administrator; null once there is one. */
export async function inviteFirstAdmin(now: Date): Promise<string | null> {
  const admins = await accounts.listByGranted('admin');
  // Demo personas and the importer of the sample town are nobody's to sign in as.
  if (admins.some(({ identity }) => /^(device|openId):/.test(identity))) return null;
  const code = newInviteCode();
  await invites.insert({
    _id: hashInviteCode(code),
    roles: ['admin'],
    name: '系统管理员',
    by: 'start',
    createdAt: now,
    expiresAt: addDays(now, GOOD_FOR_DAYS),
  });
  return code;
}
