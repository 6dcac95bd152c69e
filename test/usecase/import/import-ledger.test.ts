import { Workbook } from 'exceljs';
import { account } from '../../../cloudfunctions/account/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { report } from '../../../cloudfunctions/report/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { ledgerTitles, type LedgerTitle } from '../../../domain/ledger';
import { claimedRow, closedRow, ledgerSheet, openRow } from '../../fixtures/ledger-rows';
import { bring, sheetOf, type Rows } from '../../fixtures/sheets';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWish, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;

beforeEach(async () => {
  functions = await startFunctions([account, points, report, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});

afterEach(() => functions.close());

async function importRows(rows: Rows, options: { dryRun?: boolean; acceptPartial?: boolean } = {}) {
  const mediaId = await bring(functions, cast.admin, await sheetOf(rows));
  const { dryRun = false, ...rest } = options;
  return functions.call('wish.importLedger', { mediaId, dryRun, ...rest }, cast.admin.token);
}

const registered = async (): Promise<number> => (await functions.call('report.overview', {})).wishes.registered;

async function theOnlyWish() {
  const { items } = await functions.call('wish.list', { scope: 'town' }, cast.admin.token);
  expect(items).toHaveLength(1);
  return (await functions.call('wish.get', { id: items[0]?.id ?? '' }, cast.admin.token)).wish;
}

describe('importing a ledger', () => {
  it('leaves a wish of 部门协办 with the presidium until a department has an order', async () => {
    await importRows(ledgerSheet([openRow({ 办理情况: '部门协办' })]));
    expect(await theOnlyWish()).toMatchObject({ status: 'coordinating', holder: { role: 'presidium' }, orders: [] });
    const { items } = await functions.call('wish.queue', {}, cast.presidium.token);
    expect(items).toMatchObject([{ kind: 'settle' }]);
  });

  it('writes nothing on a dry run', async () => {
    expect(await importRows(ledgerSheet([openRow(), closedRow()]), { dryRun: true })).toEqual({
      accepted: 2,
      rejected: [],
    });
    expect(await registered()).toBe(0);
  });

  it('writes all rows or none', async () => {
    const rows = ledgerSheet([openRow(), openRow({ 类别: '修路' }), closedRow()]);
    const refused = await importRows(rows);
    expect(refused.accepted).toBe(0);
    expect(refused.rejected).toHaveLength(1);
    expect(await registered()).toBe(0);
    const partly = await importRows(rows, { acceptPartial: true });
    expect(partly).toMatchObject({ accepted: 2, rejected: [{ row: 3, column: '类别' }] });
    expect(await registered()).toBe(2);
  });

  it('is for the presidium and the admin, with their own upload', async () => {
    const mediaId = await bring(functions, cast.admin, await sheetOf(ledgerSheet([openRow()])));
    for (const person of [cast.resident, cast.member, cast.liaison, cast.department]) {
      expect(await functions.refusal('wish.importLedger', { mediaId, dryRun: false }, person.token)).toBe('FORBIDDEN');
    }
    expect(await functions.refusal('wish.importLedger', { mediaId, dryRun: false })).toBe('UNAUTHENTICATED');
    const other = { mediaId, dryRun: false };
    expect(await functions.refusal('wish.importLedger', other, cast.presidium.token)).toBe('INVALID_INPUT');
  });

  it('finds the header below titles, in any order, and passes over totals, blank and repeated rows', async () => {
    const titles = [...ledgerTitles].reverse();
    const [header = [], first = []] = ledgerSheet([closedRow()], titles);
    const [, second = []] = ledgerSheet([openRow()], titles);
    const total = titles.map((title) => ({ 备注: '合 计', '金额(元)': 3000 })[title as string] ?? null);
    const numbered = titles.map((title) => (title === '序号' ? 3 : null));
    const extra = (row: Rows[number], cell: string): Rows[number] => [...row, cell];
    const rows = [
      ['长江镇“微心愿”心愿台账'],
      ['2021 年上半年'],
      extra(header, '经办人'),
      extra(first, '某某'),
      [],
      header,
    ];
    expect(await importRows([...rows, second, numbered, total, ['制表人：张三']])).toEqual({
      accepted: 2,
      rejected: [],
    });
  });

  it('names the columns that a file lacks', async () => {
    const titles = ledgerTitles.filter((title) => title !== '类别' && title !== '收集日期');
    const mediaId = await bring(functions, cast.admin, await sheetOf(ledgerSheet([openRow()], titles)));
    const answer = await functions.send('wish.importLedger', { mediaId, dryRun: true }, cast.admin.token);
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', message: '表格缺少这些列：类别、收集日期' },
    });
  });

  it('takes merged titles and villages merged over several rows', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('台账');
    sheet.addRow(['长江镇心愿台账']);
    sheet.mergeCells(1, 1, 1, ledgerTitles.length);
    const village = ledgerTitles.indexOf('村(社区)') + 1;
    const amount = ledgerTitles.indexOf('金额(元)') + 1;
    const gift = { 成效类型: '慰问金', '金额(元)': 500 };
    for (const row of ledgerSheet([closedRow(gift), closedRow({ ...gift, '村(社区)': null, '金额(元)': null })]))
      sheet.addRow([...row]);
    sheet.mergeCells(3, village, 4, village);
    sheet.mergeCells(3, amount, 4, amount);
    const mediaId = await bring(functions, cast.admin, Buffer.from(await workbook.xlsx.writeBuffer()));
    const answer = await functions.call('wish.importLedger', { mediaId, dryRun: false }, cast.admin.token);
    expect(answer).toEqual({ accepted: 2, rejected: [] });
    // A merged amount is one amount.
    expect((await functions.call('report.overview', {})).outcomes.amountYuan).toBe(500);
  });

  const days = {
    'a date': new Date('2021-05-08T00:00:00Z'),
    'text with hyphens': '2021-5-8',
    'text with slashes': '2021/05/08',
    'text with dots': '2021.5.8',
    'Chinese text': '2021年5月8日',
    'eight digits': '20210508',
    'a number of eight digits': 20210508,
    'a serial number': 44324,
    'full-width digits': '２０２１－０５－０８',
    'a formula': { formula: 'DATE(2021,5,8)', result: new Date('2021-05-08T00:00:00Z'), date1904: false },
  };
  it('reads a day however it is written', async () => {
    const rows = Object.entries(days).map(([what, day]) => openRow({ 心愿编号: what, 收集日期: day }));
    expect((await importRows(ledgerSheet(rows))).rejected).toEqual([]);
    const { items } = await functions.call('wish.list', { scope: 'town' }, cast.admin.token);
    expect(items.map(({ code, collectedAt }) => [code, collectedAt]).sort()).toEqual(
      Object.keys(days)
        .sort()
        .map((what) => [what.replaceAll(' ', ''), '2021-05-07T16:00:00.000Z']),
    );
  });

  it('reads numbers with separators, units and full-width digits, and rich text and links as their text', async () => {
    const content = { richText: [{ text: '村道夜间' }, { font: { bold: true }, text: '无灯' }] };
    const row = closedRow({
      心愿内容: content,
      联系电话: '１３９ ５９１７-1093',
      收集代表: { text: '周建平', hyperlink: 'https://example.test' },
      成效类型: '物资；宣讲',
      '金额(元)': '￥１,２００.5元',
      场次: '2场',
      受益人数: ';50人',
    });
    expect((await importRows(ledgerSheet([row]))).rejected).toEqual([]);
    const shown = await theOnlyWish();
    expect(shown).toMatchObject({ content: '村道夜间无灯', collectedBy: '周建平' });
    expect(shown.outcomes).toEqual([
      { kind: 'goods', amountYuan: 1200.5 },
      { kind: 'lecture', sessions: 2, people: 50 },
    ]);
    const contact = await functions.call('wish.reveal', { id: shown.id, why: '回访核实' }, cast.presidium.token);
    expect(contact).toMatchObject({ name: '王小红', phone: '13959171093' });
  });

  it('keeps text that looks like a formula as the text it is', async () => {
    const texts = ['=1+1', '+8613900000000', '-下水道堵塞', '@所有人 请修路', "'引号开头", '_x0041_不是字母'];
    await importRows(ledgerSheet(texts.map((text) => openRow({ 心愿内容: text.replace('_', '_x005F_') }))));
    const { items } = await functions.call('wish.list', { scope: 'town' }, cast.admin.token);
    expect(items.map(({ content }) => content).sort()).toEqual([...texts].sort());
  });

  it('lets a wish that waits go on to be claimed, and one in hand to be fulfilled', async () => {
    await importRows(ledgerSheet([openRow()]));
    const { id } = await theOnlyWish();
    await functions.call('wish.claim', { id }, cast.member.token);
    await functions.call('wish.fulfil', { id, note: '路灯已装好', outcomes: [] }, cast.member.token);
    const rated = await functions.call('wish.rate', { id, rating: 'satisfied' }, cast.liaison.token);
    expect(rated.wish.status).toBe('closed');
  });

  it('gives a new wish a number that the ledger does not have', async () => {
    await importRows(ledgerSheet([claimedRow({ 心愿编号: 'CJ-2021-0001' })]));
    const { wish: next } = await functions.call(
      'wish.submit',
      {
        content: '村口的桥栏杆松动',
        category: 'facility',
        village: '刘胜村',
        wisher: { name: '李四', phone: '13959171093' },
        consent: { showName: false, showPhoto: false },
        clientToken: 'a-client-token',
      },
      cast.resident.token,
    );
    expect(next.code).toBe('CJ-2021-0002');
  });

  it('loses no wish that is submitted while a ledger with the next numbers comes in', async () => {
    const rows = Array.from({ length: 300 }, (_, index) =>
      openRow({ 心愿编号: `CJ-2021-${String(index + 16).padStart(4, '0')}` }),
    );
    const mediaId = await bring(functions, cast.admin, await sheetOf(ledgerSheet(rows)));
    const imports = functions.send('wish.importLedger', { mediaId, dryRun: false }, cast.admin.token);
    const submits = Array.from({ length: 60 }, async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 5));
      return functions.send('wish.submit', aWish(), cast.resident.token);
    });
    const [imported, ...submitted] = await Promise.all([imports, ...submits]);
    expect(submitted.filter(({ ok }) => !ok)).toEqual([]);
    if (!imported.ok) expect(imported.error.code).toBe('DUPLICATE');
    const rowsIn = imported.ok && JSON.stringify(imported.data).includes('"accepted":300') ? 300 : 0;
    expect(await registered()).toBe(60 + rowsIn);
  });

  it('pays within the same caps as live deeds', async () => {
    // Five collected on one day by one person earn three points; ten closed at four points each stop at thirty.
    await importRows(ledgerSheet([...Array(5)].map(() => openRow())));
    await importRows(ledgerSheet([...Array(10)].map(() => closedRow({ 收集代表: null }))));
    const { items } = await functions.call('points.board', { period: '2021', by: 'representative' });
    expect(Object.fromEntries(items.map(({ name, points: earned }) => [name, earned]))).toEqual({
      沈丽芳: 30,
      周建平: 3,
    });
    const { items: entries } = await functions.call(
      'points.entries',
      { representativeId: 'g1-member' },
      cast.admin.token,
    );
    expect(entries.map((entry) => entry.delta).sort()).toEqual([0, 0, 1, 1, 1]);
  });

  it('imports five thousand rows, and refuses more', async () => {
    const titles: LedgerTitle[] = [...ledgerTitles];
    const rows = ledgerSheet(
      [...Array(5000)].map((_, index) =>
        closedRow({ 收集日期: new Date(Date.UTC(2021, index % 4, 1 + (index % 28))) }),
      ),
      titles,
    );
    expect(await importRows(rows)).toEqual({ accepted: 5000, rejected: [] });
    expect(await registered()).toBe(5000);
    const mediaId = await bring(functions, cast.admin, await sheetOf([...rows, rows[1] ?? []]));
    expect(await functions.refusal('wish.importLedger', { mediaId, dryRun: true }, cast.admin.token)).toBe(
      'INVALID_INPUT',
    );
  }, 240_000);
});
