import { createHmac } from 'node:crypto';
import type { Host } from '../host/host';

const HASH_BYTES = 12;

/** What stands for a WeChat group everywhere outside the host: nobody can tell the group's id from it without the key. */
export function groupKeyOf({ contactKey }: Pick<Host, 'contactKey'>, groupId: string): string {
  const key = createHmac('sha256', contactKey).update('wechat group').digest();
  return createHmac('sha256', key).update(groupId).digest().subarray(0, HASH_BYTES).toString('base64url');
}
