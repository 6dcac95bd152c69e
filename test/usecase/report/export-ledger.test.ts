import { Workbook, type Worksheet } from 'exceljs';
import { account } from '../../../cloudfunctions/account/use-cases';
import { report } from '../../../cloudfunctions/report/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { mayFetch } from '../../../local/host/disk-files';
import { ledgerTitles, type LedgerTitle } from '../../../domain/ledger';
import { claimedRow, closedRow, ledgerSheet, openRow } from '../../fixtures/ledger-rows';
import { bring, fetchLink, sheetOf } from '../../fixtures/sheets';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, type Cast, type Person } from '../../support/town';
import type { Input } from '../../../contract/contract';

let functions: Functions;
let cast: Cast;

beforeAll(async () => {
  functions = await startFunctions([account, report, wish]);
  await aTown(functions);
  cast = await aCast(functions);
  const rows = [
    openRow({ 心愿编号: 'E-1', 心愿内容: '=1+1 路灯' }),
    claimedRow({ 心愿编号: 'E-2', '村(社区)': '福镇村', 类别: '医疗健康', 收集日期: '2021-05-09' }),
    closedRow({ 心愿编号: 'E-3', 成效类型: '慰问金', '金额(元)': 500, 收集日期: '2021-05-10' }),
    openRow({ 心愿编号: 'E-4', 办理情况: '待审核', '村(社区)': '闸西村' }),
  ];
  const mediaId = await bring(functions, cast.admin, await sheetOf(ledgerSheet(rows)));
  await functions.call('wish.importLedger', { mediaId, dryRun: false }, cast.admin.token);
});

afterAll(() => functions.close());

async function sheet(person: Person, filter: Input<'report.ledger'> = {}): Promise<Worksheet> {
  const { url, rows } = await functions.call('report.ledger', filter, person.token);
  const workbook = new Workbook();
  await workbook.xlsx.load((await fetchLink(functions, url)) as unknown as ArrayBuffer);
  const [first] = workbook.worksheets;
  if (!first) throw new Error('no sheet');
  expect(first.rowCount).toBe(rows + 1);
  return first;
}

const column = (title: LedgerTitle): number => ledgerTitles.indexOf(title) + 1;

const codes = async (person: Person, filter: Input<'report.ledger'> = {}): Promise<string[]> => {
  const found = await sheet(person, filter);
  return (found.getColumn(column('心愿编号')).values.slice(2) as (string | undefined)[]).map((code) => code ?? '');
};

describe('the exported ledger', () => {
  it('has the town’s columns, real dates, text for numbers that are names, and is ready to print', async () => {
    const found = await sheet(cast.presidium);
    expect((found.getRow(1).values as string[]).slice(1)).toEqual([...ledgerTitles]);
    const row = found.getRow(4);
    const cell = (title: LedgerTitle) => row.getCell(column(title));
    expect(cell('收集日期').value).toEqual(new Date('2021-05-10T00:00:00Z'));
    expect(cell('收集日期').numFmt).toBe('yyyy-mm-dd');
    expect(cell('联系电话')).toMatchObject({ value: '13959171093', numFmt: '@' });
    expect(cell('心愿编号')).toMatchObject({ value: 'E-3', numFmt: '@' });
    expect(cell('心愿人').value).toBe('王小红');
    expect(cell('金额(元)').value).toBe(500);
    expect(cell('场次').value).toBeNull();
    expect(found.getRow(2).getCell(column('心愿内容'))).toMatchObject({ value: '=1+1 路灯', formula: undefined });
    expect(found.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(found.autoFilter).toBe('A1:V5');
    expect(found.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      printTitlesRow: '1:1',
      fitToWidth: 1,
    });
    expect(found.getColumn(column('心愿内容')).width).toBe(36);
  });

  it('is the group’s for its liaison and the town’s for the presidium and the admin', async () => {
    expect(await codes(cast.liaison)).toEqual(['E-1', 'E-3']);
    expect(await codes(cast.otherLiaison, { scope: 'group' })).toEqual(['E-2', 'E-4']);
    expect(await codes(cast.presidium)).toEqual(['E-1', 'E-2', 'E-3', 'E-4']);
    expect(await codes(cast.admin, { scope: 'town' })).toHaveLength(4);
    expect(await functions.refusal('report.ledger', { scope: 'town' }, cast.liaison.token)).toBe('FORBIDDEN');
    expect(await functions.refusal('report.ledger', { scope: 'group' }, cast.admin.token)).toBe('FORBIDDEN');
    expect(await functions.refusal('report.ledger', { scope: 'mine' }, cast.admin.token)).toBe('INVALID_INPUT');
    for (const person of [cast.resident, cast.member, cast.department]) {
      expect(await functions.refusal('report.ledger', {}, person.token)).toBe('FORBIDDEN');
    }
    expect(await functions.refusal('report.ledger', {})).toBe('UNAUTHENTICATED');
  });

  it('is narrowed by the filters of the list and by days', async () => {
    expect(await codes(cast.presidium, { status: ['open', 'closed'] })).toEqual(['E-1', 'E-3']);
    expect(await codes(cast.presidium, { category: 'health' })).toEqual(['E-2']);
    expect(await codes(cast.presidium, { village: '闸西村', status: 'submitted' })).toEqual(['E-4']);
    expect(await codes(cast.presidium, { q: '路灯' })).toEqual(['E-1']);
    expect(await codes(cast.presidium, { q: '，。' })).toEqual([]);
    expect(await codes(cast.presidium, { from: '2021-05-09', to: '2021-05-09' })).toEqual(['E-2']);
  });

  it('is behind a signed link that nobody else can make', async () => {
    const { url } = await functions.call('report.ledger', {}, cast.admin.token);
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const key = pathname.slice('/files/'.length);
    expect(searchParams.get('until')).not.toBeNull();
    expect(mayFetch(key, null, Buffer.alloc(32), functions.clock.now)).toBe(false);
    expect(mayFetch(key, searchParams.get('until'), Buffer.alloc(32), functions.clock.now)).toBe(false);
  });
});
