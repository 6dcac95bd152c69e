import { account } from '../../../cloudfunctions/account/use-cases';
import { report } from '../../../cloudfunctions/report/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { claimedRow, closedRow, ledgerSheet, openRow, type LedgerCells } from '../../fixtures/ledger-rows';
import { bring, sheetOf } from '../../fixtures/sheets';
import { startFunctions, type Functions } from '../../support/functions';
import { aRepresentative, aTown, hill, signInAs, type Person } from '../../support/town';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as representatives from '../../../cloudfunctions/store/representatives';

let functions: Functions;
let admin: Person;

beforeAll(async () => {
  functions = await startFunctions([account, report, wish]);
  await aTown(functions);
  // Two more of one name, so that the name alone says nobody.
  const twins = ['g2-twin', 'g1-twin'].map((_id, index) =>
    aRepresentative(functions, { _id, name: '许凤英', groupId: _id.slice(0, 2), order: 20 + index }),
  );
  const third = aRepresentative(functions, { _id: 'g3-x', name: '许凤英', groupId: 'g3', order: 30, active: false });
  await inTransaction((tx) => representatives.replaceAll([...twins, third], tx));
  admin = await signInAs(functions, 'admin');
});

afterAll(() => functions.close());

type Bad = readonly [what: string, row: LedgerCells, column: string, reason: RegExp];

const long = '长'.repeat(301);

