import type { CellValue } from 'exceljs';
import { account } from '../../../cloudfunctions/account/use-cases';
import { report } from '../../../cloudfunctions/report/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { fillSampleTown } from '../../../local/town/fill-town';
import { representative } from '../../../cloudfunctions/representative/use-cases';
import { ledgerTitles } from '../../../domain/ledger';
import { furtherTitles } from '../../../domain/ledger-further';
import { statusLabels } from '../../../domain/labels';
import { wishStatuses, type WishStatus } from '../../../domain/wish';
import { claimedRow, closedRow, ledgerSheet, openRow, type LedgerCells } from '../../fixtures/ledger-rows';
import { bring, fetchLink, readRows, sampleSheet, sheetOf } from '../../fixtures/sheets';
import { exportedSheet, opened, tableOf } from '../../fixtures/sheet-town';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWish, aWishThatIs, signInAs } from '../../support/town';

const areas = [account, report, representative, wish];

/** Runs `work` in a town of its own; functions share one connection, so towns come one after the other. */
async function inTown<Result>(work: (functions: Functions) => Promise<Result>, now?: Date): Promise<Result> {
  const functions = await startFunctions(areas, now ? { now } : {});
  try {
    return await work(functions);
  } finally {
    await functions.close();
  }
}

async function exported(functions: Functions): Promise<Buffer> {
  const admin = await signInAs(functions, 'admin');
  const { url } = await functions.call('report.ledger', {}, admin.token);
  return fetchLink(functions, url);
}

async function importInto(functions: Functions, bytes: Buffer): Promise<void> {
  const admin = await signInAs(functions, 'admin');
  const mediaId = await bring(functions, admin, bytes);
  const answer = await functions.call('wish.importLedger', { mediaId, dryRun: false }, admin.token);
  expect(answer.rejected).toEqual([]);
}

const overview = (functions: Functions) => functions.call('report.overview', {});

const withoutStyle = async (bytes: Buffer) => [...(await readRows(bytes)).entries()];

