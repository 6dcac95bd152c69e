/** A small town to test in: two groups of four, each with 组长, 联络员 and two members, and one department. */
import type { Input } from '../../contract/contract';
import type { Role } from '../../domain/caller';
import type { Position } from '../../domain/labels';
import { newId } from '../../cloudfunctions/kit/new-id';
import { seal } from '../../cloudfunctions/kit/seal';
import { inTransaction } from '../../cloudfunctions/store/database';
import * as departments from '../../cloudfunctions/store/departments';
import * as groups from '../../cloudfunctions/store/groups';
import * as media from '../../cloudfunctions/store/media';
import * as representatives from '../../cloudfunctions/store/representatives';
import * as settings from '../../cloudfunctions/store/settings';
import type { Functions } from './functions';

export const river: groups.GroupDoc = { _id: 'g1', name: '江东代表小组', villages: ['刘胜村', '永兴村'], order: 1 };
export const hill: groups.GroupDoc = { _id: 'g2', name: '江西代表小组', villages: ['福镇村', '闸西村'], order: 2 };

const positions: readonly Position[] = ['leader', 'liaison', 'member', 'member'];
const names = ['吕国华', '陈志明', '周建平', '沈丽芳', '黄海峰', '顾秀英', '施永康', '陆文娟'] as const;

/** Ids read 'g1-leader', 'g1-liaison', 'g1-member', 'g1-member2'. */
const idOf = (group: groups.GroupDoc, index: number): string =>
  `${group._id}-${positions[index] ?? ''}${index === positions.length - 1 ? '2' : ''}`;

export function aRepresentative(
  functions: Functions,
  set: Pick<representatives.RepresentativeDoc, '_id' | 'name' | 'groupId'> & Partial<representatives.RepresentativeDoc>,
): representatives.RepresentativeDoc {
  return {
    level: 'town',
    position: 'member',
    phone: seal(functions.host.contactKey, '13900000000'),
    occupation: '村民',
    strengths: [],
    villages: [],
    order: 1,
    active: true,
    ...set,
  };
}

export async function aTown(functions: Functions): Promise<void> {
  const people = [river, hill].flatMap((group, half) =>
    positions.map((position, index) =>
      aRepresentative(functions, {
        _id: idOf(group, index),
        name: names[half * positions.length + index] ?? '',
        groupId: group._id,
        position,
        order: half * positions.length + index + 1,
      }),
    ),
  );
  await settings.save({ town: '长江镇', codePrefix: 'CJ', campaign: '为民服务我先行' });
  await departments.saveAll([{ _id: 'd1', name: '民政办', order: 1 }]);
  await inTransaction(async (tx) => {
    await groups.replaceAll([river, hill], tx);
    await representatives.replaceAll(people, tx);
  });
}

export interface Person {
  token: string;
  accountId: string;
}

export async function signInAs(functions: Functions, persona: Role, representativeId?: string): Promise<Person> {
  const { token, me } = await functions.call('account.demoSignIn', {
    persona,
    ...(representativeId === undefined ? {} : { representativeId }),
  });
  return { token, accountId: me.accountId };
}

/** Residents beyond the demo's one: each device key is another person. */
export async function aResident(functions: Functions): Promise<Person> {
  const { token, me } = await functions.call('account.signIn', { deviceKey: newId().padEnd(32, '0') });
  return { token, accountId: me.accountId };
}

export async function aPhoto({ accountId }: Person): Promise<string> {
  const _id = newId();
  await media.insert({ _id, kind: 'image', accountId, at: new Date(0), used: false, width: 800, height: 600 });
  return _id;
}

export const aWish = (set: Partial<Input<'wish.submit'>> = {}): Input<'wish.submit'> => ({
  content: '村口的路灯坏了，晚上出门看不清路',
  category: 'facility',
  village: '刘胜村',
  wisher: { name: '王小红', phone: '13959171093' },
  consent: { showName: false, showPhoto: false },
  clientToken: newId(),
  ...set,
});

/** One of each, all of the first group where there is a group. */
export interface Cast {
  resident: Person;
  member: Person;
  liaison: Person;
  presidium: Person;
  department: Person;
  admin: Person;
  otherMember: Person;
  otherLiaison: Person;
}

export async function aCast(functions: Functions): Promise<Cast> {
  return {
    resident: await aResident(functions),
    member: await signInAs(functions, 'representative', 'g1-member'),
    liaison: await signInAs(functions, 'liaison', 'g1-liaison'),
    presidium: await signInAs(functions, 'presidium'),
    department: await signInAs(functions, 'department'),
    admin: await signInAs(functions, 'admin'),
    otherMember: await signInAs(functions, 'representative', 'g2-member'),
    otherLiaison: await signInAs(functions, 'liaison', 'g2-liaison'),
  };
}

/** Walks a resident's wish as far as asked, and answers its id. */
export async function aWishThatIs(
  status: 'submitted' | 'needInfo' | 'open' | 'claimed' | 'fulfilled' | 'closed',
  { call }: Functions,
  { resident, member, liaison }: Pick<Cast, 'resident' | 'member' | 'liaison'>,
  set: Partial<Input<'wish.submit'>> = {},
): Promise<string> {
  const { wish } = await call('wish.submit', aWish(set), resident.token);
  const { id } = wish;
  if (status === 'submitted') return id;
  if (status === 'needInfo') {
    await call('wish.review', { id, decision: 'askInfo', reason: '请说明具体位置' }, liaison.token);
    return id;
  }
  await call('wish.review', { id, decision: 'publish' }, liaison.token);
  if (status === 'open') return id;
  await call('wish.claim', { id }, member.token);
  if (status === 'claimed') return id;
  await call('wish.fulfil', { id, note: '路灯已经修好', outcomes: [{ kind: 'facility', items: 1 }] }, member.token);
  if (status === 'fulfilled') return id;
  await call('wish.rate', { id, rating: 'satisfied', resolved: 'yes' }, resident.token);
  return id;
}
