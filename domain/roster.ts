/** 代表名册 as a table: its columns, and what its rows say of people and of the groups they make up. */
import {
  cellText,
  isBlank,
  isFault,
  listItems,
  plain,
  plainText,
  quoted,
  readPhone,
  readText,
  type Cell,
} from './cell';
import { onePerCell, type CellIssue, type TableRow, type TableShape } from './cell-table';
import { codeOf, levelLabels, positionLabels, type Level, type Position } from './labels';

const rosterTitles = ['序号', '姓名', '代表层级', '代表小组', '职务', '联系电话', '职业', '专长', '联系村居'] as const;
export type RosterTitle = (typeof rosterTitles)[number];

export const rosterShape: TableShape<RosterTitle> = {
  titles: rosterTitles,
  required: ['姓名', '代表层级', '代表小组', '职务', '联系村居'],
  counter: '序号',
  fillDown: ['代表小组', '联系村居', '代表层级'],
};

export interface RosterEntry {
  row: number;
  name: string;
  level: Level;
  groupName: string;
  position: Position;
  /** '' where the roster is blank. */
  phone: string;
  occupation: string;
  strengths: string[];
  villages: string[];
}

export type RosterIssue = CellIssue<RosterTitle>;

export interface RosterReading {
  entries: RosterEntry[];
  rejected: RosterIssue[];
}

const MAX = { name: 20, groupName: 30, occupation: 50, list: 200 } as const;

function required(cell: Cell, max: number, title: RosterTitle) {
  const reading = readText(cell, max);
  if ('reason' in reading) return reading;
  // A name of two characters is often spread out by a blank.
  return reading.value === '' ? { reason: `请填写${title}` } : { value: plain(reading.value) };
}

function labelled<Code extends string>(cell: Cell, title: RosterTitle, labels: Record<Code, string>) {
  const code = codeOf(labels, plainText(cell)) ?? codeOf(labels, plainText(cell).replace(/(人大)?代表$/, ''));
  if (code) return { value: code };
  if (isFault(cell)) return { reason: cell.fault };
  const choices = Object.values<string>(labels).join('、');
  return { reason: isBlank(cell) ? `请填写${title}` : `没有${quoted(cellText(cell))}这种${title}，可填：${choices}` };
}

function list(cell: Cell) {
  const reading = readText(cell, MAX.list);
  if ('reason' in reading) return reading;
  return { value: [...new Set(listItems(reading.value).map(plain))].filter((item) => item !== '') };
}

/** The entry, or every bad cell of the row. */
function readRow({ row, cell }: TableRow<RosterTitle>): RosterEntry | RosterIssue[] {
  const issues: RosterIssue[] = [];
  const take = <Value>(column: RosterTitle, reading: { value: Value } | { reason: string }): Value | undefined => {
    if ('value' in reading) return reading.value;
    issues.push({ row, column, reason: reading.reason });
    return undefined;
  };
  const name = take('姓名', required(cell('姓名'), MAX.name, '姓名'));
  const level = take('代表层级', labelled<Level>(cell('代表层级'), '代表层级', levelLabels));
  const groupName = take('代表小组', required(cell('代表小组'), MAX.groupName, '代表小组'));
  const position = take('职务', labelled<Position>(cell('职务'), '职务', positionLabels));
  const phone = take('联系电话', readPhone(cell('联系电话')));
  const occupation = take('职业', readText(cell('职业'), MAX.occupation));
  const strengths = take('专长', list(cell('专长')));
  const villages = take('联系村居', list(cell('联系村居')));
  if (!name || !level || !groupName || !position || phone === undefined) return issues;
  if (occupation === undefined || !strengths || !villages) return issues;
  return { row, name, level, groupName, position, phone, occupation, strengths, villages };
}

/** Groups that name a leader, be the rest of the leader's row good or bad: the bad cell is told where it stands. */
const ledGroups = (rows: readonly TableRow<RosterTitle>[]): Set<string> =>
  new Set(
    rows
      .filter(({ cell }) => plainText(cell('职务')) === positionLabels.leader)
      .map(({ cell }) => plainText(cell('代表小组'))),
  );

/** One person once in a group; each village with one group; each group with somebody to lead it. */
function crossIssues(
  entries: readonly RosterEntry[],
  served: ReadonlyMap<string, string>,
  led: ReadonlySet<string>,
): RosterIssue[] {
  const issues: RosterIssue[] = [];
  const issue = (row: number, column: RosterTitle, reason: string): void => {
    issues.push({ row, column, reason });
  };
  const firstRows = new Map<string, number>();
  const owners = new Map(served);
  const groupRows = new Map<string, number>();
  for (const { row, name, groupName, villages } of entries) {
    const firstRow = firstRows.get(`${groupName} ${name}`);
    if (firstRow === undefined) firstRows.set(`${groupName} ${name}`, row);
    else issue(row, '姓名', `${groupName}的“${name}”与第 ${firstRow} 行重复`);
    for (const village of villages) {
      const owner = owners.get(village) ?? groupName;
      owners.set(village, owner);
      if (owner !== groupName) issue(row, '联系村居', `“${village}”已由${owner}联系，一个村居只能由一个小组联系`);
    }
    if (!groupRows.has(groupName)) groupRows.set(groupName, row);
  }
  for (const [groupName, row] of groupRows) {
    if (!led.has(groupName)) issue(row, '职务', `${groupName}没有组长，至少应有一名`);
  }
  return issues;
}

/**
 * The good rows and every bad cell. `served`: village → group name, for groups that are kept and not in this file.
 * A group without a leader is left out whole, under the row of its first member.
 */
export function readRoster(
  rows: readonly TableRow<RosterTitle>[],
  servedByOthers: (groupNames: ReadonlySet<string>) => ReadonlyMap<string, string>,
): RosterReading {
  const rejected: RosterIssue[] = [];
  const read: RosterEntry[] = [];
  for (const row of rows) {
    const entry = readRow(row);
    if (Array.isArray(entry)) rejected.push(...entry);
    else read.push(entry);
  }
  const led = ledGroups(rows);
  const crossed = crossIssues(read, servedByOthers(new Set(read.map((entry) => entry.groupName))), led);
  const badRows = new Set(crossed.map((issue) => issue.row));
  return {
    entries: read.filter((entry) => !badRows.has(entry.row) && led.has(entry.groupName)),
    rejected: onePerCell([...rejected, ...crossed], rosterTitles),
  };
}
