/** The sheets of a hand-over: what is still open, and the points ledger with all that its hashes are computed from. */
import type { Readable } from 'node:stream';
import { appealStatusLabels, categoryLabels, orderStatusLabels, statusLabels } from '../../../domain/labels';
import { pointsOf } from '../../../domain/points';
import type { SheetValue } from '../../../domain/sheets/sheet';
import { startOfDay } from '../../../domain/time';
import type { Host } from '../../host/host';
import type { DossierFileDoc, DossierFileKind } from '../../store/dossier-jobs';
import * as departments from '../../store/departments';
import * as groups from '../../store/groups';
import { eachHead, eachOpenAppeal, eachOpenOrder, eachOpenProposal, eachOpenWish } from '../../store/open-items';
import { eachEntry } from '../../store/points-entries';
import * as representatives from '../../store/representatives';
import { sheetStream, type SheetPaper, type TableColumn } from '../sheet';
import { unnamedText } from './unnamed-text';

export type SheetKind = Exclude<DossierFileKind, 'dossier'>;

/** Names for ids, read once for a sheet, and the host that opens what names a wisher. */
interface Names {
  person: ReadonlyMap<string, string>;
  group: ReadonlyMap<string, string>;
  department: ReadonlyMap<string, string>;
  host: Host;
}

interface Source {
  title: string;
  columns: readonly TableColumn[];
  rows: (names: Names, year: string) => AsyncGenerator<SheetValue[]>;
}

const column = (title: string, width: number, set: Partial<TableColumn> = {}): TableColumn => ({
  title,
  width,
  ...set,
});
const dated = (title: string): TableColumn => column(title, 12, { isDate: true });
const long = (title: string): TableColumn => column(title, 36, { wraps: true });

async function* wishRows({ group, host }: Names): AsyncGenerator<SheetValue[]> {
  for await (const wish of eachOpenWish()) {
    const { code, village, category, status, claimer, collectedAt, dueAt } = wish;
    const place = [group.get(wish.groupId) ?? '', village, categoryLabels[category]];
    yield [
      code,
      ...place,
      statusLabels[status],
      wish.wisher.masked,
      unnamedText(wish, host),
      claimer?.name ?? '',
      collectedAt,
      dueAt ?? null,
    ];
  }
}

async function* orderRows({ department, group }: Names): AsyncGenerator<SheetValue[]> {
  for await (const order of eachOpenOrder()) {
    const { code, wishCode, village, status, reason, issuedAt, dueAt } = order;
    const place = [department.get(order.departmentId) ?? '', group.get(order.groupId) ?? '', village];
    yield [code, wishCode, ...place, orderStatusLabels[status], reason, issuedAt, dueAt];
  }
}

async function* appealRows({ person, group }: Names): AsyncGenerator<SheetValue[]> {
  for await (const { entryId, representativeId, groupId, reason, status, at, answerBy, answer } of eachOpenAppeal()) {
    const who = [person.get(representativeId) ?? '', group.get(groupId) ?? ''];
    yield [...who, entryId, appealStatusLabels[status], reason, answer?.reason ?? '', at, answerBy];
  }
}

async function* proposalRows({ person, group }: Names): AsyncGenerator<SheetValue[]> {
  for await (const proposal of eachOpenProposal()) {
    const { representativeId, groupId, kind, rule, ref, reason, explanation, at, settleFrom, proposed } = proposal;
    const who = [person.get(representativeId) ?? '', group.get(groupId) ?? ''];
    const what = [kind === 'award' ? '加分' : '扣分', rule, ref.label, reason, explanation?.text ?? '', proposed.who];
    yield [...who, ...what, at, settleFrom];
  }
}

