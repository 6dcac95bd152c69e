import { account } from '../../../cloudfunctions/account/use-cases';
import { report } from '../../../cloudfunctions/report/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { fillSampleTown } from '../../../local/town/fill-town';
import { representative } from '../../../cloudfunctions/representative/use-cases';
import { ledgerTitles } from '../../../domain/ledger';
import { statusLabels } from '../../../domain/labels';
import { wishStatuses, type WishStatus } from '../../../domain/wish';
import { claimedRow, closedRow, ledgerSheet, openRow, type LedgerCells } from '../../fixtures/ledger-rows';
import { bring, fetchLink, readRows, sampleSheet, sheetOf } from '../../fixtures/sheets';
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
});
