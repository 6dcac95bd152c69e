import type { Caller } from '../../domain/caller';
import { mailbox, mailboxesOf, ownerOf } from '../../domain/mailbox';

const caller = (set: Partial<Caller>): Caller => ({ accountId: 'a1', name: '周建平', roles: ['resident'], ...set });
const ofGroup = { representativeId: 'r1', groupId: 'g1' };

it.each<[string, Partial<Caller>, string[]]>([
  ['a resident', {}, []],
  [
    'a member',
    { ...ofGroup, roles: ['resident', 'representative'], position: 'member' },
    ['representative:r1', 'members:g1'],
  ],
  [
    'the liaison',
    { ...ofGroup, roles: ['resident', 'representative', 'liaison'], position: 'liaison' },
    ['representative:r1', 'members:g1', 'liaison:g1'],
  ],
  [
    'the leader',
    { ...ofGroup, roles: ['resident', 'representative', 'liaison'], position: 'leader' },
    ['representative:r1', 'members:g1', 'liaison:g1', 'leader:g1'],
  ],
  ['the presidium', { roles: ['resident', 'presidium'] }, ['presidium']],
  ["a department's contact", { roles: ['resident', 'department'], departmentId: 'd1' }, ['department:d1']],
  ['who is no longer a contact', { departmentId: 'd1' }, []],
  ['the administrator', { roles: ['resident', 'admin'] }, []],
])('%s opens these beside their own', (_who, set, others) => {
  expect(mailboxesOf(caller(set))).toEqual(['account:a1', ...others]);
});

it.each([
  [mailbox.account('a:1'), 'account', 'a:1'],
  [mailbox.representative('r1'), 'representative', 'r1'],
  [mailbox.members('g1'), 'members', 'g1'],
  [mailbox.liaison('g1'), 'liaison', 'g1'],
  [mailbox.leader('g1'), 'leader', 'g1'],
  [mailbox.presidium(), 'presidium', ''],
  [mailbox.department('d1'), 'department', 'd1'],
])('reads whose mailbox %s is', (box, kind, id) => {
  expect(ownerOf(box)).toEqual({ kind, id });
});

it('knows no other mailbox', () => {
  expect(() => ownerOf('somebody:1')).toThrow('somebody:1');
});