async function* ledgerRows({ person, group }: Names, year: string): AsyncGenerator<SheetValue[]> {
  const from = startOfDay(`${year}-01-01`);
  const until = startOfDay(`${Number(year) + 1}-01-01`);
  for await (const entry of eachEntry({}, { ...(from ? { $gte: from } : {}), ...(until ? { $lt: until } : {}) })) {
    const { representativeId, groupId, ref, seq, key, rule, ruleVersion, deltaTenths, at, bookedAt, month } = entry;
    yield [
      ...[person.get(representativeId) ?? '', group.get(groupId) ?? '', pointsOf(deltaTenths)],
      ...[seq, key, representativeId, groupId, rule, ruleVersion, deltaTenths],
      ...[at.toISOString(), bookedAt.toISOString(), month, ref.kind, ref.id, ref.label],
      ...[entry.how, entry.reason, entry.by, entry.campaignId ?? '', entry.prevHash, entry.hash],
    ];
  }
}

async function* headRows({ person }: Names): AsyncGenerator<SheetValue[]> {
  for await (const { _id, seq, hash } of eachHead()) yield [person.get(_id) ?? '', _id, seq, hash];
}

const who = [column('代表', 10), column('小组', 18)];

const sources = {
  wishes: {
    title: '未办结心愿',
    columns: [
      ...[column('编号', 16), column('小组', 18), column('村（社区）', 12), column('类别', 12), column('状态', 10)],
      ...[column('心愿人', 10), long('内容'), column('认领代表', 10), dated('收集日期'), dated('承诺办结')],
    ],
    rows: wishRows,
  },
  orders: {
    title: '在办交办单',
    columns: [
      ...[
        column('交办单号', 18),
        column('心愿编号', 16),
        column('部门', 14),
        column('小组', 18),
        column('村（社区）', 12),
      ],
      ...[column('状态', 10), long('事由'), dated('交办日期'), dated('应答复日期')],
    ],
    rows: orderRows,
  },
  appeals: {
    title: '未决申诉',
    columns: [
      ...[...who, column('积分明细号', 16), column('状态', 14), long('申诉理由'), long('人大办答复')],
      ...[dated('申诉日期'), dated('应答复日期')],
    ],
    rows: appealRows,
  },
  proposals: {
    title: '未决加分扣分',
    columns: [
      ...[...who, column('类别', 8), column('规则', 8), column('依据', 20), long('事由'), long('本人说明')],
      ...[column('提出人', 16), dated('事发日期'), dated('可记账日期')],
    ],
    rows: proposalRows,
  },
  ledger: {
    title: '积分流水',
    columns: [
      ...[...who, column('分值', 8), column('seq', 6), column('key', 30), column('representativeId', 18)],
      ...[column('groupId', 14), column('rule', 6), column('ruleVersion', 6), column('deltaTenths', 8)],
      ...[column('at', 24), column('bookedAt', 24), column('month', 9), column('ref.kind', 9), column('ref.id', 16)],
      ...[column('ref.label', 20), column('how', 24), column('reason', 24), column('by', 14)],
      ...[column('campaignId', 14), column('prevHash', 66), column('hash', 66)],
    ],
    rows: ledgerRows,
  },
  heads: {
    title: '积分链首校验码',
    columns: [column('代表', 10), column('representativeId', 18), column('笔数', 8), column('链首校验码', 66)],
    rows: headRows,
  },
} as const satisfies Record<SheetKind, Source>;

export const handOverTitle = (kind: SheetKind): string => sources[kind].title;

async function readNames(host: Host): Promise<Names> {
  const [people, group, department] = await Promise.all([
    representatives.listEverybody(),
    groups.namesById(),
    departments.namesById(),
  ]);
  return { person: new Map(people.map(({ _id, name }) => [_id, name])), group, department, host };
}

async function* rowsOf(source: Source, year: string, host: Host): AsyncGenerator<SheetValue[]> {
  yield* source.rows(await readNames(host), year);
}

/** The .xlsx as it is written, row by row. */
export function handOverSheet(
  kind: SheetKind,
  { year = '' }: Pick<DossierFileDoc, 'year'>,
  paper: Omit<SheetPaper, 'title'> & { town: string },
  host: Host,
): Readable {
  const source = sources[kind];
  const title = `${paper.town}${source.title}${year && `（${year}年）`}`;
  return sheetStream(
    { name: source.title, columns: source.columns, rows: rowsOf(source, year, host) },
    { title, note: paper.note, pageLine: paper.pageLine },
  );
}
