/**
 * 心愿台账 as a table: its columns, and what a row of it says. Every status can be written and read back; what has no
 * column of its own stands behind the remark (ledger-remark.ts). Lost on paper are photos, the wisher's words and
 * independent 晒单.
 */
import {
  cellText,
  isBlank,
  isFault,
  plainText,
  quoted,
  readDay,
  readPhone,
  readText,
  type Cell,
  type Reading,
} from './cell';
import { onePerCell, type CellIssue, type TableRow, type TableShape } from './cell-table';
import { categoryLabels, channelLabels, codeOf, ratingLabels, statusLabels } from './labels';
import { checkLedgerStatus } from './ledger-checks';
import { furtherTitles, readFurther, type FurtherTitle, type LedgerFurther } from './ledger-further';
import { readOutcomes } from './ledger-outcome';
import type { LedgerDirectory, LedgerGroup, LedgerPerson } from './ledger-people';
import { readRemark, type LedgerRemark } from './ledger-remark';
import type { Outcome } from './outcome';
import type { Category, Channel, Rating, Resolution, WishStatus } from './wish';

export const ledgerTitles = [
  '序号',
  '心愿编号',
  '心愿人',
  '联系电话',
  '村(社区)',
  '组别',
  '类别',
  '心愿内容',
  '收集方式',
  '收集代表',
  '收集日期',
  '认领代表',
  '认领日期',
  '办结时限',
  '办理情况',
  '办结日期',
  '成效类型',
  '金额(元)',
  '场次',
  '受益人数',
  '满意度',
  '备注',
] as const;
export type LedgerTitle = (typeof ledgerTitles)[number];

/** The town's columns and those of the full ledger, which an import reads where they are there. */
export type WideTitle = LedgerTitle | FurtherTitle;
const wideTitles: readonly WideTitle[] = [...ledgerTitles, ...furtherTitles];

export const ledgerShape: TableShape<WideTitle> = {
  titles: wideTitles,
  required: ['心愿编号', '村(社区)', '类别', '心愿内容', '收集方式', '收集日期', '办理情况'],
  counter: '序号',
  fillDown: ['村(社区)', '组别', '类别', '收集方式', '收集代表', '收集日期'],
};

/** A good row. Days are Shanghai midnights. */
export interface LedgerEntry {
  row: number;
  code: string;
  /** '' where the ledger is blank. */
  wisher: string;
  phone: string;
  village: string;
  group: LedgerGroup;
  team: string;
  category: Category;
  content: string;
  channel: Channel;
  collector: LedgerPerson | null;
  collectedAt: Date;
  claimer: LedgerPerson | null;
  claimedAt: Date | null;
  dueOn: Date | null;
  status: WishStatus;
  doneAt: Date | null;
  outcomes: Outcome[];
  rating: Rating | null;
  resolved?: Resolution;
  reason?: string;
  remark?: string;
  further: LedgerFurther;
}

export type LedgerIssue = CellIssue<WideTitle>;

const MAX = { code: 32, wisher: 50, team: 30, content: 300, remark: 500 } as const;

type Take = <Value>(title: LedgerTitle, reading: { value: Value } | { reason: string }) => Value | undefined;

/** A cell whose text must be one of the labels. */
function labelled<Code extends string>(cell: Cell, title: string, labels: Record<Code, string>) {
  const code = codeOf(labels, plainText(cell));
  if (code) return { value: code };
  if (isFault(cell)) return { reason: cell.fault };
  const choices = Object.values<string>(labels).join('、');
  return { reason: isBlank(cell) ? `请填写${title}` : `没有${quoted(cellText(cell))}这种${title}，可填：${choices}` };
}

function required(reading: ReturnType<typeof readText>, title: string) {
  return 'value' in reading && reading.value === '' ? { reason: `请填写${title}` } : reading;
}

function readRating(cell: Cell) {
  return isBlank(cell) ? { value: null } : labelled<Rating>(cell, '满意度', ratingLabels);
}

function readCollectedAt(cell: Cell): Reading<Date> {
  const reading = readDay(cell);
  if ('reason' in reading) return reading;
  return reading.value === null ? { reason: '请填写收集日期' } : { value: reading.value };
}

function readVillage(cell: Cell, directory: LedgerDirectory) {
  if (isFault(cell)) return { reason: cell.fault };
  const found = directory.village(cellText(cell));
  if (found) return { value: found };
  return {
    reason: isBlank(cell) ? '请填写村(社区)' : `没有代表小组联系${quoted(cellText(cell))}，请先在代表名册中写明`,
  };
}

function readPerson(cell: Cell, directory: LedgerDirectory, groupId: string | undefined) {
  if (isFault(cell)) return { reason: cell.fault };
  return isBlank(cell) ? { value: null } : directory.person(cellText(cell), groupId);
}

/** The remark itself is bounded, not what an export wrote behind it. */
function readNoted(cell: Cell): Reading<LedgerRemark> {
  if (isFault(cell)) return { reason: cell.fault };
  const noted = readRemark(cellText(cell));
  const length = [...(noted.remark ?? '')].length;
  return length > MAX.remark ? { reason: `最多 ${MAX.remark} 个字，现有 ${length} 个字` } : { value: noted };
}

