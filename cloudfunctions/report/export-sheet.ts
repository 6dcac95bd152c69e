import type { z } from 'zod';
import * as contract from '../../contract/report';
import { hasRole, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { groupedHash } from '../../domain/points';
import {
  cellsOf,
  chooseColumns,
  sheetLabels,
  sheetTitle,
  type SheetKind,
  type SheetValue,
} from '../../domain/sheets/sheet';
import { chineseDate, shanghaiDay, shanghaiMinute } from '../../domain/time';
import { csvStream } from '../kit/csv';
import { sheetStream, type FileTable, type SheetPaper } from '../kit/sheet';
import { useCase, type Context } from '../kit/use-case';
import * as pointsFreeze from '../store/points-freeze';
import * as settings from '../store/settings';
import { keepFile } from '../kit/keep-file';
import { ledgerScope } from './ledger-scope';
import { modelsSource } from './sheets/models-source';
import { ordersSource } from './sheets/orders-source';
import { overdueSource } from './sheets/overdue-source';
import { pointsSource } from './sheets/points-source';
import { pointsSummarySource } from './sheets/points-summary-source';
import { postsSource } from './sheets/posts-source';
import type { SheetQuery, SheetSource } from './sheets/source';
import { statisticsSource } from './sheets/statistics-source';
import { wishesSource } from './sheets/wishes-source';
import { collectedWithin, daySpan } from './span';
import { wantedWishes } from './wanted-wishes';

type Asked = z.output<typeof contract.sheet.input>;

/** One of the town's sheets: written row by row while the ledger is read, so that its length costs no memory. */
export const exportSheet = useCase(contract.sheet, async (asked, context) => {
  checkCopy(asked, context.caller);
  const { town } = await settings.get();
  const made = tableOf(asked, context);
  const proof = await proofOf(asked);
  const lastLine = [...proof, ...(asked.copy === 'full' ? [watermark(context)] : [])].join('　　');
  const bytes =
    asked.format === 'xlsx'
      ? sheetStream(made.table, paperOf(asked, context, { town, proof }))
      : csvStream(made.table, lastLine === '' ? undefined : lastLine);
  const url = await keepFile(asked.format, bytes, context);
  return { url, rows: made.written.rows };
});

/** The full copy is for the group's liaison and the presidium, who say what it is for (DESIGN.md section 6). */
function checkCopy({ copy, reason, scope }: Asked, caller: Caller): void {
  if (copy === 'public') return;
  const mayKeep = scope === 'group' ? hasRole(caller, 'liaison') : hasRole(caller, 'presidium');
  const isOwnGroup = scope === undefined && !hasRole(caller, 'presidium', 'admin') && hasRole(caller, 'liaison');
  if (!mayKeep && !isOwnGroup) {
    throw new DomainError('FORBIDDEN', { message: '内部版只供组长、联络员和主席团导出，请导出公开版' });
  }
  if (reason === undefined) throw new DomainError('INVALID_INPUT', { details: { reason: '请填写导出原因' } });
}

const filterNames = {
  status: '状态',
  category: '类别',
  village: '村（社区）',
  q: '搜索词',
  channel: '收集方式',
  overdue: '是否逾期',
} as const;

const isFilter = (name: string): name is keyof typeof filterNames => Object.hasOwn(filterNames, name);

/** A filter that says nothing about a sheet is refused: nobody shall take the whole for a part. */
function filtersOf(asked: Asked): (keyof typeof filterNames)[] {
  return Object.entries(asked).flatMap(([name, value]) => (isFilter(name) && value !== undefined ? [name] : []));
}

function queryOf(asked: Asked, { caller, now, host }: Context): SheetQuery {
  const { kind: _kind, copy, format: _format, reason: _reason, columns: _columns, scope, from, to, ...filter } = asked;
  const groupId = ledgerScope(scope, caller, filter.groupId);
  const span = daySpan({ from, to });
  const wanted = (collectedAt: ReturnType<typeof collectedWithin>) =>
    wantedWishes({ groupId, filter, collectedAt }, host, now);
  return {
    copy,
    groupId,
    span,
    now,
    host,
    isNarrowed: filtersOf(asked).length > 0,
    wanted: wanted(collectedWithin(span)),
    wantedEver: wanted(undefined),
  };
}

interface Made {
  table: FileTable;
  /** How many rows have been written by now. */
  written: { rows: number };
}

function prepared<Row>(source: SheetSource<Row>, asked: Asked, context: Context): Made {
  const [first] = source.isOfWishes ? [] : filtersOf(asked);
  if (first !== undefined) {
    const reason = `${sheetLabels[asked.kind]}不能按${filterNames[first]}筛选`;
    throw new DomainError('INVALID_INPUT', { details: { [first]: reason } });
  }
  const columns = chooseColumns(source.columns, asked.copy, asked.columns);
  const query = queryOf(asked, context);
  const written = { rows: 0 };
  async function* rows(): AsyncGenerator<SheetValue[]> {
    for await (const row of source.rows(query)) {
      written.rows += 1;
      yield cellsOf(columns, asked.copy, row);
    }
  }
  return { table: { name: sheetLabels[asked.kind], columns, rows: rows() }, written };
}

const makers = {
  wishes: (asked, context) => prepared(wishesSource, asked, context),
  orders: (asked, context) => prepared(ordersSource, asked, context),
  points: (asked, context) => prepared(pointsSource, asked, context),
  pointsSummary: (asked, context) => prepared(pointsSummarySource, asked, context),
  posts: (asked, context) => prepared(postsSource, asked, context),
  models: (asked, context) => prepared(modelsSource, asked, context),
  overdue: (asked, context) => prepared(overdueSource, asked, context),
  statistics: (asked, context) => prepared(statisticsSource, asked, context),
} as const satisfies Record<SheetKind, (asked: Asked, context: Context) => Made>;

const tableOf = (asked: Asked, context: Context): Made => makers[asked.kind](asked, context);

/** Who made the copy and when: on every page, so that one that is found lying about says where it came from. */
const watermark = ({ caller, now }: Context): string =>
  `导出人：${caller.name} · ${shanghaiDay(now)} ${shanghaiMinute(now).split(' ')[1] ?? ''} · 仅供内部使用`;

/** A sheet of points says what all chains end with, so that whoever kept it can tell later whether one was edited. */
async function proofOf({ kind }: Asked): Promise<string[]> {
  if (kind !== 'points' && kind !== 'pointsSummary') return [];
  return [`全镇校验码：${groupedHash(pointsFreeze.townHash(await pointsFreeze.allHeads()))}`];
}

interface Printed {
  town: string;
  proof: readonly string[];
}

function paperOf({ kind, copy }: Asked, context: Context, { town, proof }: Printed): SheetPaper {
  const { caller, now } = context;
  return {
    title: sheetTitle(town, kind, copy),
    note: [`制表单位：${town}人大`, `日期：${chineseDate(now)}`, `导出人：${caller.name}`, ...proof].join('　　'),
    pageLine: copy === 'full' ? watermark(context) : '公开版 · 个人信息已隐去',
  };
}