describe('a ledger that is exported and imported into an empty town', () => {
  it('gives the sample town’s overview and the very same ledger', async () => {
    const first = await inTown(async (functions) => {
      await fillSampleTown({ host: functions.host, log: () => undefined });
      return { overview: await overview(functions), bytes: await exported(functions) };
    });
    await inTown(async (functions) => {
      const admin = await signInAs(functions, 'admin');
      const mediaId = await bring(functions, admin, await sampleSheet('roster-64'));
      await functions.call('representative.importRoster', { mediaId, dryRun: false }, admin.token);
      await importInto(functions, first.bytes);
      expect(await overview(functions)).toEqual(first.overview);
      expect(await withoutStyle(await exported(functions))).toEqual(await withoutStyle(first.bytes));
    });
  });

  it('writes back the sample ledger cell by cell', async () => {
    await inTown(async (functions) => {
      await fillSampleTown({ host: functions.host, log: () => undefined });
      const [ours, theirs] = [
        await readRows(await exported(functions)),
        await readRows(await sampleSheet('ledger-160')),
      ];
      expect(ours.size).toBe(161);
      const blank = (row: unknown[] = []) => ledgerTitles.map((_, index) => row[index] || null);
      for (const [number, row] of theirs) expect(blank(ours.get(number))).toEqual(blank(row));
    });
  });

  /** What each status must have to be read. */
  const rowOf = (status: WishStatus): LedgerCells => {
    const 办理情况 = statusLabels[status];
    if (status === 'fulfilled') return closedRow({ 办理情况, 满意度: null });
    if (status === 'closed') return closedRow({ 办理情况 });
    return ['claimed', 'coordinating', 'paused', 'answered'].includes(status)
      ? claimedRow({ 办理情况 })
      : openRow({ 办理情况 });
  };

  it('keeps every status, odd text and blanks', async () => {
    const odd: LedgerCells[] = [
      openRow({ 心愿内容: '=1+1', 备注: '=HYPERLINK("x")' }),
      openRow({ 心愿内容: '+86 开头', 心愿人: '@王', 组别: '-3组' }),
      openRow({ 心愿内容: '-减号与<尖括号>&"引号"', 联系电话: null, 心愿人: null }),
      openRow({ 心愿内容: '@所有人\n第二行', 收集代表: null }),
      openRow({ 心愿内容: '\u202e从右到左🙂👨‍👩‍👧中间', 备注: '备'.repeat(500) }),
      closedRow({ 备注: `${'注'.repeat(500)}【是否解决：已解决】` }),
      openRow({ 心愿内容: '_x0041_'.replace('_', '_x005F_'), 备注: '  前后有空格  ' }),
      closedRow({ 成效类型: '慰问金;物资;宣讲', '金额(元)': '100.5;;', 场次: ';;2', 受益人数: '1;;40', 满意度: null }),
      closedRow({ 成效类型: null, 满意度: '不满意', 备注: '老人不便出门【是否解决：部分解决】' }),
      closedRow({ 认领代表: '陆文娟', 认领日期: '2021-05-08', 办结日期: '2021-05-08' }),
    ];
    const rows = [...wishStatuses.map(rowOf), ...odd];
    const first = await inTown(async (functions) => {
      await aTown(functions);
      await importInto(functions, await sheetOf(ledgerSheet(rows)));
      return { overview: await overview(functions), bytes: await exported(functions) };
    });
    expect(first.overview.wishes).toMatchObject({
      registered: rows.length,
      needInfo: 1,
      merged: 1,
      answered: 1,
      asked: 2,
    });
    await inTown(async (functions) => {
      await aTown(functions);
      await importInto(functions, first.bytes);
      expect(await overview(functions)).toEqual(first.overview);
      expect(await withoutStyle(await exported(functions))).toEqual(await withoutStyle(first.bytes));
      const content = ledgerTitles.indexOf('心愿内容');
      const contents = [...(await readRows(first.bytes)).values()].map((row) => row[content]);
      expect(contents).toEqual(
        expect.arrayContaining(['=1+1', '+86 开头', '-减号与<尖括号>&"引号"', '@所有人\n第二行', '_x0041_']),
      );
    });
  });

  it('keeps what was lived through here: reviewed, claimed, fulfilled, rated, sent back, refused', async () => {
    const first = await inTown(async (functions) => {
      await aTown(functions);
      const cast = await aCast(functions);
      for (const status of ['submitted', 'needInfo', 'open', 'claimed', 'fulfilled', 'closed'] as const) {
        await aWishThatIs(status, functions, cast);
      }
      const sentBack = await aWishThatIs('fulfilled', functions, cast);
      await functions.call('wish.rate', { id: sentBack, rating: 'unsatisfied', resolved: 'no' }, cast.resident.token);
      await functions.call(
        'wish.submit',
        aWish({ content: '\u0000乱码\uffff与\ufffe控制\u000b符' }),
        cast.resident.token,
      );
      const refused = await aWishThatIs('submitted', functions, cast);
      const reason = '【信访】事项，请到信访办';
      await functions.call('wish.review', { id: refused, decision: 'reject', reason }, cast.liaison.token);
      const half = await aWishThatIs('claimed', functions, cast);
      const outcomes = [
        { kind: 'goods' as const, amountYuan: 99.9, items: 3 },
        { kind: 'clinic' as const, people: 7 },
      ];
      await functions.call('wish.fulfil', { id: half, note: '送去药品', outcomes }, cast.member.token);
      await functions.call('wish.rate', { id: half, rating: 'fair', resolved: 'partly' }, cast.resident.token);
      functions.clock.now = new Date('2021-09-01T02:00:00Z');
      const { wish: given } = await functions.call('wish.get', { id: half }, cast.admin.token);
      return { overview: await overview(functions), bytes: await exported(functions), given };
    });
    expect(first.overview.wishes).toMatchObject({ registered: 10, asked: 2, resolved: 1, overdue: 2 });
    await inTown(async (functions) => {
      await aTown(functions);
      await importInto(functions, first.bytes);
      const { token } = await signInAs(functions, 'admin');
      const { items } = await functions.call('wish.list', { scope: 'town' }, token);
      const id = items.find(({ code }) => code === first.given.code)?.id ?? '';
      const { outcomes, rating, resolved, status } = first.given;
      expect((await functions.call('wish.get', { id }, token)).wish).toMatchObject({
        outcomes,
        rating,
        resolved,
        status,
      });
      expect(await overview(functions)).toEqual(first.overview);
      expect(await withoutStyle(await exported(functions))).toEqual(await withoutStyle(first.bytes));
    }, new Date('2021-09-01T02:00:00Z'));
  });

  /** What follows from photos, orders and who handed it in, which a ledger does not carry. */
  const derived = [
    '佐证照片数',
    '佐证照片编号',
    '回访方式',
    '是否交办',
    '主办部门',
    '协办部门',
    '交办单号',
    '交办日期',
    '答复日期',
  ];

  async function wide(functions: Functions): Promise<{ bytes: Buffer; rows: ReturnType<typeof tableOf>['rows'] }> {
    const presidium = await signInAs(functions, 'presidium');
    const { bytes } = await exportedSheet(functions, presidium, {
      kind: 'wishes',
      copy: 'full',
      format: 'xlsx',
      reason: '换机迁移',
    });
    const { rows } = tableOf(await opened(bytes));
    const carried = ([title]: [string, unknown]): boolean => !derived.includes(title);
    return { bytes, rows: rows.map((row) => Object.fromEntries(Object.entries(row).filter(carried))) };
  }

  it('keeps the full ledger’s further columns too', async () => {
    const further = (set: Record<string, CellValue>): Record<string, CellValue> => ({ ...closedRow(), ...set });
    const imported = [
      further({ 难度: '难', 首次联系时间: '2021-05-11', 认领方式: '指派', 共同认领: '吕国华(出物)、陆文娟(陪伴)' }),
      further({ 办结类别: 'B', 是否解决: '部分解决', 回访人: '代表小组 陈志明', 回访日期: '2021-05-25', 重办次数: 1 }),
      further({
        是否代笔: '否',
        人员类别: '未成年人',
        公开范围与授权: '姓名公开、照片不公开、书面同意',
        备注: 'a&lt;b _x005F_x0041_',
      }),
      { ...claimedRow({ 办理情况: '暂缓' }), 暂缓至: '2021-08-01', 审核人: '代表小组 陈志明', 审核日期: '2021-05-09' },
      { ...claimedRow({ 办理情况: '暂难解决', 认领代表: null, 认领日期: null }), 办结类别: 'D 条件限制' },
      { ...openRow({ 心愿内容: '=1+1', 备注: '@所有人' }) },
    ];
    const titles = [...ledgerTitles, ...furtherTitles];
    const rows = [
      titles,
      ...imported.map((row: Record<string, CellValue>, index) =>
        titles.map((title) => (title === '心愿编号' ? `A-${index}` : (row[title] ?? null))),
      ),
    ];
    const first = await inTown(async (functions) => {
      await aTown(functions);
      await importInto(functions, await sheetOf(rows));
      const cast = await aCast(functions);
      for (const status of ['submitted', 'needInfo', 'open', 'claimed', 'fulfilled', 'closed'] as const) {
        await aWishThatIs(status, functions, cast);
      }
      return wide(functions);
    });
    const [first1, second, third, fourth, fifth] = first.rows;
    expect(first1).toMatchObject({ 难度: '难', 认领方式: '指派', 共同认领: '吕国华(出物)、陆文娟(陪伴)' });
    expect(first1?.首次联系时间).toEqual(new Date('2021-05-11T00:00:00Z'));
    expect(second).toMatchObject({
      办结类别: 'B 正在解决',
      是否解决: '部分解决',
      回访人: '代表小组 陈志明',
      重办次数: 1,
    });
    expect(third).toMatchObject({
      是否代笔: '否',
      人员类别: '未成年人',
      公开范围与授权: '姓名公开、照片不公开、书面同意',
    });
    expect(third?.备注).toBe('a&lt;b _x0041_');
    expect(fourth).toMatchObject({ 暂缓至: new Date('2021-08-01T00:00:00Z'), 审核人: '代表小组 陈志明' });
    expect(fifth).toMatchObject({ 办结类别: 'D 条件限制，已解释' });
    await inTown(async (functions) => {
      await aTown(functions);
      await importInto(functions, first.bytes);
      expect((await wide(functions)).rows).toEqual(first.rows);
    });
  });
});
