import fc from 'fast-check';
import {
  charactersIn,
  figuresOf,
  filledIn,
  LEAST_CHARACTERS,
  quotedIn,
  segmentsOf,
  unknownIn,
  type CountedDeeds,
} from '../../domain/article';
import { draftOf, type DraftFacts } from '../../domain/article-draft';
import { categories } from '../../domain/wish';

const ref = (kind: 'wish' | 'post', id: string) => ({ kind, id, label: id });
const deeds: CountedDeeds = {
  fulfilled: [
    { ref: ref('wish', 'w1'), outcomes: [{ kind: 'gift', amountFen: 10_010, people: 2 }] },
    { ref: ref('wish', 'w2'), outcomes: [{ kind: 'lecture', sessions: 1 }] },
  ],
  collected: [{ ref: ref('wish', 'w3') }],
  posts: [
    { ref: ref('post', 'p1'), thanks: 3, isAlone: true, outcomes: [{ kind: 'goods', amountFen: 20_020, people: 5 }] },
    // About a wish: its deed counts there.
    { ref: ref('post', 'p2'), thanks: 0, isAlone: false, outcomes: [{ kind: 'gift', amountFen: 10_010, people: 2 }] },
  ],
};

it('counts each figure from the rows behind it', () => {
  const said = figuresOf(deeds).map(({ name, value, unit, refs, count }) => [
    name,
    value,
    unit,
    refs.map(({ id }) => id),
    count,
  ]);
  expect(said).toEqual([
    ['办结件数', 2, '件', ['w1', 'w2'], 2],
    ['收集件数', 1, '件', ['w3'], 1],
    ['晒单条数', 2, '条', ['p1', 'p2'], 2],
    ['感谢数', 3, '次', ['p1'], 1],
    ['受益人数', 7, '人', ['w1', 'p1'], 2],
    ['帮扶金额', 300.3, '元', ['w1', 'p1'], 2],
  ]);
});

it('keeps the first hundred rows of a figure, and how many there are', () => {
  const collected = Array.from({ length: 120 }, (_, index) => ({ ref: ref('wish', `w${index}`) }));
  const figure = figuresOf({ fulfilled: [], posts: [], collected }).find(({ name }) => name === '收集件数');
  expect([figure?.value, figure?.count, figure?.refs.length]).toEqual([120, 120, 100]);
});

it('fills numbers in, and finds the names that are no figure', () => {
  const text = '办结【办结件数】件，【 感谢数 】次感谢，【好事数】';
  expect(quotedIn(text, '【办结件数】')).toEqual(['办结件数', '感谢数', '好事数']);
  expect(unknownIn(text)).toEqual(['好事数']);
  expect(filledIn(text, figuresOf(deeds))).toBe('办结2件，3次感谢，【好事数】');
  expect(filledIn('没有【括号', [])).toBe('没有【括号');
});

it('cuts a text without losing any of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('【', '】', '数', '。', 'a') }), (text) => {
      const whole = segmentsOf(text).map((part) => ('text' in part ? part.text : `【${part.figure}】`));
      expect(whole.join('')).toBe(text);
    }),
  );
});

const deed = fc.record(
  {
    at: fc.date({ min: new Date('2026-11-01T00:00:00Z'), max: new Date('2026-11-29T00:00:00Z'), noInvalidDate: true }),
    village: fc.constantFrom('刘胜村', '永兴村'),
    category: fc.constantFrom(...categories),
    asked: fc.constantFrom('村口的路灯坏了，晚上出门看不清路。', '想要一辆轮椅'),
    said: fc.constantFrom('已经换上新灯。', '送去了'),
  },
  { requiredKeys: ['at'] },
);
const facts = fc.record({
  month: fc.constant('2026-11'),
  town: fc.constant('长江镇'),
  campaign: fc.constant('为民服务我先行'),
  group: fc.constant('江东代表小组'),
  name: fc.constant('周建平'),
  level: fc.constantFrom('city', 'town'),
  position: fc.constantFrom('leader', 'liaison', 'member'),
  figures: fc.constantFrom(figuresOf(deeds), figuresOf({ fulfilled: [], collected: [], posts: [] })),
  fulfilled: fc.array(deed, { maxLength: 8 }),
  shown: fc.array(deed, { maxLength: 8 }),
}) satisfies fc.Arbitrary<DraftFacts>;

it('drafts what is long enough, short enough, and quotes none but known figures', () => {
  fc.assert(
    fc.property(facts, (one) => {
      const { title, text } = draftOf(one);
      expect(charactersIn(text)).toBeGreaterThanOrEqual(LEAST_CHARACTERS);
      expect([...text].length).toBeLessThan(2500);
      expect([...title].length).toBeLessThanOrEqual(40);
      expect(unknownIn(title, text)).toEqual([]);
      expect(text).not.toMatch(/undefined|null|。。|，。/);
    }),
  );
});

it('reads like an official text', () => {
  const at = new Date('2026-11-12T02:00:00Z');
  const { text } = draftOf({
    month: '2026-11',
    town: '长江镇',
    campaign: '为民服务我先行',
    group: '江东代表小组',
    name: '周建平',
    level: 'town',
    position: 'member',
    figures: figuresOf(deeds),
    fulfilled: [{ at, village: '刘胜村', category: 'facility', asked: '村口的路灯坏了。', said: '已经换上新灯' }],
    shown: [
      { at, village: '永兴村' },
      { at, village: '永平村', said: `渠通了。老支书说：“总算通了！”大家约好${'每个月都来清一次'.repeat(9)}` },
    ],
  });
  expect(text).toMatch(/^周建平是长江镇人大代表、江东代表小组成员。2026年11月，/);
  expect(text).toContain('办结群众心愿【办结件数】件，收集群众心愿【收集件数】件');
  expect(text).toContain('11月12日，办结刘胜村群众“村口的路灯坏了”的心愿，办理结果：已经换上新灯。');
  expect(text).toContain('11月12日，在永兴村办了一件实事。');
  expect(text).toContain('渠通了。老支书说：“总算通了！”\n');
});
