import fc from 'fast-check';
import { SIMILAR_FROM, likest, similarity } from '../../domain/similar';

const wishes = [
  '村口路灯坏了',
  '我们村口的路灯不亮，坏了好久',
  '想学用智能手机',
  '希望能给老人送一辆轮椅',
  '河边的栏杆断了一截，孩子玩水危险',
  '小店门口的路坑坑洼洼，下雨积水',
];
const aText = fc.oneof(
  fc.constantFrom(...wishes),
  fc.string({ unit: fc.constantFrom(...'村口路灯坏了不亮老人河边的我们想abc123，。 '), maxLength: 40 }),
);

it('lies between 0 and 1 and is the same both ways round', () => {
  fc.assert(
    fc.property(aText, aText, (a, b) => {
      const score = similarity(a, b);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(similarity(b, a)).toBe(score);
    }),
  );
});

it('is 1 for the same words, however they are punctuated', () => {
  fc.assert(
    fc.property(
      aText.filter((text) => /[村口路灯]{2}/.test(text)),
      (text) => {
        expect(similarity(text, text)).toBeCloseTo(1);
        expect(similarity(text, ` ${text}！`)).toBeCloseTo(1);
      },
    ),
  );
});

it('knows the same wish in other words, and another wish for another', () => {
  expect(similarity('村口路灯坏了', '我们村口的路灯不亮，坏了好久')).toBeGreaterThanOrEqual(SIMILAR_FROM);
  const [lamp = '', , ...others] = wishes;
  for (const other of others) expect(similarity(lamp, other)).toBeLessThan(SIMILAR_FROM);
});

it.each([
  ['希望能帮我修一下屋顶', '希望能帮我买一台收音机'],
  ['刘胜村三组的路灯坏了', '刘胜村三组的老人想学手机'],
  ['', '村口路灯坏了'],
  ['。。。', '。。。'],
])('makes nothing of what every wish says: %j and %j', (a, b) => {
  expect(similarity(a, b, ['刘胜村'])).toBeLessThan(SIMILAR_FROM);
});

it('finds a short text within a long one', () => {
  const long = '村口的路灯坏了，老人和小孩晚上出门看不清，前几天还有人摔了一跤，请尽快派人修理';
  expect(similarity('村口路灯坏了', long)).toBeGreaterThanOrEqual(SIMILAR_FROM);
});

it('puts the likest first and keeps as many as asked', () => {
  const options = { textOf: (text: string) => text, common: [], most: 2 };
  expect(likest('村口路灯坏了', ['路灯', '想学用智能手机', '村口路灯坏了', '村口的路灯坏了好久'], options)).toEqual([
    '村口路灯坏了',
    '村口的路灯坏了好久',
  ]);
});
