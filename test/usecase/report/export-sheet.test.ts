import { account } from '../../../cloudfunctions/account/use-cases';
import { points } from '../../../cloudfunctions/points/use-cases';
import { post } from '../../../cloudfunctions/post/use-cases';
import { report } from '../../../cloudfunctions/report/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import * as database from '../../../cloudfunctions/store/database';
import { furtherTitles } from '../../../domain/ledger-further';
import { ledgerTitles } from '../../../domain/ledger';
import { modelColumns } from '../../../domain/sheets/models';
import { orderColumns } from '../../../domain/sheets/orders';
import { overdueColumns } from '../../../domain/sheets/overdue';
import { pointsColumns } from '../../../domain/sheets/points';
import { pointsSummaryColumns } from '../../../domain/sheets/points-summary';
import { postColumns } from '../../../domain/sheets/posts';
import { sheetKinds, sheetLabels, type SheetColumn, type SheetKind } from '../../../domain/sheets/sheet';
import { statisticsColumns } from '../../../domain/sheets/statistics';
import { wishColumns } from '../../../domain/sheets/wishes';
import { parseCsv } from '../../fixtures/csv';
import { exportedSheet, fillSheets, hostile, opened, tableOf, type SheetInput } from '../../fixtures/sheet-town';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, type Cast, type Person } from '../../support/town';
import { unzipped } from '../../fixtures/unzipped';

let functions: Functions;
let cast: Cast;

beforeAll(async () => {
  functions = await startFunctions([account, points, post, report, wish]);
  await aTown(functions);
  cast = await aCast(functions);
  await fillSheets(functions, cast);
});

afterAll(() => functions.close());

const full = (kind: SheetKind, set: Partial<SheetInput> = {}): SheetInput => ({
  kind,
  copy: 'full',
  format: 'xlsx',
  reason: '向主席团汇报',
  ...set,
});
const open = (kind: SheetKind, set: Partial<SheetInput> = {}): SheetInput => ({
  kind,
  copy: 'public',
  format: 'xlsx',
  ...set,
});

async function table(person: Person, input: SheetInput) {
  const { bytes, rows } = await exportedSheet(functions, person, input);
  const read = tableOf(await opened(bytes));
  expect(read.rows).toHaveLength(rows);
  return read;
}

async function csv(person: Person, input: SheetInput): Promise<string> {
  return (await exportedSheet(functions, person, { ...input, format: 'csv' })).bytes.toString('utf8');
}

const codes = async (input: SheetInput, person = cast.presidium): Promise<unknown[]> =>
  (await table(person, input)).rows.map((row) => row.心愿编号);

// Rows differ from sheet to sheet; titles and what is shown do not depend on them.
const columnsOf: Record<SheetKind, readonly Pick<SheetColumn<never>, 'title' | 'shown'>[]> = {
  wishes: wishColumns,
  orders: orderColumns,
  points: pointsColumns,
  pointsSummary: pointsSummaryColumns,
  posts: postColumns,
  models: modelColumns,
  overdue: overdueColumns,
  statistics: statisticsColumns,
};

