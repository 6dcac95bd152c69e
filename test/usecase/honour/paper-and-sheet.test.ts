import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { aWishThatIs, type Person } from '../../support/town';
import { openDocx } from '../order/docx-text';
import { aDeed, aHonourTown, at, ID, MONTH, type HonourTown } from './cast';

let town: HonourTown;
let token: (who: Person) => string;
const fileOf = (url: string): Promise<Buffer> =>
  readFile(join(town.functions.directory, 'files', /^\/files\/([^?]+)\?until=/.exec(url)?.[1] ?? ''));

beforeAll(async () => {
  town = await aHonourTown();
  const { functions, cast } = town;
  token = ({ accountId }) => functions.host.issueToken(accountId);
  await aWishThatIs('closed', functions, cast);
  await aDeed(town, cast.member, { village: '永兴村' });
  await aDeed(town, cast.member, { people: 'group', text: '和乡亲们一起清理河道' });
  functions.clock.now = at('2026-11-26T09:00:00');
  await functions.call('honour.nominate', { month: MONTH, representativeId: 'g1-member' }, token(cast.liaison));
});
afterAll(() => town.functions.close());

it('prints the article with its figures, the pictures that are public, their basis and the lines to sign', async () => {
  const { functions, cast } = town;
  const { url, name } = await functions.call('honour.paper', { id: ID }, token(cast.liaison));
  expect(name).toBe('2026-11典型代表-周建平.docx');
  const { lines, xml } = openDocx(await fileOf(url));
  expect(lines.slice(0, 3)).toEqual(['长江镇江东代表小组', '2026年11月典型代表信息稿件', '周建平：用心办好“微心愿”']);
  expect(lines.join('')).toContain('当月办结群众心愿1件，晒出实事2条');
  expect(lines.join('')).not.toContain('【');
  expect(xml.match(/<pic:pic /g)).toHaveLength(1);
  const basis = lines.slice(lines.indexOf('依据') + 1);
  expect(basis).toEqual([
    '办结件数',
    '1 件',
    expect.stringMatching(/^CJ-2026-\d{4} 刘胜村 基础设施$/),
    '晒单条数',
    '2 条',
    expect.stringContaining('2026年11月10日晒单 永兴村'),
    '起草：代表小组 陈志明',
    '组长签字：                    年    月    日',
    '主席团审核：                    年    月    日',
  ]);
  expect(await functions.refusal('honour.paper', { id: ID }, token(cast.otherLiaison))).toBe('NOT_FOUND');
  expect(await functions.refusal('honour.paper', { id: ID }, token(cast.member))).toBe('FORBIDDEN');
});

it('fills ⑥ 月度典型推荐表 in from what the groups have named; the public copy only from what is published', async () => {
  const { functions, cast } = town;
  await functions.call('honour.submit', { id: ID }, token(cast.liaison));
  await functions.call('honour.sign', { id: ID }, token(cast.leader));
  const skipped = { month: MONTH, groupId: 'g2', reason: '本月没有突出事迹' };
  await functions.call('honour.skip', skipped, token(cast.otherLiaison));
  const rows = async (copy: 'public' | 'full'): Promise<unknown[][]> => {
    const reason = copy === 'full' ? { reason: '月度推荐存档' } : {};
    const asked = { kind: 'models', format: 'xlsx', copy, from: '2026-11-01', to: '2026-11-30', ...reason } as const;
    const { url } = await functions.call('report.sheet', asked, token(cast.presidium));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await fileOf(url)) as never);
    const cells = book.worksheets[0]?.getSheetValues().map((row) => (Array.isArray(row) ? row.slice(1) : [])) ?? [];
    return cells.filter((row) => row[1] === MONTH);
  };
  const [river, hill] = await rows('full');
  expect(river?.slice(2)).toEqual([
    '江东代表小组',
    '周建平',
    expect.any(Number),
    expect.stringContaining('办结心愿 1 件'),
    '周建平：用心办好“微心愿”',
    '代表小组 吕国华 2026-11-26',
  ]);
  expect(hill?.[6]).toBe('本月不推荐：本月没有突出事迹');
  expect((await rows('public'))[0]?.[6] ?? null).toBeNull();
  await functions.call('honour.publish', { id: ID }, token(cast.presidium));
  expect((await rows('public'))[0]?.[8]).toBe('同意，2026-11-26发布');
});