/** The wish's number as it is kept: full-width digits and blanks do not make another one of it. */
const ledgerCode = (cell: TableRow<WideTitle>['cell']): Cell =>
  isFault(cell('心愿编号')) ? cell('心愿编号') : plainText(cell('心愿编号'));

/** The numbers of the rows, in capital and in small letters too: cj-1 and CJ-1 are one number. */
export const codesOf = (rows: readonly TableRow<WideTitle>[]): string[] =>
  rows
    .map(({ cell }) => plainText(cell('心愿编号')))
    .filter((code) => code !== '')
    .flatMap((code) => [...new Set([code, code.toUpperCase(), code.toLowerCase()])]);

/** What can be read of each cell; undefined where it could not. */
function readCells({ cell }: TableRow<WideTitle>, directory: LedgerDirectory, take: Take) {
  const text = (title: LedgerTitle, max: number) => readText(cell(title), max);
  const place = take('村(社区)', readVillage(cell('村(社区)'), directory));
  const person = (title: LedgerTitle) => take(title, readPerson(cell(title), directory, place?.group.id));
  return {
    code: take('心愿编号', required(readText(ledgerCode(cell), MAX.code), '心愿编号')),
    wisher: take('心愿人', text('心愿人', MAX.wisher)),
    phone: take('联系电话', readPhone(cell('联系电话'))),
    village: place?.village,
    group: place?.group,
    team: take('组别', text('组别', MAX.team)),
    category: take('类别', labelled<Category>(cell('类别'), '类别', categoryLabels)),
    content: take('心愿内容', required(text('心愿内容', MAX.content), '心愿内容')),
    channel: take('收集方式', labelled<Channel>(cell('收集方式'), '收集方式', channelLabels)),
    collector: person('收集代表'),
    collectedAt: take('收集日期', readCollectedAt(cell('收集日期'))),
    claimer: person('认领代表'),
    claimedAt: take('认领日期', readDay(cell('认领日期'))),
    dueOn: take('办结时限', readDay(cell('办结时限'))),
    status: take('办理情况', labelled<WishStatus>(cell('办理情况'), '办理情况', statusLabels)),
    doneAt: take('办结日期', readDay(cell('办结日期'))),
    rating: take('满意度', readRating(cell('满意度'))),
    remark: take('备注', readNoted(cell('备注'))),
  };
}
export type LedgerCells = ReturnType<typeof readCells>;

const isComplete = (
  cells: LedgerCells,
): cells is { [Field in keyof LedgerCells]-?: Exclude<LedgerCells[Field], undefined> } =>
  Object.values(cells).every((value) => value !== undefined);

/** The entry, or every bad cell of the row. `codeIssue` says why its number cannot be taken, where it cannot. */
function readRow(
  row: TableRow<WideTitle>,
  directory: LedgerDirectory,
  codeIssue: string | undefined,
): LedgerEntry | LedgerIssue[] {
  const issues: LedgerIssue[] = [];
  const issue = (column: WideTitle, reason: string): void => {
    issues.push({ row: row.row, column, reason });
  };
  const cells = readCells(row, directory, (title, reading) => {
    if ('value' in reading) return reading.value;
    issue(title, reading.reason);
    return undefined;
  });
  if (codeIssue !== undefined) issue('心愿编号', codeIssue);
  const { items = [], ...noted } = cells.remark ?? {};
  const outcomes = readOutcomes(row.cell, items, issue);
  checkLedgerStatus({ ...cells, isOrdered: plainText(row.cell('主办部门')) !== '' }, issue);
  const about = { status: cells.status, isClaimed: Boolean(cells.claimer), groupId: cells.group?.id };
  const further = readFurther(row, about, directory, issue);
  if (issues.length > 0 || !isComplete(cells)) return onePerCell(issues, wideTitles);
  const { remark: _written, ...entry } = cells;
  const { resolved } = further;
  return { row: row.row, ...entry, outcomes, ...noted, ...(resolved ? { resolved } : {}), further };
}

export interface LedgerReading {
  entries: LedgerEntry[];
  rejected: LedgerIssue[];
}

/** The good rows and every bad cell. `taken` are the numbers that are in the ledger already. */
export function readLedger(
  rows: readonly TableRow<WideTitle>[],
  directory: LedgerDirectory,
  taken: ReadonlySet<string>,
): LedgerReading {
  const entries: LedgerEntry[] = [];
  const rejected: LedgerIssue[] = [];
  const firstRows = new Map<string, number>();
  const inLedger = new Set([...taken].map((code) => code.toUpperCase()));
  for (const row of rows) {
    const code = plainText(row.cell('心愿编号'));
    const number = code.toUpperCase();
    const firstRow = firstRows.get(number);
    if (code !== '' && firstRow === undefined) firstRows.set(number, row.row);
    const twice = firstRow === undefined ? undefined : `心愿编号${quoted(code)}与第 ${firstRow} 行重复`;
    const read = readRow(row, directory, inLedger.has(number) ? '心愿编号已在台账中' : twice);
    if (Array.isArray(read)) rejected.push(...read);
    else entries.push(read);
  }
  return { entries, rejected };
}