describe.each(sheetKinds)('the sheet of %s', (kind) => {
  it('opens with a title, who made it and when, its header, and is ready to print', async () => {
    const { bytes, rows } = await exportedSheet(functions, cast.presidium, full(kind));
    const sheet = await opened(bytes);
    expect(rows).toBeGreaterThan(0);
    expect(sheet.name).toBe(sheetLabels[kind]);
    expect(sheet.getCell('A1').value).toBe(`长江镇${sheetLabels[kind]}`);
    expect(sheet.getCell('A2').value).toMatch(/^制表单位：长江镇人大.+日期：2021年7月1日.+导出人：.+$/);
    expect(tableOf(sheet).titles).toEqual(columnsOf[kind].map(({ title }) => title));
    expect(sheet.rowCount).toBe(rows + 3);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      printTitlesRow: '3:3',
      fitToWidth: 1,
    });
    expect(sheet.headerFooter.oddHeader).toMatch(/^&R导出人：.+ · 2021-07-01 10:00 · 仅供内部使用$/);
    expect(sheet.headerFooter.oddFooter).toBe('&C第 &P 页 共 &N 页');
  });

  it('shows in its public copy only what anybody may see, and no phone and no full name anywhere in the file', async () => {
    const { bytes } = await exportedSheet(functions, cast.presidium, open(kind));
    const sheet = await opened(bytes);
    expect(sheet.getCell('A1').value).toBe(`长江镇${sheetLabels[kind]}（公开版）`);
    const shown = columnsOf[kind].filter((column) => column.shown !== 'internal');
    expect(tableOf(sheet).titles).toEqual(shown.map(({ title }) => title));
    for (const text of [unzipped(bytes), await csv(cast.presidium, open(kind))]) {
      expect(text).not.toMatch(/1[3-9]\d{9}/);
      for (const name of ['王小红', '张阿大', '李建国', '赵未审']) expect(text).not.toContain(name);
      expect(text).not.toMatch(/S-4|如城小学/);
      expect(text).not.toContain('仅供内部使用');
    }
  });

  it('is the same table as CSV', async () => {
    const text = await csv(cast.presidium, full(kind));
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    const [titles, ...records] = parseCsv(text.slice(1));
    const { rows, titles: expected } = await table(cast.presidium, full(kind));
    expect(titles).toEqual(expected);
    expect(records).toHaveLength(rows.length + 1);
    expect(records.every((record) => record.length === expected.length)).toBe(true);
    expect(records.at(-1)?.[0]).toMatch(/^(全镇校验码：[-0-9a-f]{71}　　)?导出人：.+仅供内部使用$/);
  });
});

