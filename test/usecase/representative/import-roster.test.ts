import { account } from '../../../cloudfunctions/account/use-cases';
import { representative } from '../../../cloudfunctions/representative/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import * as representatives from '../../../cloudfunctions/store/representatives';
import { unseal } from '../../../cloudfunctions/kit/seal';
import { bring, sampleSheet, sheetOf, type Rows } from '../../fixtures/sheets';
import { startFunctions, type Functions } from '../../support/functions';
import { aResident, signInAs, type Person } from '../../support/town';
import type { Output } from '../../../contract/contract';

const header = ['序号', '姓名', '代表层级', '代表小组', '职务', '联系电话', '职业', '专长', '联系村居'];
const leader = [1, '丁银山', '市', '一组', '组长', '13998401954', '医生', '义诊;急救', '刘胜村'];
const liaison = [2, '高学军', '镇', '一组', '联络员', '', '教师', '', '刘胜村；永兴村'];
const member = [3, '王　芳', '镇', '一组', '代表', '１３９ ９６３４ １４５９', '', '', ''];
const other = [4, '朱秀英', '市', '二组', '组长', null, '医生', null, '郭居'];
const good: Rows = [['长江镇代表名册'], header, leader, liaison, member, other];

let functions: Functions;
let admin: Person;

beforeEach(async () => {
  functions = await startFunctions([account, representative, wish]);
  admin = await signInAs(functions, 'admin');
});

afterEach(() => functions.close());

async function importRows(rows: Rows, options: { dryRun?: boolean; acceptPartial?: boolean } = {}) {
  const mediaId = await bring(functions, admin, await sheetOf(rows, '代表名册'));
  const { dryRun = false, ...rest } = options;
  return functions.call('representative.importRoster', { mediaId, dryRun, ...rest }, admin.token);
}

const list = async (): Promise<Output<'representative.list'>['items']> =>
  (await functions.call('representative.list', {})).items;
const names = async (): Promise<string[]> => (await list()).map(({ name }) => name);
const groups = async () =>
  (await functions.call('representative.groups', {})).items.map(({ id: _id, ...group }) => group);

