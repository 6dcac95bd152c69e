import { attendances, duties } from '../../../cloudfunctions/store/duties';
import { dutySheetTitles, type DutySheetTitle } from '../../../domain/duty-sheet';
import type { Output } from '../../../contract/contract';
import { bring, fetchLink, readRows, sheetOf, type Rows } from '../../fixtures/sheets';
import type { Person } from '../../support/town';
import { aDutyTown, type DutyTown } from './cast';

let town: DutyTown;
beforeAll(async () => {
  town = await aDutyTown();
});
afterAll(() => town.close());

type Row = Partial<Record<DutySheetTitle, string | number | null>>;

const titles = dutySheetTitles.filter((title) => title !== '序号');

const row = (set: Row): Row => ({
  活动名称: '镇人大二次会议',
  类型: '人代会',
  日期: '2026-03-10',
  时间: '9:00-17:00',
  地点: '镇会议室',
  半天数: 2,
  代表小组: '江东代表小组',
  出席情况: '出席',
  ...set,
});

const rowsOf = (rows: readonly Row[]): Rows => [
  ['长江镇人大考勤登记表'],
  [...titles],
  ...rows.map((one) => titles.map((title) => one[title] ?? null)),
];

async function bytesInto(bytes: Buffer, options: { dryRun?: boolean; acceptPartial?: boolean }, who: Person) {
  const mediaId = await bring(town, who, bytes);
  const { dryRun = false, ...rest } = options;
  return town.call('duty.importAttendance', { mediaId, dryRun, ...rest }, town.tokenOf(who));
}

const importRows = async (
  rows: readonly Row[],
  options: { dryRun?: boolean; acceptPartial?: boolean } = {},
): Promise<Output<'duty.importAttendance'>> => bytesInto(await sheetOf(rowsOf(rows), '考勤'), options, town.cast.admin);

const meeting = [
  row({ 代表姓名: '周建平' }),
  row({ 代表姓名: '沈丽芳', 出席情况: '请假', 请假事由: '出差' }),
  row({ 代表姓名: '吕国华', 出席情况: '缺席', 代表小组: null }),
  row({ 活动名称: '田间调研', 类型: '调研', 日期: '2026年4月2日', 时间: null, 半天数: null, 代表姓名: '周建平' }),
];

const counted = async (): Promise<number[]> => [
  await (await duties()).countDocuments({}),
  await (await attendances()).countDocuments({}),
];

it('tells every bad cell by its row, and imports all rows or none', async () => {
  const bad = [
    row({ 代表姓名: '周建平' }),
    row({ 代表姓名: '张三' }),
    row({ 代表姓名: '沈丽芳', 出席情况: '请假' }),
    row({ 代表姓名: '沈丽芳', 出席情况: '迟到', 时间: '25:00', 半天数: 0 }),
    row({ 代表姓名: '周建平' }),
    row({ 代表姓名: '陈志明', 类型: '培训' }),
    row({ 代表姓名: '黄海峰', 日期: '2026-12-01' }),
  ];
  const { accepted, rejected } = await importRows(bad);
  expect(accepted).toBe(0);
  expect(rejected.map((one) => `${one.row} ${one.column} ${one.reason}`)).toEqual([
    '4 代表姓名 名册中没有代表“张三(江东代表小组)”',
    '5 请假事由 请填写请假事由',
    '6 时间 “25:00”不是能识别的时间，应如 9:00 或 9:00-11:30',
    '6 半天数 半天数应在 1 到 20 之间',
    '6 出席情况 没有“迟到”，可填：出席、请假、缺席',
    '7 代表姓名 周建平在这次活动里与第 3 行重复',
    '8 类型 同一次活动的类型与第 3 行不一样',
    '9 日期 活动还没有开始，不能导入考勤',
    '9 代表姓名 名册中没有代表“黄海峰(江东代表小组)”',
  ]);
  expect(await importRows(meeting, { dryRun: true })).toEqual({ accepted: 4, rejected: [] });
  expect(await counted()).toEqual([0, 0]);
});