describe('the full ledger', () => {
  it('has the town’s columns first, then the further ones', async () => {
    const { titles, rows } = await table(cast.presidium, full('wishes'));
    expect(titles).toEqual([...ledgerTitles, ...furtherTitles]);
    const row = rows.find(({ 心愿编号 }) => 心愿编号 === 'S-2');
    expect(row).toMatchObject({
      心愿人: '李建国',
      联系电话: '13959171093',
      办理情况: '部门协办',
      所属代表小组: '江西代表小组',
      是否交办: '是',
      主办部门: '民政办',
      交办单号: 'CJ-JB-2021-0001',
      交办日期: new Date('2021-05-11T00:00:00Z'),
      认领方式: '自领',
      难度: '中',
      重办次数: 0,
      公开范围与授权: '姓名不公开、照片不公开',
    });
    const lived = rows.find(({ 审核人 }) => 审核人 !== null);
    expect(lived).toMatchObject({
      是否代笔: '否',
      审核人: '代表小组 陈志明',
      审核日期: new Date('2021-07-01T00:00:00Z'),
      是否解决: '已解决',
      受益数量与单位: '设施改善1件',
      佐证照片数: 1,
    });
  });

  it('keeps hostile text as text, in the spreadsheet and as CSV', async () => {
    const { rows } = await table(cast.presidium, full('wishes'));
    const contents = rows.map(({ 心愿内容 }) => 心愿内容);
    expect(contents).toEqual(expect.arrayContaining([...hostile]));
    const text = await csv(cast.presidium, full('wishes', { columns: ['心愿内容', '联系电话', '序号', '收集日期'] }));
    const records = parseCsv(text.slice(1)).slice(1, -1);
    const written = records.map(([content]) => content);
    for (const one of hostile) expect(written).toContain(/^[=+\-@]/.test(one) ? `'${one}` : one);
    expect(text).not.toMatch(/(^|,)"?[=+\-@]/m);
    expect(records.every(([, phone]) => /^0?\d{7,11}$/.test(phone ?? ''))).toBe(true);
    expect(records[0]?.slice(2)).toEqual(['1', '2021-07-01']);
  });

  it('masks in the public copy the wisher, the team, numbers and a minor’s school', async () => {
    const { rows } = await table(cast.presidium, open('wishes'));
    const of = (code: string) => rows.find(({ 心愿编号 }) => 心愿编号 === code);
    expect(of('S-1')).toMatchObject({ 心愿人: '张**', 心愿内容: '张**家门口路灯不亮，电话138****2222' });
    expect(of('S-2')).toMatchObject({ 心愿人: '李**', 组别: '某组' });
    expect(of('S-3')).toMatchObject({ 心愿人: '未成年人', 心愿内容: '某学校某某想要一只书包' });
    expect(of('S-4')).toBeUndefined();
  });

  it('shows the columns chosen, in the order chosen', async () => {
    const columns = ['心愿内容', '心愿编号', '主办部门'];
    expect((await table(cast.presidium, full('wishes', { columns }))).titles).toEqual(columns);
    for (const bad of [
      ['心愿编号', '没有这列'],
      ['心愿编号', '心愿编号'],
    ]) {
      expect(await functions.refusal('report.sheet', full('wishes', { columns: bad }), cast.presidium.token)).toBe(
        'INVALID_INPUT',
      );
    }
    const phones = open('wishes', { columns: ['联系电话'] });
    const answer = await functions.send('report.sheet', phones, cast.presidium.token);
    expect(answer).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { columns: '公开版没有“联系电话”这一列' } },
    });
  });

  it('is narrowed by the filters of the list and by days', async () => {
    const town = full('wishes', { from: '2021-05-01', to: '2021-05-31' });
    expect(await codes({ ...town, status: 'closed' })).toEqual(['S-3']);
    expect(await codes({ ...town, category: 'health' })).toEqual(['S-2']);
    expect(await codes({ ...town, village: '福镇村' })).toEqual(['S-2']);
    expect(await codes({ ...town, groupId: 'g2' })).toEqual(['S-2']);
    expect(await codes({ ...town, q: '书包' })).toEqual(['S-3']);
    expect(await codes({ ...town, q: '李建国', by: 'name' })).toEqual(['S-2']);
    expect(await codes({ ...town, q: '，。' })).toEqual([]);
    expect(await codes(full('wishes', { from: '2021-06-01', to: '2021-06-30' }))).toEqual([]);
    expect(await codes(full('orders', { category: 'care' }))).toEqual([]);
    expect(await codes(full('orders', { village: '福镇村' }))).toEqual(['S-2']);
  });

  it('is not narrowed in silence by what says nothing about a sheet', async () => {
    const answer = await functions.send('report.sheet', full('points', { village: '刘胜村' }), cast.presidium.token);
    expect(answer).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { village: '代表积分台账不能按村（社区）筛选' } },
    });
  });
});

describe('who may have which copy', () => {
  it('gives the full copy to the group’s liaison and the presidium, with a reason that is in the audit log', async () => {
    expect(await codes(full('wishes', { reason: '核对本组台账' }), cast.otherLiaison)).toEqual(['S-2']);
    const { db } = await database.open();
    const line = await db.collection('auditLog').findOne({ 'facts.reason': '核对本组台账' });
    expect(line).toMatchObject({
      action: 'report.sheet',
      accountId: cast.otherLiaison.accountId,
      facts: { kind: 'wishes', copy: 'full', format: 'xlsx' },
    });
    const { reason: _reason, ...silent } = full('wishes');
    const answer = await functions.send('report.sheet', silent, cast.presidium.token);
    expect(answer).toMatchObject({ error: { code: 'INVALID_INPUT', details: { reason: '请填写导出原因' } } });
    expect(await functions.refusal('report.sheet', full('wishes', { reason: '看' }), cast.presidium.token)).toBe(
      'INVALID_INPUT',
    );
  });

  it('refuses the full copy to the admin, another group’s to a liaison, and every copy to others', async () => {
    const refused = (person: Person, input: SheetInput) => functions.refusal('report.sheet', input, person.token);
    expect(await refused(cast.admin, full('wishes'))).toBe('FORBIDDEN');
    expect(await codes(open('wishes', { village: '福镇村' }), cast.admin)).toEqual(['S-2']);
    expect(await refused(cast.liaison, full('wishes', { scope: 'town' }))).toBe('FORBIDDEN');
    expect(await refused(cast.liaison, full('wishes', { groupId: 'g2' }))).toBe('FORBIDDEN');
    expect(await refused(cast.liaison, open('points', { scope: 'town' }))).toBe('FORBIDDEN');
    for (const person of [cast.resident, cast.member, cast.department]) {
      expect(await refused(person, open('wishes'))).toBe('FORBIDDEN');
    }
    expect(await functions.refusal('report.sheet', open('wishes'))).toBe('UNAUTHENTICATED');
  });
});

