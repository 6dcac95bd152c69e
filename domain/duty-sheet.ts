/**
 * 考勤表: a list of attendances as towns keep it, one row for each person and duty. Rows of the same 活动名称 and 日期 are
 * one duty. The same columns are written for the template.
 */
import { cellText, isBlank, isFault, plain, plainText, quoted, readCount, readDay, readText, type Cell } from './cell';
import { onePerCell, type CellIssue, type TableRow, type TableShape } from './cell-table';
import { dutyName, type AttendanceStatus, type DutyKind } from './duty';
import { dutyKindLabels } from './labels';
import type { LedgerDirectory, LedgerPerson } from './ledger-people';
import { HOUR_MS, shanghaiDay } from './time';

export const dutySheetTitles = [
  ...(['序号', '活动名称', '类型', '日期', '时间', '地点', '半天数'] as const),
  ...(['代表姓名', '代表小组', '出席情况', '请假事由', '备注'] as const),
] as const;
export type DutySheetTitle = (typeof dutySheetTitles)[number];

export const dutySheetShape: TableShape<DutySheetTitle> = {
  titles: dutySheetTitles,
  required: ['活动名称', '类型', '日期', '代表姓名', '出席情况'],
  counter: '序号',
  fillDown: ['活动名称', '类型', '日期', '时间', '地点', '半天数', '代表小组'],
};

export const MOST_DUTY_ROWS = 3000;

/** Words that town sheets use beside the labels. */
const kindWords: Readonly<Record<string, DutyKind>> = {
  ...Object.fromEntries(Object.entries(dutyKindLabels).map(([kind, label]) => [label, kind as DutyKind])),
  ...{ 人代会: 'meeting', 人大会议: 'meeting' },
  ...{ 视察: 'inspection', 调研: 'inspection', 执法检查: 'inspection', 检查: 'inspection' },
  ...{ 培训: 'training', 学习: 'training', 走访: 'visit', 接待选民: 'visit', 选民接待: 'visit', 向选民述职: 'hearing' },
};

const statusWords: Readonly<Record<string, Exclude<AttendanceStatus, 'expected'>>> = {
  ...{ 出席: 'present', 到会: 'present', 已到: 'present', 参加: 'present' },
  请假: 'leave',
  ...{ 缺席: 'absent', 无故缺席: 'absent' },
};

/** One row that is good: who was what at which duty. */
export interface AttendanceEntry {
  row: number;
  name: string;
  duty: SheetDuty;
  person: LedgerPerson;
  status: Exclude<AttendanceStatus, 'expected'>;
  halfDays: number;
  reason: string;
}

export interface SheetDuty {
  kind: DutyKind;
  title: string;
  place: string;
  from: Date;
  until: Date;
}

type Issue = CellIssue<DutySheetTitle>;
type Row = TableRow<DutySheetTitle>;

export interface DutySheetReading {
  entries: AttendanceEntry[];
  rejected: Issue[];
}

/** What is there already: by the name of the duty, whether more may be added to it, and who is on it. */
export interface KnownDuty {
  /** Why nothing can be added: it was called in the system, or is being looked at again. */
  refusal?: string;
  representativeIds: ReadonlySet<string>;
}

const HALF_DAY_MS = 4 * HOUR_MS;
const MORNING_HOUR = 9;
const TIME = /^(\d{1,2})[:：](\d{2})(?:\s*[-—~至到]+\s*(\d{1,2})[:：](\d{2}))?$/;

/** '9:00' or '9:00-11:30', as milliseconds into the day; a blank cell is nine o'clock. */
function readClock(cell: Cell): { value: { from: number; until: number | null } } | { reason: string } {
  if (isFault(cell)) return { reason: cell.fault };
  if (isBlank(cell)) return { value: { from: MORNING_HOUR * HOUR_MS, until: null } };
  const [, ...parts] = TIME.exec(plain(cellText(cell))) ?? [];
  const [hour, minute, endHour, endMinute] = parts.map((part?: string) => (part === undefined ? NaN : Number(part)));
  const from = msOf(hour, minute);
  const until = parts[2] === undefined ? null : msOf(endHour, endMinute);
  if (from === null || (parts[2] !== undefined && (until === null || until <= from))) {
    return { reason: `${quoted(cellText(cell))}不是能识别的时间，应如 9:00 或 9:00-11:30` };
  }
  return { value: { from, until } };
}

const msOf = (hour = NaN, minute = NaN): number | null =>
  hour < 24 && minute < 60 ? hour * HOUR_MS + (minute * HOUR_MS) / 60 : null;

function word<Value>(cell: Cell, words: Readonly<Record<string, Value>>, title: string) {
  if (isFault(cell)) return { reason: cell.fault };
  const found = words[plainText(cell)];
  if (found !== undefined) return { value: found };
  const choices = title === '类型' ? Object.values(dutyKindLabels) : ['出席', '请假', '缺席'];
  return {
    reason: isBlank(cell) ? `请填写${title}` : `没有${quoted(cellText(cell))}，可填：${choices.join('、')}`,
  };
}

function needed(cell: Cell, max: number, title: string) {
  const reading = readText(cell, max);
  return 'value' in reading && reading.value === '' ? { reason: `请填写${title}` } : reading;
}

function readHalfDays(cell: Cell) {
  const reading = readCount(cell);
  if ('reason' in reading) return reading;
  const value = reading.value ?? 1;
  return value >= 1 && value <= 20 ? { value } : { reason: '半天数应在 1 到 20 之间' };
}