const cases: readonly Bad[] = [
  ['a collecting date in words', openRow({ 收集日期: '五月上旬' }), '收集日期', /不是能识别的日期/],
  ['a day that does not exist', openRow({ 收集日期: '2021-02-30' }), '收集日期', /2021-02-30.*不是能识别的日期/],
  ['a date without its year', openRow({ 收集日期: '5月8日' }), '收集日期', /不是能识别的日期/],
  ['no collecting date', openRow({ 收集日期: null }), '收集日期', /请填写收集日期/],
  ['an unreadable claiming date', claimedRow({ 认领日期: '昨天' }), '认领日期', /不是能识别的日期/],
  ['an unreadable promised date', claimedRow({ 办结时限: '2021-13-01' }), '办结时限', /不是能识别的日期/],
  ['an unreadable date of fulfilment', closedRow({ 办结日期: '20210631' }), '办结日期', /不是能识别的日期/],
  ['a phone that is none', openRow({ 联系电话: '1395917109' }), '联系电话', /不是手机号或座机号/],
  ['two phones in one cell', openRow({ 联系电话: '13959171093/13959171094' }), '联系电话', /不是手机号/],
  ['a phone in words', openRow({ 联系电话: '无' }), '联系电话', /不是手机号/],
  ['an unknown category', openRow({ 类别: '修路' }), '类别', /没有“修路”这种类别，可填：关爱扶助、/],
  ['no category', openRow({ 类别: '' }), '类别', /请填写类别/],
  ['an unknown channel', openRow({ 收集方式: '听说' }), '收集方式', /没有“听说”这种收集方式/],
  ['an unknown status', openRow({ 办理情况: '差不多了' }), '办理情况', /没有“差不多了”这种办理情况/],
  ['an unknown kind of outcome', closedRow({ 成效类型: '好事' }), '成效类型', /没有“好事”这种成效/],
  ['an unknown rating', closedRow({ 满意度: '非常好' }), '满意度', /没有“非常好”这种满意度/],
  ['a collector who is not on the roster', openRow({ 收集代表: '钱无名' }), '收集代表', /名册中没有代表“钱无名”/],
  ['a claimer who is not on the roster', claimedRow({ 认领代表: '钱无名' }), '认领代表', /没有代表“钱无名”/],
  ['a village that nobody serves', openRow({ '村(社区)': '天边村' }), '村(社区)', /没有代表小组联系“天边村”/],
  ['no village', openRow({ '村(社区)': null }), '村(社区)', /请填写村\(社区\)/],
  ['no content', openRow({ 心愿内容: '  　' }), '心愿内容', /请填写心愿内容/],
  ['too much content', openRow({ 心愿内容: long }), '心愿内容', /最多 300 个字，现有 301 个字/],
  ['an amount in words', closedRow({ 成效类型: '慰问金', '金额(元)': '三千元' }), '金额(元)', /“三千元”不是金额/],
  ['an amount in ten thousands', closedRow({ 成效类型: '慰问金', '金额(元)': '3万' }), '金额(元)', /不是金额/],
  ['a negative amount', closedRow({ 成效类型: '慰问金', '金额(元)': -5 }), '金额(元)', /不能小于 0/],
  ['an amount with three decimals', closedRow({ 成效类型: '物资', '金额(元)': 1.005 }), '金额(元)', /两位小数/],
  ['half a session', closedRow({ 成效类型: '宣讲', 场次: 1.5 }), '场次', /“1.5”不是整数/],
  ['people in words', closedRow({ 成效类型: '就业', 受益人数: '若干' }), '受益人数', /“若干”不是整数/],
  ['fewer than no people', closedRow({ 成效类型: '就业', 受益人数: '-3' }), '受益人数', /不能小于 0/],
  ['an amount for no kind of outcome', closedRow({ 成效类型: null, '金额(元)': 5 }), '成效类型', /请填写成效类型/],
  ['an amount that two kinds could mean', closedRow({ 成效类型: '慰问金;物资', '金额(元)': 5 }), '金额(元)', /2 种/],
  ['done before collected', closedRow({ 办结日期: '2021-05-07' }), '办结日期', /办结日期早于收集日期/],
  ['claimed before collected', claimedRow({ 认领日期: '2021-05-07' }), '认领日期', /认领日期早于收集日期/],
  ['done before claimed', closedRow({ 办结日期: '2021-05-09' }), '办结日期', /办结日期早于认领日期/],
  ['promised before collected', claimedRow({ 办结时限: '2021-05-01' }), '办结时限', /办结时限早于收集日期/],
  ['claimed by nobody', claimedRow({ 认领代表: null }), '认领代表', /办理中的心愿请填写认领代表/],
  ['done by nobody', closedRow({ 认领代表: null }), '认领代表', /已办结的心愿请填写认领代表/],
  ['claimed on no day', claimedRow({ 认领日期: null }), '认领日期', /请填写认领日期/],
  ['done on no day', closedRow({ 办结日期: null }), '办结日期', /已办结的心愿请填写办结日期/],
  ['a claimer of a wish that waits', openRow({ 认领代表: '沈丽芳' }), '认领代表', /待认领的心愿不应有认领代表/],
  ['a day of fulfilment before it is', claimedRow({ 办结日期: '2021-05-20' }), '办结日期', /不应有办结日期/],
  ['a rating before it is done', claimedRow({ 满意度: '满意' }), '满意度', /不应填写满意度/],
  ['no number', openRow({ 心愿编号: null }), '心愿编号', /请填写心愿编号/],
  ['an error value', openRow({ 备注: { error: '#N/A' } }), '备注', /错误值 #N\/A/],
  [
    'a formula without its result',
    openRow({ 心愿内容: { formula: 'A1', date1904: false } }),
    '心愿内容',
    /公式没有计算结果/,
  ],
];

async function dryRun(rows: readonly LedgerCells[]) {
  const mediaId = await bring(functions, admin, await sheetOf(ledgerSheet(rows)));
  return functions.call('wish.importLedger', { mediaId, dryRun: true }, admin.token);
}

describe('a ledger with a bad cell', () => {
  it.each(cases)('is told of %s', async (_what, row, column, reason) => {
    const { accepted, rejected } = await dryRun([openRow(), row]);
    expect(rejected).toEqual([{ row: 3, column, reason: expect.stringMatching(reason) }]);
    expect(accepted).toBe(1);
  });

  it('is told of a name that two people have, and takes it with the group behind it', async () => {
    const elsewhere = { '村(社区)': '刘胜村', 收集代表: '许凤英' };
    // In her own group's village the name is hers.
    expect((await dryRun([openRow(elsewhere)])).rejected).toEqual([]);
    await inTransaction((tx) =>
      representatives.replaceAll(
        [
          aRepresentative(functions, { _id: 'g1-twin', name: '许凤英', groupId: 'g4', order: 21 }),
          aRepresentative(functions, { _id: 'g2-twin', name: '许凤英', groupId: hill._id, order: 20 }),
        ],
        tx,
      ),
    );
    const { rejected } = await dryRun([openRow(elsewhere), openRow({ 收集代表: '许凤英（江西代表小组）' })]);
    expect(rejected).toEqual([
      { row: 2, column: '收集代表', reason: expect.stringMatching(/有 2 位代表叫“许凤英”.*请写成/) },
    ]);
  });

  it('lists every bad cell of a row, in the order of the columns', async () => {
    const row = closedRow({
      联系电话: '12',
      类别: '修路',
      收集日期: '昨天',
      认领代表: '钱无名',
      '金额(元)': '不少',
      满意度: '好',
    });
    const { accepted, rejected } = await dryRun([row]);
    expect(accepted).toBe(0);
    expect(rejected.map(({ column }) => column)).toEqual([
      '联系电话',
      '类别',
      '收集日期',
      '认领代表',
      '金额(元)',
      '满意度',
    ]);
  });

  it('is told of each bad cell once, however many things are wrong with it', async () => {
    const { rejected } = await dryRun([
      closedRow({ 成效类型: '讲座;唱歌' }),
      closedRow({ 成效类型: null, '金额(元)': 5, 场次: 1 }),
      openRow({ 办结日期: '2021-05-01', 认领日期: '2021-05-01' }),
    ]);
    expect(rejected).toEqual([
      { row: 2, column: '成效类型', reason: expect.stringMatching(/^没有“讲座、唱歌”这种成效/) },
      { row: 3, column: '成效类型', reason: '填了金额(元)，请填写成效类型；填了场次，请填写成效类型' },
      { row: 4, column: '认领日期', reason: '待认领的心愿不应有认领日期；认领日期早于收集日期' },
      { row: 4, column: '办结日期', reason: '待认领的心愿不应有办结日期；办结日期早于收集日期' },
    ]);
  });

  it('is told what is wrong with a cell whose text is endless, by its beginning', async () => {
    const { rejected } = await dryRun([
      openRow({ 联系电话: '一'.repeat(1900) }),
      openRow({ 类别: '二'.repeat(32_000), 收集代表: { error: '#REF!' }, '村(社区)': { error: '#N/A' } }),
    ]);
    expect(rejected).toEqual([
      { row: 2, column: '联系电话', reason: `“${'一'.repeat(30)}…”不是手机号或座机号` },
      { row: 3, column: '村(社区)', reason: '单元格是错误值 #N/A' },
      { row: 3, column: '类别', reason: '文字太长，最多 2000 个字' },
      { row: 3, column: '收集代表', reason: '单元格是错误值 #REF!' },
    ]);
  });

  it('is told of a number that differs only in small letters', async () => {
    const { rejected } = await dryRun([openRow({ 心愿编号: 'B-1' }), openRow({ 心愿编号: 'b-1' })]);
    expect(rejected).toEqual([{ row: 3, column: '心愿编号', reason: '心愿编号“b-1”与第 2 行重复' }]);
  });

  it('is told of a number that is in the file twice', async () => {
    const { accepted, rejected } = await dryRun([openRow({ 心愿编号: 'A-1' }), openRow({ 心愿编号: ' Ａ-1' })]);
    expect(accepted).toBe(1);
    expect(rejected).toEqual([{ row: 3, column: '心愿编号', reason: '心愿编号“A-1”与第 2 行重复' }]);
  });
});
