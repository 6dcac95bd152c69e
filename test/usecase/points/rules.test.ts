import type { Input, Output } from '../../../contract/contract';
import { account } from '../../../cloudfunctions/account/use-cases';
import { newId } from '../../../cloudfunctions/kit/new-id';
import { notice } from '../../../cloudfunctions/notice/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as pointsBook from '../../../cloudfunctions/store/points-book';
import * as pointsEntries from '../../../cloudfunctions/store/points-entries';
import * as pointsRules from '../../../cloudfunctions/store/points-rules';
import type { RuleCode } from '../../../domain/points-rules';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, type Cast } from '../../support/town';

const NOW = new Date('2021-07-01T02:00:00Z');

let functions: Functions;
let cast: Cast;

beforeAll(async () => {
  functions = await startFunctions([account, points, notice]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

/** A town that has made no rules of its own and booked nothing. */
beforeEach(async () => {
  const { entries, heads, standings } = pointsEntries;
  for (const written of [pointsRules.ruleDocs, pointsRules.schemeDocs, entries, heads, standings]) {
    const all: { deleteMany: () => Promise<unknown> } = await written();
    await all.deleteMany();
  }
});

type Change = Input<'points.saveRules'>['changes'][number];
type Version = Output<'points.ruleVersions'>['items'][number];

const versions = (code?: RuleCode, token = cast.presidium.token) =>
  functions.call('points.ruleVersions', code === undefined ? {} : { code }, token);

const termsOf = ({ code, version, name, points: worth, grades, scale, caps, evidence }: Version): Change => ({
  ...{ code, version, name, points: worth, caps, evidence },
  ...(grades ? { grades } : {}),
  ...(scale ? { scale } : {}),
});

/** The newest version's terms with something changed. */
async function change(code: RuleCode, set: Partial<Change>): Promise<Change> {
  const [newest] = (await versions(code)).items;
  if (!newest) throw new Error(code);
  return { ...termsOf(newest), ...set };
}

const why = '鼓励多晒实事';
const save = (changes: Change[], from = '2021-07-10', more: Partial<Input<'points.saveRules'>> = {}) =>
  functions.call('points.saveRules', { changes, from, why, ...more }, cast.presidium.token);
const refusal = (changes: Change[], from = '2021-07-10', token = cast.presidium.token) =>
  functions.refusal('points.saveRules', { changes, from, why }, token);

const formulaOn = async (day: string, code: RuleCode) =>
  (await functions.call('points.rules', { day })).items.find((rule) => rule.code === code)?.formula;

const pay = (representativeId: string, rule: RuleCode, at: string, set: Partial<pointsBook.NewEntry> = {}) =>
  inTransaction((tx) => {
    const id = newId();
    const ref = { kind: 'post', id, label: '晒单' } as const;
    const entry = {
      id,
      rule,
      representativeId,
      groupId: representativeId.slice(0, 2),
      at: new Date(at),
      ref,
      reason: '',
    };
    return pointsBook.payOnce({ ...entry, by: 'test', ...set }, tx);
  });

it('holds from its day on; what was booked stays, and every group is told', async () => {
  await pay('g1-member', 'S1', '2021-07-05T02:00:00Z');
  await save([await change('S1', { points: 2, caps: { day: 2, month: 8 } })]);
  await pay('g1-member', 'S1', '2021-07-09T15:59:59Z');
  await pay('g1-member', 'S1', '2021-07-09T16:00:00Z');
  const { items } = await pointsEntries.listByRepresentative('g1-member', undefined, 10);
  expect(items.map(({ deltaTenths, ruleVersion }) => [deltaTenths, ruleVersion])).toEqual([
    [20, 2],
    [10, 1],
    [10, 1],
  ]);
  expect(await formulaOn('2021-07-09', 'S1')).toContain('每条 1 分');
  expect(await formulaOn('2021-07-10', 'S1')).toContain('每条 2 分');
  for (const { token } of [cast.liaison, cast.otherLiaison]) {
    const [told] = (await functions.call('notice.list', {}, token)).items;
    expect(told?.text).toBe(
      '积分规则有调整：晒单（独立、有实事），2021年7月10日起执行，此前的履职仍按原规则。原因：鼓励多晒实事',
    );
  }
});

it('shows every version with who, when, why and its days; one that has not begun gives way to another', async () => {
  await save([await change('S1', { points: 2 })]);
  await save([await change('S1', { points: 3 })], '2021-07-05');
  await save([await change('S1', { points: 4 })], '2021-07-20');
  const { items, earliest, mayEdit } = await versions('S1', cast.member.token);
  expect([earliest, mayEdit]).toEqual(['2021-07-02', false]);
  expect(items.map(({ version, span }) => [version, span.state, span.from, span.until])).toEqual([
    [4, 'coming', '2021-07-20', undefined],
    [3, 'coming', '2021-07-05', '2021-07-19'],
    [2, 'never', '2021-07-10', '2021-07-04'],
    [1, 'now', '1900-01-01', '2021-07-04'],
  ]);
  expect(items[0]).toMatchObject({ why, who: expect.stringContaining('主席团'), madeAt: NOW.toISOString() });
  expect(items[3]).not.toHaveProperty('who');
});

it('ends a rule from a day on, and can bring it back', async () => {
  await save([await change('S1', { ends: true })]);
  expect(await formulaOn('2021-07-09', 'S1')).toBeDefined();
  expect(await formulaOn('2021-07-10', 'S1')).toBeUndefined();
  await pay('g1-member', 'S1', '2021-07-12T02:00:00Z');
  expect((await pointsEntries.listByRepresentative('g1-member', undefined, 10)).items).toEqual([]);
  await save([await change('S1', { until: '2021-08-31' })], '2021-08-01');
  expect((await versions('S1')).items[1]).toMatchObject({ ends: true });
  expect(await formulaOn('2021-08-31', 'S1')).toBeDefined();
  expect(await formulaOn('2021-09-01', 'S1')).toBeUndefined();
});

it('refuses the past, other people, nothing at all and what makes no sense', async () => {
  const s1 = await change('S1', { points: 2 });
  for (const from of ['2021-07-01', '2021-02-30']) expect(await refusal([s1], from)).toBe('INVALID_INPUT');
  for (const { token } of [cast.liaison, cast.admin, cast.member]) {
    expect(await refusal([s1], '2021-07-10', token)).toBe('FORBIDDEN');
  }
  const { scale, ...w4 } = await change('W4', { evidence: '凭证' });
  const wrong: Change[][] = [
    [],
    [await change('S1', {})],
    [s1, { ...s1, points: 3 }],
    [{ ...s1, points: 0 }],
    [{ ...s1, points: 1.25 }],
    [{ ...s1, caps: { day: 9, month: 4 } }],
    [{ ...s1, until: '2021-07-09' }],
    [{ ...s1, grades: [{ name: '镇级', points: 1 }] }],
    [await change('D1', { points: 1 })],
    [
      await change('G3', {
        grades: [
          { name: '镇级', points: 1 },
          { name: '镇级', points: 2 },
        ],
      }),
    ],
    [w4],
    ...(scale ? [[{ ...w4, scale: { ...scale, factor: { ...scale.factor, fair: 2.5 } } }]] : []),
  ];
  for (const changes of wrong) expect([changes, await refusal(changes)]).toEqual([changes, 'INVALID_INPUT']);
  expect((await versions()).items.every(({ version }) => version === 1)).toBe(true);
});

it('lets one of two editors win', async () => {
  const [s1, w2] = [await change('S1', { points: 2 }), await change('W2', { points: 2 })];
  const answers = await Promise.allSettled([save([s1]), save([{ ...s1, points: 3 }, w2]), save([s1])]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await refusal([s1])).toBe('WRONG_STATE');
  expect((await versions('S1')).items).toHaveLength(2);
});

it('takes a preset for the scheme and every rule', async () => {
  const { items } = await functions.call('points.presets', {}, cast.presidium.token);
  const cumulative = items.find(({ preset }) => preset === 'cumulative');
  const all = await versions();
  const changes = all.items.flatMap((rule): Change[] => {
    const caps = cumulative?.rules.find(({ code }) => code === rule.code)?.caps;
    return caps && caps.year !== rule.caps.year ? [{ ...termsOf(rule), caps }] : [];
  });
  const scheme = { version: 1, preset: 'cumulative' as const, partCaps: {} };
  await save(changes, '2021-07-10', { scheme });
  const { scheme: held, items: rules } = await functions.call('points.rules', { day: '2021-07-10' });
  expect(held).toMatchObject({ name: '累计制', partCaps: {}, version: 2 });
  expect(rules.filter(({ caps, part }) => caps.year !== undefined && part !== 'deduction')).toEqual([]);
  expect(rules.find(({ code }) => code === 'W2')?.caps).toEqual({ day: 3 });
  expect(
    await functions.refusal('points.saveRules', { changes: [], scheme, from: '2021-07-11', why }, cast.presidium.token),
  ).toBe('WRONG_STATE');
});

describe('a preview', () => {
  const preview = async (changes: Change[], more: Partial<Input<'points.previewRules'>> = {}) =>
    functions.call('points.previewRules', { changes, ...more }, cast.presidium.token);

  beforeEach(async () => {
    const at = '2021-06-05T02:00:00Z';
    await pay('g1-member', 'S1', at);
    await pay('g1-member', 'S1', at);
    await pay('g1-member', 'W2', at);
    await pay('g2-member', 'S1', at);
    await pay('g2-member', 'S1', '2021-05-31T15:59:59Z');
    const amount = { difficulty: 'hard', rating: 'fair' } as const;
    await pay('g2-leader', 'W4', at, { amount });
  });

  it('tells of the last month who would have more or less, and by which rule', async () => {
    const s1 = await change('S1', { points: 2, caps: { day: 3, month: 4 } });
    expect(await preview([s1])).toEqual({
      ...{ month: '2021-06', people: 3, affected: 2, before: 7.8, after: 10.8 },
      byRule: [
        { code: 'S1', name: '晒单（独立、有实事）', before: 2, after: 5 },
        { code: 'W2', name: '收集心愿（审核通过）', before: 1, after: 1 },
        { code: 'W4', name: '办结心愿', before: 4.8, after: 4.8 },
      ],
      top: [
        { representativeId: 'g1-member', name: '周建平', groupName: '江东代表小组', before: 2, after: 4 },
        { representativeId: 'g2-member', name: '施永康', groupName: '江西代表小组', before: 1, after: 2 },
      ],
    });
    expect(await preview([s1], { month: '2021-05' })).toMatchObject({ people: 1, before: 1, after: 2 });
    expect(await preview([s1], { month: '2020-05' })).toMatchObject({ people: 0, affected: 0, byRule: [], top: [] });
    expect((await versions('S1')).items).toHaveLength(1);
  });

  it('asks a fulfilled wish anew by another scale, and the parts by other caps', async () => {
    const w4 = await change('W4', {});
    if (!w4.scale) throw new Error('no scale');
    const scale = { ...w4.scale, difficulty: { ...w4.scale.difficulty, hard: 10 } };
    expect((await preview([{ ...w4, scale }])).byRule.find(({ code }) => code === 'W4')).toMatchObject({ after: 8 });
    const scheme = { version: 1, preset: 'hundred' as const, partCaps: { meeting: 40, duty: 2, honour: 20 } };
    expect(await preview([], { scheme })).toMatchObject({ affected: 1, before: 7.8, after: 5 });
    expect(await functions.refusal('points.previewRules', { changes: [] }, cast.presidium.token)).toBe('INVALID_INPUT');
    expect(await functions.refusal('points.previewRules', { changes: [w4] }, cast.liaison.token)).toBe('FORBIDDEN');
  });
});