function readPerson(cell: Cell, group: Cell, people: LedgerDirectory) {
  if (isFault(cell)) return { reason: cell.fault };
  if (isBlank(cell)) return { reason: '请填写代表姓名' };
  const groupName = plainText(group);
  return people.person(groupName === '' ? cellText(cell) : `${plainText(cell)}(${groupName})`, undefined);
}

/** The entry, or every bad cell of the row. */
function readRow({ row, cell }: Row, people: LedgerDirectory, now: Date): AttendanceEntry | Issue[] {
  const issues: Issue[] = [];
  const take = <Value>(column: DutySheetTitle, reading: { value: Value } | { reason: string }): Value | undefined => {
    if ('value' in reading) return reading.value;
    issues.push({ row, column, reason: reading.reason });
    return undefined;
  };
  const title = take('活动名称', needed(cell('活动名称'), 60, '活动名称'));
  const kind = take('类型', word(cell('类型'), kindWords, '类型'));
  const day = take('日期', readDay(cell('日期')));
  const clock = take('时间', readClock(cell('时间')));
  const place = take('地点', readText(cell('地点'), 60));
  const halfDays = take('半天数', readHalfDays(cell('半天数')));
  const person = take('代表姓名', readPerson(cell('代表姓名'), cell('代表小组'), people));
  const status = take('出席情况', word(cell('出席情况'), statusWords, '出席情况'));
  const reason = take('请假事由', readText(cell('请假事由'), 200));
  take('备注', readText(cell('备注'), 200));
  if (day === null) issues.push({ row, column: '日期', reason: '请填写日期' });
  if (day && day > now) issues.push({ row, column: '日期', reason: '活动还没有开始，不能导入考勤' });
  if (status === 'leave' && reason === '') issues.push({ row, column: '请假事由', reason: '请填写请假事由' });
  if (issues.length > 0 || !title || !kind || !day || !clock || !person || !status) return issues;
  if (place === undefined || halfDays === undefined || reason === undefined) return issues;
  const from = new Date(day.getTime() + clock.from);
  const until = clock.until === null ? new Date(from.getTime() + HALF_DAY_MS) : new Date(day.getTime() + clock.until);
  const name = dutyName(shanghaiDay(day), title);
  return { row, name, duty: { kind, title, place, from, until }, person, status, halfDays, reason };
}

/** What rows say of one another and of what is there: one kind for a duty, each person once, nothing twice. */
function crossIssues(entries: readonly AttendanceEntry[], known: ReadonlyMap<string, KnownDuty>): Issue[] {
  const firsts = new Map<string, AttendanceEntry>();
  const seen = new Map<string, number>();
  return entries.flatMap(({ row, name, duty, person }): Issue[] => {
    const first = firsts.get(name);
    if (!first) firsts.set(name, { row, name, duty, person, status: 'present', halfDays: 1, reason: '' });
    const there = known.get(name);
    const key = `${name} ${person.id}`;
    const earlier = seen.get(key);
    seen.set(key, earlier ?? row);
    if (there?.refusal !== undefined) return [{ row, column: '活动名称', reason: there.refusal }];
    if (there?.representativeIds.has(person.id)) {
      return [{ row, column: '代表姓名', reason: `${person.name}在这次活动的考勤已经导入过` }];
    }
    if (earlier !== undefined) {
      return [{ row, column: '代表姓名', reason: `${person.name}在这次活动里与第 ${earlier} 行重复` }];
    }
    if (first && first.duty.kind !== duty.kind) {
      return [{ row, column: '类型', reason: `同一次活动的类型与第 ${first.row} 行不一样` }];
    }
    return [];
  });
}

/** Names of the duties that these rows speak of, as far as they can be read. */
export function dutyNamesOf(rows: readonly Row[]): string[] {
  const names = rows.flatMap(({ cell }) => {
    const [title, day] = [readText(cell('活动名称'), 60), readDay(cell('日期'))];
    return 'value' in title && 'value' in day && day.value ? [dutyName(shanghaiDay(day.value), title.value)] : [];
  });
  return [...new Set(names)];
}

/** The good rows and every bad cell. */
export function readDutySheet(
  rows: readonly Row[],
  people: LedgerDirectory,
  known: ReadonlyMap<string, KnownDuty>,
  now: Date,
): DutySheetReading {
  const rejected: Issue[] = [];
  const read: AttendanceEntry[] = [];
  for (const row of rows) {
    const entry = readRow(row, people, now);
    if (Array.isArray(entry)) rejected.push(...entry);
    else read.push(entry);
  }
  const crossed = crossIssues(read, known);
  const badRows = new Set(crossed.map(({ row }) => row));
  return {
    entries: read.filter(({ row }) => !badRows.has(row)),
    rejected: onePerCell([...rejected, ...crossed], dutySheetTitles),
  };
}

/** What the template shows: three rows of one meeting, to be overwritten. */
export function exampleRows(day: string, names: readonly { name: string; group: string }[]): (string | number)[][] {
  const statuses = [
    ['出席', ''],
    ['请假', '出差'],
    ['缺席', ''],
  ] as const;
  return statuses.map(([status, reason], index) => {
    const { name, group } = names[index] ?? { name: `代表${index + 1}`, group: '' };
    const duty = ['镇人大会议', dutyKindLabels.meeting, day, '9:00-11:30', '镇政府会议室', 1];
    return [index + 1, ...duty, name, group, status, reason, '示例，导入前请删除'];
  });
}