describe('importing a roster', () => {
  it('brings the sample’s 64 representatives in 8 groups', async () => {
    const mediaId = await bring(functions, admin, await sampleSheet('roster-64'));
    const answer = await functions.call('representative.importRoster', { mediaId, dryRun: false }, admin.token);
    expect(answer).toEqual({ accepted: 64, rejected: [] });
    const listed = await groups();
    expect(listed).toHaveLength(8);
    expect(listed[0]).toEqual({ name: '第一代表小组', villages: ['刘胜村'], members: 8 });
    const first = await functions.call('representative.list', { limit: 40 });
    const second = await functions.call('representative.list', { limit: 40, cursor: first.nextCursor ?? '' });
    expect(second.nextCursor).toBeNull();
    expect([...first.items, ...second.items]).toHaveLength(64);
    expect(first.items[0]).toMatchObject({
      name: '丁银山',
      level: 'city',
      position: 'leader',
      groupName: '第一代表小组',
    });
    expect(first.items[0]?.strengths).toEqual(['医疗健康', '义诊']);
    expect(second.items.at(-1)?.name).toBe('吕晓明');
  });

  it('reads people, groups and their villages, and seals phones', async () => {
    expect(await importRows(good)).toEqual({ accepted: 4, rejected: [] });
    expect(await groups()).toEqual([
      { name: '一组', villages: ['刘胜村', '永兴村'], members: 3 },
      { name: '二组', villages: ['郭居'], members: 1 },
    ]);
    expect(await names()).toEqual(['丁银山', '高学军', '王芳', '朱秀英']);
    const phones = (await representatives.listAll()).map((doc) => unseal(functions.host.contactKey, doc.phone));
    expect(phones).toEqual(['13998401954', '', '13996341459', '']);
    expect(JSON.stringify(await list())).not.toContain('13998401954');
  });

  it('writes nothing on a dry run, and is for the presidium and the admin', async () => {
    expect(await importRows(good, { dryRun: true })).toEqual({ accepted: 4, rejected: [] });
    expect(await names()).toEqual([]);
    const { token } = await aResident(functions);
    expect(await functions.refusal('representative.importRoster', { mediaId: 'x', dryRun: true }, token)).toBe(
      'FORBIDDEN',
    );
    expect(await functions.refusal('representative.importRoster', { mediaId: 'x', dryRun: true }, admin.token)).toBe(
      'INVALID_INPUT',
    );
  });

  type Bad = readonly [what: string, row: Rows[number], column: string, reason: RegExp];
  const cases: readonly Bad[] = [
    ['no name', [5, '', '镇', '一组', '代表'], '姓名', /请填写姓名/],
    ['an unknown level', [5, '李四', '省', '一组', '代表'], '代表层级', /没有“省”这种代表层级，可填：市、镇/],
    ['no group', [5, '李四', '镇', null, '代表'], '代表小组', /请填写代表小组/],
    ['an unknown position', [5, '李四', '镇', '一组', '主任'], '职务', /没有“主任”这种职务/],
    ['a phone that is none', [5, '李四', '镇', '一组', '代表', '123'], '联系电话', /不是手机号/],
    ['the same name in one group', [5, '王芳', '镇', '一组', '代表'], '姓名', /一组的“王芳”与第 4 行重复/],
    [
      'a village of another group',
      [5, '李四', '镇', '一组', '代表', '', '', '', '郭居'],
      '联系村居',
      /“郭居”已由二组联系/,
    ],
    ['a group without a leader', [5, '李四', '镇', '三组', '联络员'], '职务', /三组没有组长/],
  ];
  it.each(cases)('is told of %s, and writes nothing', async (_what, row, column, reason) => {
    const answer = await importRows([header, leader, liaison, member, other, row]);
    expect(answer).toEqual({ accepted: 0, rejected: [{ row: 6, column, reason: expect.stringMatching(reason) }] });
    expect(await names()).toEqual([]);
  });

  it('is told of each bad cell once, and of nothing that only follows from it', async () => {
    const badLeader = [1, '丁银山', '市', '一组', '组长', '123', '', '', '刘胜村'];
    const both = [5, '李四', '镇', '二组', '代表', '', '', '', '刘胜村；永兴村'];
    const first = await importRows([header, badLeader, liaison, member, other]);
    expect(first.rejected).toEqual([{ row: 2, column: '联系电话', reason: '“123”不是手机号或座机号' }]);
    const { rejected } = await importRows([header, leader, liaison, other, both]);
    expect(rejected).toEqual([
      { row: 5, column: '联系村居', reason: expect.stringMatching(/“刘胜村”已由一组联系.*；“永兴村”已由一组联系/) },
    ]);
    expect(await names()).toEqual([]);
  });

  it('updates people in place: who is not listed any more leaves, who comes back is the same person', async () => {
    await importRows(good);
    const before = new Map((await list()).map(({ name, id }) => [name, id]));
    const promoted = [1, '高学军', '镇', '一组', '组长', '', '校长', '', '刘胜村'];
    await importRows([header, promoted, other]);
    expect(await names()).toEqual(['高学军', '朱秀英']);
    const [headmaster] = await list();
    expect(headmaster).toMatchObject({ id: before.get('高学军'), position: 'leader', occupation: '校长' });
    expect((await groups())[0]).toEqual({ name: '一组', villages: ['刘胜村'], members: 1 });
    await importRows(good);
    expect(new Map((await list()).map(({ name, id }) => [name, id]))).toEqual(before);
  });

  it('leaves groups alone that the file does not name', async () => {
    await importRows(good);
    const third = [1, '刘凤英', '市', '三组', '组长', '', '', '', '新港社区'];
    expect(await importRows([header, third, [2, '朱小秀', '镇', '二组', '组长', '', '', '', '郭居']])).toMatchObject({
      accepted: 2,
    });
    expect(await names()).toEqual(['丁银山', '高学军', '王芳', '朱小秀', '刘凤英']);
    expect((await groups()).map(({ name }) => name)).toEqual(['一组', '二组', '三组']);
    const taken = [1, '刘凤英', '市', '三组', '组长', '', '', '', '刘胜村'];
    expect((await importRows([header, taken])).rejected).toEqual([
      { row: 2, column: '联系村居', reason: '“刘胜村”已由一组联系，一个村居只能由一个小组联系' },
    ]);
  });

  it('lets nobody go when rows were rejected and the good ones accepted', async () => {
    await importRows(good);
    const wrong = [3, '王芳', '镇', '一组', '委员', '', '', '', ''];
    const answer = await importRows([header, [...leader.slice(0, 8), '新村'], wrong], { acceptPartial: true });
    expect(answer).toMatchObject({ accepted: 1, rejected: [{ row: 3, column: '职务' }] });
    expect((await names()).sort()).toEqual(['丁银山', '朱秀英', '王芳', '高学军'].sort());
    expect((await groups())[0]?.villages).toEqual(['刘胜村', '永兴村', '新村']);
  });

  it('takes a group that is merged over the rows of its members', async () => {
    const [, title, ...rows] = good;
    const { Workbook } = await import('exceljs');
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('代表名册');
    for (const row of [title ?? [], ...rows]) sheet.addRow([...row]);
    sheet.mergeCells('D2:D4');
    const mediaId = await bring(functions, admin, Buffer.from(await workbook.xlsx.writeBuffer()));
    const answer = await functions.call('representative.importRoster', { mediaId, dryRun: false }, admin.token);
    expect(answer).toEqual({ accepted: 4, rejected: [] });
    expect((await groups())[0]).toMatchObject({ name: '一组', members: 3 });
  });
});
