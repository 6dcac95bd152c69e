import { MOST_CHARACTERS, suggestCaption, type CaptionFacts } from '../../src/features/post/caption';
import { progressText } from '../../src/workbench/representative/publish/progress-text';
import { spotsIn } from '../../src/workbench/representative/publish/spots';
import { boxOf, cellsUnder, gridOf } from '../../src/workbench/representative/blur/mosaic';

const wish = {
  village: '刘胜村',
  category: 'facility',
  status: 'fulfilled',
  publicContent: '村口的路灯不亮，我是某某，家住某处，晚上看不清路。请快一点！',
} as const;

const facts = (more: Partial<CaptionFacts>): CaptionFacts => ({
  wish: null,
  village: null,
  category: null,
  outcomes: [],
  ...more,
});

it.each<[string, Partial<CaptionFacts>]>([
  ['', {}],
  ['', { village: '刘胜村' }],
  ['刘胜村：为居民改善基础设施，“村口的路灯不亮，晚上看不清路”这个心愿办成了。', { wish }],
  [
    '刘胜村：为居民改善基础设施，“村口的路灯不亮，晚上看不清路”这个心愿有了进展，设施改善 3 件，惠及 1,200 人。',
    {
      wish: { ...wish, status: 'claimed' },
      outcomes: [
        { kind: 'facility', items: 3 },
        { kind: 'other', people: 1200 },
      ],
    },
  ],
  // Before the wish itself could be asked.
  ['刘胜村：服务企业发展，一个心愿办成了。', { wish: { village: '刘胜村', category: 'enterprise', status: 'closed' } }],
  [
    '永福村：开展义诊 1 场、送去物资 20 件，折合 500 元，惠及 45 人。',
    {
      village: '永福村',
      outcomes: [
        { kind: 'clinic', sessions: 1, people: 45 },
        { kind: 'goods', items: 20, amountYuan: 500 },
      ],
    },
  ],
  ['永福村：为居民整治环境。', { village: '永福村', category: 'environment' }],
])('says “%s” and no more than the facts do', (sentence, known) => {
  expect(suggestCaption(facts(known))).toBe(sentence);
});

it('leaves figures out before it cuts a sentence', () => {
  const kinds = ['gift', 'goods', 'lecture', 'clinic', 'education', 'mediation', 'environment', 'facility'] as const;
  const outcomes = kinds.map((kind) => ({ kind, sessions: 1000, items: 10_000, amountYuan: 98_765.5, people: 3 }));
  const sentence = suggestCaption(facts({ wish, outcomes }));
  expect(sentence.length).toBeLessThanOrEqual(MOST_CHARACTERS);
  expect(sentence).toMatch(/，惠及 24 人。$/);
});

it('marks what is still in the text, where it stands now', () => {
  const spots = [
    { kind: '手机号', found: '13959171093', at: 3, length: 11 },
    { kind: '门牌号', found: '八组21号', at: 20, length: 5 },
  ] as const;
  expect(spotsIn('😀到八组21号找我', spots)).toEqual([{ ...spots[1], at: 3 }]);
});

it.each([
  [3, 0, '照片 1/3，正在上传 0%'],
  [3, 1.45 / 3, '照片 2/3，正在上传 45%'],
  [3, 1 / 3 + 1 / 3, '照片 3/3，正在上传 0%'],
  [3, 1, '照片都传好了，正在发布'],
])('of %i photos, %f of the way: %s', (photos, progress, text) => {
  expect(progressText(photos, progress)).toBe(text);
});

it('covers every cell that a stroke touches, to the very edge of the photo', () => {
  const grid = gridOf(1600, 1210);
  const cells = cellsUnder(grid, { x: 0, y: 0 }, { x: 1600, y: 0 }, 1);
  expect(cells).toEqual(Array.from({ length: grid.columns }, (_, column) => column));
  const corner = cellsUnder(grid, { x: 1600, y: 1210 }, { x: 1600, y: 1210 }, 5).at(-1) ?? -1;
  const { x, y, width, height } = boxOf(grid, corner);
  expect([x + width, y + height]).toEqual([1600, 1210]);
});
