import { briefingText, type BriefingFacts } from '../../domain/briefing';
import { noFigures, type Figures } from '../../domain/rollup';
import type { WishStatus } from '../../domain/wish';

const facts = (set: Partial<Figures>, span: Partial<BriefingFacts> = {}): BriefingFacts => ({
  town: '长江镇',
  campaign: '为民服务我先行',
  from: null,
  to: null,
  figures: { ...noFigures(), ...set },
  ...span,
});
const statuses = (set: Partial<Record<WishStatus, number>>) => ({ ...noFigures().status, ...set });

it('says a half-year in the town’s own kind of sentence', () => {
  const text = briefingText(
    facts(
      {
        registered: 160,
        status: statuses({ closed: 70, fulfilled: 6, open: 40, claimed: 44 }),
        amountFen: 3_126_000,
        lectureSessions: 3,
        lecturePeople: 512,
        clinicSessions: 4,
        clinicPeople: 318,
        employed: 353,
        asked: 70,
        resolved: 64,
        satisfaction: { satisfied: 60, fair: 10, unsatisfied: 0 },
      },
      { from: new Date('2021-01-01T00:00:00Z'), to: new Date('2021-06-30T00:00:00Z') },
    ),
  );
  expect(text).toBe(
    '2021年1月1日至2021年6月30日，长江镇人大围绕“为民服务我先行”主题实践活动，组织各代表小组登门入户、走访群众、接待选民，' +
      '收集梳理出160条群众急盼的“微心愿”，人大代表主动认领、逐项办理，已完成办理76项（办结率47.5%，实际解决率40.0%）。' +
      '其中，送去慰问金和物资折合31,260元；开展宣讲3场，惠及512人；组织义诊惠及318人；帮助353人就业。' +
      '尚有待认领40件、办理中44件。已评价70件，其中满意60件、基本满意10件、不满意0件。',
  );
});

it('never shows 办结率 without 实际解决率, or that nobody was asked', () => {
  const done = { registered: 2, status: statuses({ closed: 1, open: 1 }) };
  expect(briefingText(facts(done))).toContain('办结率50.0%，是否解决尚未逐件回访');
  expect(briefingText(facts({ ...done, asked: 1, resolved: 0 }))).toContain('办结率50.0%，实际解决率0.0%');
});

it('does not boast of what is nothing', () => {
  const text = briefingText(facts({}));
  expect(text).toContain('收集梳理出0条');
  expect(text).toContain('办结率0%');
  for (const word of ['其中', '元', '宣讲', '义诊', '就业', '尚有', '已评价']) expect(text).not.toContain(word);
});

it('writes money in yuan, with fen only where there are any', () => {
  expect(briefingText(facts({ amountFen: 100 }))).toContain('折合1元');
  expect(briefingText(facts({ amountFen: 12_050 }))).toContain('折合120.50元');
});

it('says of what span it speaks', () => {
  const from = new Date('2021-01-01T00:00:00Z');
  expect(briefingText(facts({}, { from }))).toMatch(/^2021年1月1日以来，长江镇/);
  expect(briefingText(facts({}, { to: from }))).toMatch(/^截至2021年1月1日，长江镇/);
  expect(briefingText(facts({}))).toMatch(/^长江镇/);
});
