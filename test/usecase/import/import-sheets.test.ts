import { account } from '../../../cloudfunctions/account/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { post } from '../../../cloudfunctions/post/use-cases';
import { report } from '../../../cloudfunctions/report/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { PUBLIC_COPY } from '../../../domain/sheets/refused-sheet';
import { sheetKinds, sheetLabels } from '../../../domain/sheets/sheet';
import { closedRow, ledgerSheet, openRow } from '../../fixtures/ledger-rows';
import { exportedSheet, fillSheets, importSheet, opened, orderRows, tableOf } from '../../fixtures/sheet-town';
import { bring, sheetOf } from '../../fixtures/sheets';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;

beforeEach(async () => {
  functions = await startFunctions([account, points, post, report, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});

afterEach(() => functions.close());

async function reasonOf(action: 'wish.importLedger' | 'report.importOrders', bytes: Buffer): Promise<string> {
  const mediaId = await bring(functions, cast.presidium, bytes);
  const answer = await functions.send(action, { mediaId, dryRun: true }, cast.presidium.token);
  return answer.ok ? '' : String(answer.error.details?.mediaId);
}

async function wishNumbered(code: string) {
  const { items } = await functions.call('wish.list', { scope: 'town', q: code }, cast.presidium.token);
  const id = items.find((item) => item.code === code)?.id ?? '';
  return (await functions.call('wish.get', { id }, cast.presidium.token)).wish;
}

const imported = (rows: ReturnType<typeof orderRows>) =>
  importSheet(functions, 'report.importOrders', cast.presidium, rows);

async function ordersOf(status?: 'open' | 'closed') {
  const { bytes } = await exportedSheet(functions, cast.presidium, {
    kind: 'orders',
    copy: 'full',
    format: 'xlsx',
    reason: '核对交办',
    ...(status ? { status } : {}),
  });
  return { bytes, rows: tableOf(await opened(bytes)).rows };
}

describe('what cannot be imported', () => {
  it('is the public copy, with its title and without', async () => {
    await fillSheets(functions, cast);
    const { bytes } = await exportedSheet(functions, cast.presidium, {
      kind: 'wishes',
      copy: 'public',
      format: 'xlsx',
    });
    expect(await reasonOf('wish.importLedger', bytes)).toBe(PUBLIC_COPY);
    const masked = ledgerSheet([
      openRow({ 心愿人: '王**', 联系电话: null }),
      openRow({ 心愿人: '某居民', 联系电话: null }),
    ]);
    expect(await reasonOf('wish.importLedger', await sheetOf(masked))).toBe(PUBLIC_COPY);
    const ordered = await exportedSheet(functions, cast.presidium, { kind: 'orders', copy: 'public', format: 'xlsx' });
    expect(await reasonOf('report.importOrders', ordered.bytes)).toBe(PUBLIC_COPY);
  });

  it('is what the system computes, and each sheet at the other’s place', async () => {
    await fillSheets(functions, cast);
    for (const kind of sheetKinds.filter((one) => one !== 'wishes')) {
      const { bytes } = await exportedSheet(functions, cast.presidium, {
        kind,
        copy: 'full',
        format: 'xlsx',
        reason: '试导入',
      });
      const reason = await reasonOf('wish.importLedger', bytes);
      expect(reason).toContain(sheetLabels[kind]);
      expect(reason).toContain(kind === 'orders' ? '导入处' : '只能导出，不能导入');
    }
    const { bytes } = await exportedSheet(functions, cast.presidium, {
      kind: 'wishes',
      copy: 'full',
      format: 'xlsx',
      reason: '试导入',
    });
    expect(await reasonOf('report.importOrders', bytes)).toBe('这是心愿台账，请从心愿台账的导入处导入');
  });
});

describe('the further columns of a ledger', () => {
  it('are refused cell by cell where they cannot be', async () => {
    const bad = {
      ...openRow({ 心愿编号: 'B-1' }),
      难度: '很难',
      暂缓至: '2021-08-01',
      办结类别: 'A',
      是否解决: '已解决',
      首次联系时间: '昨天',
      重办次数: '两次',
    };
    const worse = { ...closedRow({ 心愿编号: 'B-2' }), 共同认领: '没有这人', 办结类别: 'E', 认领方式: '抢的' };
    const titles = [...new Set([...Object.keys(bad), ...Object.keys(worse)])];
    const rows = [
      titles,
      ...[bad, worse].map((row: Record<string, unknown>) => titles.map((title) => row[title] ?? null)),
    ];
    const { accepted, rejected } = await importSheet(functions, 'wish.importLedger', cast.presidium, rows as never);
    expect(accepted).toBe(0);
    expect(rejected.map(({ row, column }) => [row, column])).toEqual([
      [2, '难度'],
      [2, '首次联系时间'],
      [2, '暂缓至'],
      [2, '办结类别'],
      [2, '是否解决'],
      [2, '重办次数'],
      [3, '共同认领'],
      [3, '认领方式'],
      [3, '办结类别'],
    ]);
  });
});

describe('an imported sheet of orders', () => {
  beforeEach(() => fillSheets(functions, cast));

  it('takes a wish to the departments while its order is in hand, with the claimer’s own clock stopped', async () => {
    const shown = await wishNumbered('S-2');
    expect(shown).toMatchObject({ status: 'coordinating', holder: { role: 'department' } });
    expect(shown.dueAt).toBe('2021-06-01T15:59:59.999Z');
    expect(shown.orders).toMatchObject([
      { code: 'CJ-JB-2021-0001', role: 'lead', status: 'accepted', department: '民政办' },
    ]);
    expect(shown.timeline.at(-1)).toMatchObject({ what: '交办', note: '民政办（台账导入）' });
  });

  it('leaves a wish where it is when its order has come to its end', async () => {
    const done = {
      心愿编号: 'S-3',
      交办单号: 'CJ-JB-2021-0002',
      答复日期: '2021-05-19',
      答复类别: 'A',
      答复内容: '已经办好',
    };
    expect(await imported(orderRows({ ...done, 代表意见: '满意', 办理状态: null }))).toEqual({
      accepted: 1,
      rejected: [],
    });
    expect(await wishNumbered('S-3')).toMatchObject({ status: 'closed', orders: [{ status: 'filed' }] });
  });

  it('pays W6 for what was filed with a good answer, once a wish, dated by the sheet and within the caps', async () => {
    const codes = ['F-1', 'F-2', 'F-3', 'F-4', 'F-5', 'F-6'];
    await importSheet(
      functions,
      'wish.importLedger',
      cast.presidium,
      ledgerSheet(codes.map((code) => closedRow({ 心愿编号: code }))),
    );
    const filed = { 答复日期: '2021-05-19', 答复类别: 'B', 答复内容: '已列入计划', 办理状态: '已归档' };
    const rows = orderRows(
      ...codes.map((心愿编号, index) => ({ ...filed, 心愿编号, 交办单号: `G-${index}` })),
      { ...filed, 心愿编号: 'F-1', 交办单号: 'G-7', 答复日期: '2021-05-20', 答复类别: 'A' },
      { ...filed, 心愿编号: 'S-3', 交办单号: 'G-8', 答复类别: 'C' },
    );
    const w6 = async () => {
      const asked = { representativeId: 'g1-member2', limit: 50 };
      const { items } = await functions.call('points.entries', asked, cast.presidium.token);
      return items.filter(({ rule }) => rule === 'W6');
    };
    expect((await imported(rows)).rejected).toEqual([]);
    const paid = await w6();
    // 12 points a year: four wishes, and two that the cap leaves nothing.
    expect(paid.map(({ delta }) => delta).sort()).toEqual([0, 0, 3, 3, 3, 3]);
    expect(paid.map(({ month, at }) => [month, at.slice(0, 10)])).toEqual(
      paid.map(() => ['2021-05', expect.stringMatching(/^2021-05-1[89]$/) as string]),
    );
    expect((await imported(rows)).accepted).toBe(0);
    const again = orderRows(...codes.map((心愿编号, index) => ({ ...filed, 心愿编号, 交办单号: `H-${index}` })));
    expect((await imported(again)).accepted).toBe(codes.length);
    expect(await w6()).toHaveLength(6);
  });

  it('comes back as it was exported', async () => {
    await imported(
      orderRows({
        交办单号: 'CJ-JB-2021-0003',
        心愿编号: 'S-1',
        交办日期: '2021-05-12',
        签收日期: null,
        办理状态: '待签收',
        延期: '延期 5 个工作日',
      }),
    );
    const before = await ordersOf();
    expect(before.rows).toHaveLength(2);
    await functions.close();
    functions = await startFunctions([account, points, post, report, wish]);
    await aTown(functions);
    cast = await aCast(functions);
    const rows = ['S-1', 'S-2'].map((code) =>
      openRow({ 心愿编号: code, '村(社区)': code === 'S-1' ? '刘胜村' : '福镇村' }),
    );
    await importSheet(functions, 'wish.importLedger', cast.presidium, ledgerSheet(rows));
    expect(await importSheet(functions, 'report.importOrders', cast.presidium, before.bytes)).toEqual({
      accepted: 2,
      rejected: [],
    });
    expect((await ordersOf()).rows).toEqual(before.rows);
  });

  it('says of every bad cell what is wrong, and writes nothing', async () => {
    const answer = await imported(
      orderRows(
        { 交办单号: 'CJ-JB-2021-0001', 心愿编号: 'S-1' },
        { 交办单号: 'N-1', 心愿编号: '没有' },
        { 交办单号: 'N-1', 心愿编号: 'S-1', 主办部门: '没有的局' },
        { 交办单号: 'N-2', 心愿编号: 'S-2' },
        { 交办单号: 'N-3', 心愿编号: 'S-3' },
        { 交办单号: 'N-4', 心愿编号: 'S-1', 答复日期: '2021-05-19', 办理状态: '已答复' },
        { 交办单号: 'N-5', 心愿编号: 'S-1', 签收日期: '2021-05-01', 应答复日期: '不知道' },
        { 交办单号: 'N-6', 心愿编号: 'S-1', 主办部门: null },
      ),
    );
    expect(answer.accepted).toBe(0);
    expect(answer.rejected.map(({ row, column, reason }) => `${row} ${column} ${reason}`)).toEqual([
      '2 交办单号 交办单号已在台账中',
      '3 心愿编号 台账中没有这个心愿',
      '4 交办单号 交办单号与第 3 行重复',
      '4 主办部门 没有职能部门“没有的局”',
      '5 主办部门 这个部门已经有这个心愿的交办单，还没有办完',
      '6 心愿编号 这个心愿不在待认领或办理中，不能再有未办完的交办单',
      '7 答复类别 已经答复，答复类别请填 A、B、C 或 D',
      '8 签收日期 签收日期早于交办日期',
      '8 应答复日期 “不知道”不是能识别的日期，应如 2021-05-08',
      '9 主办部门 请填写主办部门或协办部门',
    ]);
    expect((await ordersOf()).rows).toHaveLength(1);
  });

  it('is the presidium’s alone to bring, and is once of two at once', async () => {
    const mediaId = await bring(
      functions,
      cast.presidium,
      await sheetOf(orderRows({ 交办单号: 'N-9', 心愿编号: 'S-1' })),
    );
    const send = () => functions.send('report.importOrders', { mediaId, dryRun: false }, cast.presidium.token);
    const answers = await Promise.all([send(), send()]);
    expect((await ordersOf()).rows.filter((row) => row.交办单号 === 'N-9')).toHaveLength(1);
    expect(answers.some(({ ok }) => ok)).toBe(true);
    for (const person of [cast.liaison, cast.admin, cast.department]) {
      expect(await functions.refusal('report.importOrders', { mediaId, dryRun: true }, person.token)).toBe('FORBIDDEN');
    }
  });
});
