import type { Caller, Role } from '../../domain/caller';
import { wishStatuses, type Wish } from '../../domain/wish';
import { concernsMinor, isWisher, mayReveal, maySee, showsName, showsPhotos } from '../../domain/wish-privacy';

const aCaller = (accountId: string, roles: Role[], place: Partial<Caller> = {}): Caller => ({
  accountId,
  name: accountId,
  roles: ['resident', ...roles],
  ...place,
});
const wisher = aCaller('wisher', []);
const claimer = aCaller('claimer', ['representative'], { representativeId: 'r1', groupId: 'g2' });
const liaison = aCaller('liaison', ['representative', 'liaison'], { representativeId: 'r2', groupId: 'g1' });
const presidium = aCaller('presidium', ['presidium']);
const admin = aCaller('admin', ['admin']);
const others = [
  aCaller('stranger', []),
  aCaller('member', ['representative'], { representativeId: 'r3', groupId: 'g1' }),
  aCaller('otherLiaison', ['representative', 'liaison'], { representativeId: 'r4', groupId: 'g2' }),
  aCaller('department', ['department']),
  null,
];

const aWish = (set: Partial<Wish> = {}) => ({
  id: 'w1',
  status: 'claimed' as const,
  rev: 1,
  village: '刘胜村',
  groupId: 'g1',
  submitterId: 'wisher',
  selfSubmitted: true,
  claimer: { representativeId: 'r1', name: '周建平', groupId: 'g2', at: new Date(0) },
  outcomes: [],
  content: '村口的路灯坏了',
  consent: { showName: false, showPhoto: false },
  ...set,
});

it('gives the contact to the wisher, the claimer in hand, the group’s liaison and the presidium', () => {
  for (const caller of [wisher, claimer, liaison, presidium]) expect(mayReveal(aWish(), caller)).toBe(true);
  for (const caller of [admin, ...others]) expect(mayReveal(aWish(), caller)).toBe(false);
});

it('takes the contact from the claimer when the wish has come to its end', () => {
  const inHand = wishStatuses.filter((status) => mayReveal(aWish({ status }), claimer));
  expect(inHand).toEqual(['claimed', 'coordinating', 'paused', 'fulfilled']);
});

it('shows what is not published only to those who deal with it', () => {
  for (const status of ['submitted', 'needInfo', 'rejected', 'merged', 'withdrawn'] as const) {
    for (const caller of [wisher, claimer, liaison, presidium, admin])
      expect(maySee(aWish({ status }), caller)).toBe(true);
    for (const caller of others) expect(maySee(aWish({ status }), caller)).toBe(false);
  }
  for (const caller of others) expect(maySee(aWish(), caller)).toBe(true);
});

it('shows names and photos beyond that only as the wisher agreed', () => {
  const agreed = { ...aWish(), consent: { showName: true, showPhoto: true } };
  const child = { ...agreed, content: '给留守儿童送书' };
  for (const caller of others) {
    expect([showsName(agreed, caller), showsPhotos(agreed, caller)]).toEqual([true, true]);
    expect([showsName(aWish(), caller), showsPhotos(aWish(), caller)]).toEqual([false, false]);
    expect([showsName(child, caller), showsPhotos(child, caller)]).toEqual([false, false]);
  }
  expect([showsName(child, wisher), showsPhotos(child, wisher)]).toEqual([true, true]);
  expect([showsName(aWish(), liaison), showsPhotos(aWish(), liaison)]).toEqual([false, true]);
});

it('knows a scribe from a wisher', () => {
  expect(isWisher(aWish(), wisher)).toBe(true);
  expect(isWisher(aWish({ selfSubmitted: false }), wisher)).toBe(false);
  expect(mayReveal(aWish({ selfSubmitted: false }), wisher)).toBe(false);
});

it.each(['9岁的女儿', '孩子 16 周岁', '给小学生送书包', '未成年人保护', '１２岁'])(
  'takes %j for a minor’s',
  (content) => {
    expect(concernsMinor(content)).toBe(true);
  },
);

it.each(['89岁老人', '今年 18 岁', '七十五岁', '120岁', '路灯坏了'])('does not take %j for a minor’s', (content) => {
  expect(concernsMinor(content)).toBe(false);
});