describe('the computed sheets', () => {
  it('books every point with its rule, its evidence and who booked it', async () => {
    const { rows } = await table(cast.presidium, full('points'));
    expect(rows.find(({ 规则代码, 依据编号 }) => 规则代码 === 'W4' && 依据编号 === 'S-3')).toMatchObject({
      代表: '沈丽芳',
      小组: '江东代表小组',
      记账月: '2021-05',
      规则版本: 1,
      分值: 4,
      冲正号: null,
      链序: 1,
      校验码: expect.stringMatching(/^([0-9a-f]{8}-){7}[0-9a-f]{8}$/),
    });
  });

  it('sums the points by person and ranks them', async () => {
    const { rows } = await table(cast.presidium, full('pointsSummary'));
    expect(rows).toHaveLength(8);
    const [first, second] = rows;
    expect(first).toMatchObject({
      名次: 1,
      等次: '较差',
      链首校验码: expect.stringMatching(/^([0-9a-f]{8}-){7}[0-9a-f]{8}$/),
    });
    expect(Number(first?.合计)).toBeGreaterThanOrEqual(Number(second?.合计));
    expect((await table(cast.liaison, open('pointsSummary'))).rows.every(({ 小组 }) => 小组 === '江东代表小组')).toBe(
      true,
    );
  });

  it('prints a form on which each group recommends somebody for the month', async () => {
    const { rows } = await table(cast.presidium, full('models', { from: '2021-05-01' }));
    expect(rows.map(({ 代表小组, 月份 }) => [代表小组, 月份])).toEqual([
      ['江东代表小组', '2021-05'],
      ['江西代表小组', '2021-05'],
    ]);
    expect(rows[0]).toMatchObject({ 候选代表: '沈丽芳', 本月积分: 4, 本月事迹: '办结心愿 1 件', 推荐理由: null });
    expect(rows[1]).toMatchObject({ 候选代表: null, 本月积分: null });
  });

  it('lists what is late before what nobody has claimed', async () => {
    const { rows } = await table(cast.presidium, full('overdue'));
    expect(rows[0]).toMatchObject({ 类型: '逾期', 心愿编号: 'S-2', 逾期天数: 30, 现在由谁处理: '职能部门' });
    expect(rows.slice(1).every(({ 类型 }) => 类型 === '未认领')).toBe(true);
    expect(rows[1]).toMatchObject({ 逾期天数: null });
    expect(Number(rows[1]?.待认领天数)).toBeGreaterThan(0);
  });

  it('counts so that each part adds up to the whole, and the whole is the overview’s', async () => {
    const { rows } = await table(cast.presidium, full('statistics'));
    const [whole, ...parts] = rows;
    const overview = await functions.call('report.overview', {});
    expect(whole).toMatchObject({
      名称: '合计',
      收集: overview.wishes.registered,
      办结: overview.wishes.fulfilled,
      已解决: overview.wishes.resolved,
      逾期: overview.wishes.overdue,
      宣讲场次: overview.outcomes.lectures.sessions,
      '慰问物资金额(元)': overview.outcomes.amountYuan,
    });
    for (const dimension of ['按小组', '按村(社区)', '按类别']) {
      for (const title of ['收集', '认领', '办结', '已解决', '满意', '逾期', '宣讲人次', '慰问物资金额(元)']) {
        const sum = parts.filter(({ 统计口径 }) => 统计口径 === dimension).map((row) => Number(row[title]));
        expect([dimension, title, sum.reduce((a, b) => a + b, 0)]).toEqual([dimension, title, Number(whole?.[title])]);
      }
    }
  });
});
