import fc from 'fast-check';
import type { Caller, Role } from '../../domain/caller';
import { wishStatuses, type Wish } from '../../domain/wish';
import {
  concernsMinor,
  isWisher,
  maskedWisher,
  mayReveal,
  maySee,
  publicText,
  showsName,
  showsPhotos,
  withoutSchool,
} from '../../domain/wish-privacy';

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

interface Written extends Wish {
  content: string;
  consent: { showName: boolean; showPhoto: boolean };
}

const aWish = (set: Partial<Written> = {}): Written => ({
  id: 'w1',
  status: 'claimed',
  statusSince: new Date(0),
  rev: 1,
  category: 'facility',
  holder: { role: 'representative', since: new Date(0) },
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

it.each([
  '9岁的女儿',
  '孩子 16 周岁',
  '给小学生送书包',
  '未成年人保护',
  '１２岁',
  '今年十二岁',
  '儿子九周岁',
  '读三年级',
  '在石庄中学上学',
  '读刘胜小学',
  '家里有小孩没人带',
])('takes %j for a minor’s', (content) => {
  expect(concernsMinor(content)).toBe(true);
});

it.each(['89岁老人', '今年 18 岁', '七十五岁', '二十岁', '一百零三岁', '120岁', '路灯坏了', '石庄中学门口的路不平'])(
  'does not take %j for a minor’s',
  (content) => {
    expect(concernsMinor(content)).toBe(false);
  },
);

describe('what is read of a minor', () => {
  it.each([
    ['给刘胜小学的孩子送书', '给某学校的孩子送书'],
    ['孩子在如皋市长江镇平田中心小学读书', '孩子在某学校读书'],
    ['江苏省南通市如皋市长江镇平田中心小学', '某学校'],
    ['在“育英”幼儿园', '在某学校'],
    ['在ABC国际学校', '在某学校'],
    ['在刘胜 小 学', '在某学校'],
    ['在石庄初中', '在某学校'],
    ['在如师附小', '在某学校'],
    ['在第３中学', '在某学校'],
    ['在一中', '在某学校'],
    ['在三（2）班', '在某班'],
    ['在３０１班', '在某班'],
    ['在高二(3)班', '在某班'],
    ['刘胜小学生', '某学校生'],
  ])('names no school and no class: %s', (text, shown) => {
    expect(withoutSchool(text)).toBe(shown);
  });

  it.each(['我家门口的路灯', '给小学生送书包', '走了一小时的路', '其中有三户', '村里上班的人', '在村中间'])(
    'leaves alone what says nothing of a school: %s',
    (text) => {
      expect(withoutSchool(text)).toBe(text);
    },
  );

  it('lets no name of a school through, whatever stands around it', () => {
    const around = fc.string({ unit: fc.constantFrom(...'在给的了我家门口读，。 三2（）班ab'), maxLength: 12 });
    const names = fc.constantFrom('刘胜', '石庄', '平田', '育英');
    const kinds = fc.constantFrom('小学', '中学', '初中', '实验小学', '中心幼儿园', '九年制学校', '职高');
    fc.assert(
      fc.property(around, names, kinds, around, (before, name, kind, after) => {
        const shown = withoutSchool(`${before}${name}${kind}${after}`);
        expect(shown).not.toContain(name);
        expect(withoutSchool(shown)).toBe(shown);
      }),
      { numRuns: 2000 },
    );
  });

  it('shows neither family name nor given name', () => {
    expect(maskedWisher('王小红', { content: '想要一张书桌', minor: true })).toBe('未成年人');
    expect(maskedWisher('王小红', { content: '路灯坏了' })).toBe('王**');
    const minor = { name: '王小红', minor: true, showsName: true };
    expect(publicText('王小红（小红）想要书桌，电话 13959171093', minor)).toBe(
      '某某（某某）想要书桌，电话 139****1093',
    );
  });
});

it('hides a wisher’s own name in a text unless it is shown, and leaves a single character alone', () => {
  const text = '王 小红家的灯坏了';
  expect(publicText(text, { name: '王小红', minor: false, showsName: false })).toBe('某某家的灯坏了');
  expect(publicText(text, { name: '王小红', minor: false, showsName: true })).toBe(text);
  expect(publicText('灯坏了', { name: '灯', minor: false, showsName: false })).toBe('灯坏了');
});

it('hides the wisher’s door in a text, with or without the village, even where the name is shown', () => {
  const home = { address: '长江镇刘胜村 八组21号', village: '刘胜村' };
  const shown = { name: '王小红', minor: false, showsName: true, home };
  expect(publicText('王小红家住刘胜村八组 21号，漏雨', shown)).toBe('王小红家住刘胜村某处，漏雨');
  expect(publicText('到八组21号看过', shown)).toBe('到某处看过');
  const team = { address: '刘胜村八组', village: '刘胜村' };
  expect(publicText('刘胜村八组的路灯坏了', { ...shown, home: team })).toBe('刘胜村八组的路灯坏了');
});
