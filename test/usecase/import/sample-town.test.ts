import { account } from '../../../cloudfunctions/account/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { report } from '../../../cloudfunctions/report/use-cases';
import { representative } from '../../../cloudfunctions/representative/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import * as accounts from '../../../cloudfunctions/store/accounts';
import { fillSampleTown } from '../../../local/town/fill-town';
import { bring, sampleSheet } from '../../fixtures/sheets';
import { startFunctions, type Functions } from '../../support/functions';
import { signInAs } from '../../support/town';

let functions: Functions;

beforeAll(async () => {
  functions = await startFunctions([account, points, report, representative, wish]);
  await fillSampleTown({ host: functions.host, log: () => undefined });
});

afterAll(() => functions.close());

describe('the sample town', () => {
  it('reports the totals of the town’s half-year', async () => {
    const overview = await functions.call('report.overview', {});
    expect(overview.wishes).toMatchObject({
      registered: 160,
      open: 32,
      claimed: 52,
      fulfilled: 76,
      closed: 76,
      asked: 0,
    });
    expect(overview.outcomes).toEqual({
      amountYuan: 31260,
      lectures: { sessions: 3, people: 512 },
      clinics: { sessions: 6, people: 318 },
      employed: 353,
    });
    expect(overview.satisfaction).toEqual({ satisfied: 59, fair: 17, unsatisfied: 0 });
  });

  it('writes the briefing in the town’s own kind of sentence', async () => {
    const { text } = await functions.call('report.briefing', { from: '2021-05-01', to: '2021-06-30' });
    expect(text).toContain('2021年5月1日至2021年6月30日，长江镇人大');
    expect(text).toContain('收集梳理出160条群众急盼的“微心愿”');
    expect(text).toContain('已完成办理76项');
    expect(text).toContain('折合31,260元');
    expect(text).toContain('宣讲3场，惠及512人');
    expect(text).toContain('义诊惠及318人');
    expect(text).toContain('帮助353人就业');
  });

  it('counts only the days of the span, the last one included', async () => {
    const registered = async (from: string, to: string): Promise<number> =>
      (await functions.call('report.overview', { from, to })).wishes.registered;
    const may = await registered('2021-05-01', '2021-05-31');
    const june = await registered('2021-06-01', '2021-06-30');
    expect(may).toBeGreaterThan(0);
    expect(june).toBeGreaterThan(0);
    expect(may + june).toBe(160);
    // The same month, its end given as the instant at which June begins in Shanghai.
    expect(await registered('2021-04-30T16:00:00Z', '2021-05-31T16:00:00Z')).toBe(may);
    expect(await functions.refusal('report.overview', { from: '2021-06-01', to: '2021-05-01' })).toBe('INVALID_INPUT');
    expect(await functions.refusal('report.overview', { from: '去年' })).toBe('INVALID_INPUT');
  });

  it('counts as overdue what a representative still holds after the promised day', async () => {
    const overdue = async (now: string): Promise<number> => {
      functions.clock.now = new Date(now);
      return (await functions.call('report.overview', {})).wishes.overdue;
    };
    expect(await overdue('2021-07-01T02:00:00Z')).toBe(0);
    expect(await overdue('2022-01-01T02:00:00Z')).toBe(52);
    functions.clock.now = new Date('2021-07-01T02:00:00Z');
  });

  it('puts its representatives on the board by the points of their deeds', async () => {
    const { items } = await functions.call('points.board', { period: '2021', by: 'group' });
    expect(items).toHaveLength(8);
    const total = items.reduce((sum, item) => sum + item.points, 0);
    // 160 collected at 1 each and 59 × 4 + 17 × 3.2 for fulfilments; nobody comes near a cap.
    expect(total).toBeCloseTo(160 + 59 * 4 + 17 * 3.2, 6);
  });

  it('shows a wish of the ledger with its history and without its wisher’s name', async () => {
    const { items } = await functions.call('wish.list', { scope: 'public', q: '电饭锅' });
    const card = items.find((item) => item.code === '2021-0001');
    const { wish: shown } = await functions.call('wish.get', { id: card?.id ?? '' });
    expect(shown).toMatchObject({ status: 'closed', wisher: '某居民', village: '刘胜村', collectedBy: '吕国华' });
    expect(shown.claimer?.name).toBe('潘月娥');
    expect(shown.outcomes).toEqual([{ kind: 'gift', amountYuan: 3621, people: 1 }]);
    expect(shown.timeline.map(({ what, at }) => [what, at])).toEqual([
      ['登记', '2021-05-18T16:00:00.000Z'],
      ['认领', '2021-05-20T16:00:00.000Z'],
      ['办结', '2021-06-06T16:00:00.000Z'],
    ]);
  });

  it('is filled once: a second start changes nothing', async () => {
    const before = await functions.call('report.overview', {});
    expect(await fillSampleTown({ host: functions.host, log: () => undefined })).toBe(false);
    expect(await functions.call('report.overview', {})).toEqual(before);
  });

  it('is filled to the end when a start was cut off', async () => {
    const before = await functions.call('report.overview', {});
    const filler = await accounts.findByIdentity('sample:town');
    await accounts.change(filler?._id ?? '', { granted: ['admin'] });
    expect(await fillSampleTown({ host: functions.host, log: () => undefined })).toBe(true);
    expect(await functions.call('report.overview', {})).toEqual(before);
    expect((await accounts.findByIdentity('sample:town'))?.granted).toEqual([]);
    expect((await functions.call('representative.groups', {})).items).toHaveLength(8);
  });

  it('takes no ledger twice', async () => {
    const admin = await signInAs(functions, 'admin');
    const mediaId = await bring(functions, admin, await sampleSheet('ledger-160'));
    const again = await functions.call(
      'wish.importLedger',
      { mediaId, dryRun: false, acceptPartial: true },
      admin.token,
    );
    expect(again.accepted).toBe(0);
    expect(again.rejected).toHaveLength(160);
    expect(again.rejected[0]).toEqual({ row: 2, column: '心愿编号', reason: '心愿编号已在台账中' });
    expect((await functions.call('report.overview', {})).wishes.registered).toBe(160);
  });
});