it('is on record with its points at once, and a second import adds nothing', async () => {
  const { cast, tokenOf } = town;
  const both = await Promise.all([importRows(meeting), importRows(meeting)]);
  expect(both.map(({ accepted }) => accepted).sort()).toEqual([0, 4]);
  expect(await counted()).toEqual([2, 4]);
  expect(await town.booked('g1-member')).toEqual(['M1 4', 'M7 3']);
  expect(await town.booked('g1-member2')).toEqual(['M2 -2']);
  expect(await town.booked('g1-leader')).toEqual([]);
  expect(await town.proposed('g1-leader')).toEqual(['M3 open']);
  const { rejected } = await importRows(meeting);
  expect(rejected[0]).toEqual({ row: 3, column: '代表姓名', reason: '周建平在这次活动的考勤已经导入过' });
  // One more of the same meeting.
  expect(await importRows([...meeting, row({ 代表姓名: '陈志明' })], { acceptPartial: true })).toMatchObject({
    accepted: 1,
  });
  expect(await counted()).toEqual([2, 5]);
  expect(await town.booked('g1-liaison')).toEqual(['M1 4']);

  const past = { scope: 'town', list: 'past' } as const;
  const { items } = await town.call('duty.list', past, tokenOf(cast.presidium));
  const held = items.find(({ title }) => title === '镇人大二次会议');
  expect(held).toMatchObject({ state: 'settled', kind: 'meeting', from: '2026-03-10T01:00:00.000Z', halfDays: 2 });
  const id = held?.id ?? '';
  await town.call('duty.reopen', { id, reason: '名单有误' }, tokenOf(cast.presidium));
  expect(await town.booked('g1-member')).toEqual(['M1 4', 'M7 3', 'M1 -4']);
  expect((await importRows([row({ 代表姓名: '周建平' })])).rejected[0]?.reason).toContain('正在重新核对');
  await town.call('duty.settle', { id }, tokenOf(cast.presidium));
  expect(await town.booked('g1-member')).toEqual(['M1 4', 'M7 3', 'M1 -4', 'M1 4']);
  expect(await town.proposed('g1-leader')).toEqual(['M3 dropped', 'M3 open']);
});

it('is for the presidium and the admin; what was called in the system is not imported', async () => {
  const { cast } = town;
  await town.aDuty({ title: '三季度学习', from: '2026-11-13T01:00:00Z', until: '2026-11-13T03:00:00Z' });
  const called = await importRows([row({ 活动名称: '三季度 学习', 日期: '2026-11-13', 代表姓名: '周建平' })]);
  expect(called.rejected[0]?.reason).toContain('已经召集过这次活动');
  for (const who of [cast.liaison, cast.member, cast.department]) {
    const asked = { mediaId: 'm1', dryRun: true };
    expect(await town.refusal('duty.importAttendance', asked, who.token)).toBe('FORBIDDEN');
  }
});

it('the template can be imported as it is, and the list is written for signing', async () => {
  const { cast, tokenOf } = town;
  const { url, name } = await town.call('duty.template', {}, tokenOf(cast.admin));
  expect(name).toBe('考勤导入模板.xlsx');
  const template = await fetchLink(town, url);
  expect((await readRows(template)).get(1)).toEqual([...dutySheetTitles]);
  expect(await bytesInto(template, { dryRun: true }, cast.admin)).toEqual({ accepted: 3, rejected: [] });

  const duty = await town.aDuty(
    { kind: 'training', title: '代表培训', groupId: 'g1', expected: 'group' },
    cast.liaison,
  );
  town.goTo('2026-11-20T09:05:00');
  await town.signIn(duty.id, cast.member);
  const asked = { id: duty.id };
  expect(await town.refusal('duty.sheet', asked, tokenOf(cast.otherLiaison))).toBe('FORBIDDEN');
  const printed = await town.call('duty.sheet', asked, tokenOf(cast.liaison));
  expect(printed.name).toBe('2026-11-20代表培训签到表.xlsx');
  const rows = await readRows(await fetchLink(town, printed.url));
  expect(rows.get(1)?.[0]).toBe('长江镇人大代表培训签到表');
  expect([...rows.values()].slice(3).map((cells) => cells.slice(1, 6))).toEqual([
    ['吕国华', '江东代表小组'],
    ['陈志明', '江东代表小组'],
    ['周建平', '江东代表小组', '已到', 1, '11月20日 09:05'],
    ['沈丽芳', '江东代表小组'],
  ]);
});
