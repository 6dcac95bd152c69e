import fc from 'fast-check';
import {
  MOST_SHORTLISTED,
  MOST_SUGGESTED,
  neededWords,
  shortlist,
  skillOf,
  suggested,
  type Loaded,
  type Need,
} from '../../domain/suggest';
import { categories } from '../../domain/wish';

const LIMIT = 5;
const aNeed = (set: Partial<Need> = {}): Need => ({
  category: 'health',
  content: '老人行动不便，想请人上门量血压',
  village: '刘胜村',
  groupId: 'g1',
  excluded: [],
  ...set,
});
const one = (id: string, set: Partial<Loaded> = {}): Loaded => ({
  id,
  name: id,
  groupId: 'g2',
  strengths: [],
  occupation: '村民',
  villages: [],
  inHand: 0,
  ...set,
});
const ranked = (people: readonly Loaded[], need = aNeed()): string[] =>
  suggested(people, need, LIMIT).map(({ id }) => id);

const doctor = { strengths: ['医疗健康', '义诊'], occupation: '卫生室医生' };

it('ranks skill before the village, the village before the group, the group before the load', () => {
  const people = [
    one('idle'),
    one('busyInGroup', { groupId: 'g1', inHand: 3 }),
    one('near', { villages: ['刘胜村'], inHand: 4 }),
    one('doctor', { ...doctor, inHand: 4 }),
    one('idleInGroup', { groupId: 'g1' }),
  ];
  expect(ranked(people)).toEqual(['doctor', 'near', 'idleInGroup', 'busyInGroup', 'idle']);
});

it('puts what the content speaks of above what its category says', () => {
  const need = aNeed({ category: 'care', content: '想申请补助，不知道政策咨询找谁' });
  const people = [one('carer', { strengths: ['养老'] }), one('adviser', { strengths: ['政策咨询'] })];
  expect(ranked(people, need)).toEqual(['adviser', 'carer']);
});

it.each([
  ['care', '补助申请'],
  ['education', '心理疏导'],
  ['employment', '就业岗位'],
  ['health', '义诊'],
  ['mediation', '法律援助'],
  ['environment', '秸秆清运'],
  ['enterprise', '企业管理'],
  ['facility', '水电维修'],
  ['paperwork', '证件代办'],
] as const)('knows that %s asks for %s', (category, strength) => {
  const need = aNeed({ category, content: '请帮帮忙' });
  expect(skillOf(one('r', { strengths: [strength] }), need)).toBeGreaterThan(0);
  expect(skillOf(one('r', { strengths: ['文艺演出'] }), need)).toBe(0);
});

it('takes no 书记 for a teacher', () => {
  const need = aNeed({ category: 'education', content: '孩子想要几本课外书' });
  expect(skillOf(one('r', { occupation: '村党总支书记' }), need)).toBe(0);
});

it('gives the reason as a clerk would write it', () => {
  const reasons = suggested(
    [
      one('a', { ...doctor, villages: ['刘胜村'], inHand: 1 }),
      one('b', { groupId: 'g1', inHand: 2 }),
      one('c', { inHand: 5 }),
    ],
    aNeed(),
    LIMIT,
  ).map(({ reason }) => reason);
  expect(reasons).toEqual([
    '擅长医疗健康、义诊；职业为卫生室医生；联系刘胜村；手上 1 件',
    '本小组代表；手上 2 件',
    '手上 5 件，已满',
  ]);
});

const strengths = ['医疗健康', '义诊', '水电维修', '文艺演出', '政策咨询'];
const aPerson = (id: fc.Arbitrary<string>): fc.Arbitrary<Loaded> =>
  fc.record({
    id,
    name: fc.constant('某代表'),
    groupId: fc.constantFrom('g1', 'g2'),
    strengths: fc.subarray(strengths),
    occupation: fc.constantFrom('村民', '卫生室医生', '电工'),
    villages: fc.subarray(['刘胜村', '永兴村']),
    inHand: fc.nat(7),
  });
const people = fc.uniqueArray(aPerson(fc.nat(200).map(String)), { selector: ({ id }) => id, maxLength: 60 });
const someNeed = fc.record({
  category: fc.constantFrom(...categories),
  content: fc.constantFrom('路灯坏了要维修', '想请人义诊', '说不清楚的事'),
  village: fc.constant('刘胜村'),
  groupId: fc.constantFrom('g1', 'g2'),
  excluded: fc.array(fc.nat(200).map(String), { maxLength: 30 }),
});

it('names never more than five, nobody twice, and never one who is left out', () => {
  fc.assert(
    fc.property(people, someNeed, (all, need) => {
      const short = shortlist(all, need);
      expect(short.length).toBeLessThanOrEqual(MOST_SHORTLISTED);
      for (const ids of [short.map(({ id }) => id), ranked(all, need)]) {
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => need.excluded.includes(id))).toEqual([]);
      }
      expect(ranked(all, need).length).toBeLessThanOrEqual(MOST_SUGGESTED);
    }),
  );
});

it('never ranks somebody with a fitting strength below an equal one without', () => {
  fc.assert(
    fc.property(aPerson(fc.constant('without')), someNeed, fc.boolean(), (person, need, isFirst) => {
      const words = neededWords(need);
      const plain = {
        ...person,
        strengths: person.strengths.filter((own) => !words.some((word) => own.includes(word))),
      };
      const [word = ''] = words;
      fc.pre(word !== '');
      const better = { ...plain, id: 'with', strengths: [...plain.strengths, word] };
      const pair = isFirst ? [better, plain] : [plain, better];
      const among = { ...need, excluded: [] };
      expect(ranked(pair, among)).toEqual(['with', 'without']);
      expect(shortlist(pair, among).map(({ id }) => id)).toEqual(['with', 'without']);
    }),
  );
});

it('ranks a full hand behind every free one', () => {
  fc.assert(
    fc.property(people, someNeed, (all, need) => {
      const full = suggested(all, need, LIMIT).map(({ inHand }) => inHand >= LIMIT);
      expect(full).toEqual([...full].sort((a, b) => Number(a) - Number(b)));
    }),
  );
});
