/**
 * ② 交办督办台账 read back: which orders a row speaks of, and how they stand. 办理状态 says it, or the dates do: answered
 * once there is 答复日期 (filed, once rated too), accepted once there is 签收日期, else issued.
 */
import { cellText, isBlank, isFault, plain, plainText, quoted, readCount, readDay, readText, type Cell } from '../cell';
import { onePerCell, type CellIssue, type TableRow, type TableShape } from '../cell-table';
import { codeOf, orderStatusLabels, ratingLabels } from '../labels';
import { isLiveOrder, type OrderRole, type OrderStatus } from '../order';
import { closeClasses, type CloseClass, type Rating, type WishStatus } from '../wish';

export const orderTitles = [
  '交办单号',
  '心愿编号',
  '主办部门',
  '协办部门',
  '交办事由',
  '交办日期',
  '签收日期',
  '应答复日期',
  '答复日期',
  '延期',
  '答复类别',
  '答复内容',
  '代表意见',
  '是否重办',
  '督办次数',
  '办理状态',
] as const;
export type OrderTitle = (typeof orderTitles)[number];

/** 序号 counts the rows and is not read. */
export const orderShape: TableShape<OrderTitle | '序号'> = {
  titles: ['序号', ...orderTitles],
  required: ['交办单号', '心愿编号', '主办部门', '交办日期', '应答复日期'],
  counter: '序号',
  fillDown: [],
};

export interface OrderEntry {
  row: number;
  code: string;
  wishCode: string;
  role: OrderRole;
  departmentId: string;
  department: string;
  reason: string;
  issuedAt: Date;
  acceptedAt: Date | null;
  dueOn: Date;
  answer: { at: Date; text: string; closeClass: CloseClass } | null;
  extendedDays: number | null;
  rating: Rating | null;
  redone: boolean;
  urges: number;
  status: OrderStatus;
}

/** What the rows are checked against. */
export interface OrderBook {
  /** Name → id. */
  departments: ReadonlyMap<string, string>;
  wishes: ReadonlyMap<string, { status: WishStatus; live: readonly { departmentId: string; role: OrderRole }[] }>;
  /** Numbers of orders that are there already. */
  taken: ReadonlySet<string>;
}

type Issue = (column: OrderTitle, reason: string) => void;
type Row = TableRow<OrderTitle>;

const MAX = { code: 32, reason: 300, answer: 1000 } as const;

export const orderCodeOf = ({ cell }: Row): string => plainText(cell('交办单号')).toUpperCase();
export const wishCodeOf = ({ cell }: Row): string => plainText(cell('心愿编号')).toUpperCase();

function department({ cell }: Row, book: OrderBook, issue: Issue) {
  const role: OrderRole = isBlank(cell('主办部门')) ? 'helper' : 'lead';
  const title = role === 'lead' ? '主办部门' : '协办部门';
  const name = cellText(cell(title));
  const both = role === 'lead' && !isBlank(cell('协办部门'));
  if (both) issue('协办部门', '一行一件交办单，主办和协办请各写一行');
  if (name === '') issue('主办部门', '请填写主办部门或协办部门');
  const id = book.departments.get(plain(name));
  if (name !== '' && id === undefined) issue(title, `没有职能部门${quoted(name)}`);
  return id === undefined || both ? null : { role, departmentId: id, department: name };
}

function day(cell: Cell, title: OrderTitle, issue: Issue): Date | null {
  const read = readDay(cell);
  if ('value' in read) return read.value;
  issue(title, read.reason);
  return null;
}

function needed(cell: Cell, title: OrderTitle, issue: Issue): Date | null {
  if (isBlank(cell)) issue(title, `请填写${title}`);
  return day(cell, title, issue);
}

function label<Code extends string>(cell: Cell, title: OrderTitle, labels: Record<Code, string>, issue: Issue) {
  if (isFault(cell)) issue(title, cell.fault);
  if (isBlank(cell)) return null;
  const code = codeOf(labels, plainText(cell));
  if (!code)
    issue(title, `没有${quoted(cellText(cell))}这种${title}，可填：${Object.values<string>(labels).join('、')}`);
  return code;
}

function words(cell: Cell, title: OrderTitle, most: number, issue: Issue): string {
  const read = readText(cell, most);
  if ('value' in read) return read.value;
  issue(title, read.reason);
  return '';
}

function number(cell: Cell, title: OrderTitle, issue: Issue): number {
  const read = readCount(cell);
  if ('value' in read) return read.value ?? 0;
  issue(title, read.reason);
  return 0;
}

function answerOf({ cell }: Row, issue: Issue): OrderEntry['answer'] {
  const at = day(cell('答复日期'), '答复日期', issue);
  const text = words(cell('答复内容'), '答复内容', MAX.answer, issue);
  if (!at) {
    if (text !== '') issue('答复日期', '有答复内容，请填写答复日期');
    return null;
  }
  const closeClass = closeClasses.find((letter) => plainText(cell('答复类别')).toUpperCase().startsWith(letter));
  if (!closeClass) issue('答复类别', '已经答复，答复类别请填 A、B、C 或 D');
  return closeClass ? { at, text, closeClass } : null;
}

const answered: readonly OrderStatus[] = ['answered', 'rated', 'filed'];

function statusOf(
  { cell }: Row,
  entry: Pick<OrderEntry, 'answer' | 'acceptedAt' | 'rating'>,
  issue: Issue,
): OrderStatus {
  const { answer, acceptedAt, rating } = entry;
  const said = label<OrderStatus>(cell('办理状态'), '办理状态', orderStatusLabels, issue);
  if (!said) return answer ? (rating ? 'filed' : 'answered') : acceptedAt ? 'accepted' : 'issued';
  if (answered.includes(said) && isBlank(cell('答复日期')))
    issue('答复日期', `${orderStatusLabels[said]}，请填写答复日期`);
  if (said === 'accepted' && !acceptedAt) issue('签收日期', '办理中，请填写签收日期');
  return said;
}

function checkDays(
  {
    issuedAt,
    acceptedAt,
    dueOn,
    answer,
  }: Pick<OrderEntry, 'acceptedAt' | 'answer'> & { issuedAt: Date | null; dueOn: Date | null },
  issue: Issue,
): void {
  if (!issuedAt) return;
  if (acceptedAt && acceptedAt < issuedAt) issue('签收日期', '签收日期早于交办日期');
  if (dueOn && dueOn < issuedAt) issue('应答复日期', '应答复日期早于交办日期');
  if (answer && answer.at < issuedAt) issue('答复日期', '答复日期早于交办日期');
}

/** A live order is of a wish that somebody still has in hand. */
const takesOrder: readonly WishStatus[] = ['open', 'claimed', 'coordinating'];

function checkBook(row: Row, status: OrderStatus, book: OrderBook, issue: Issue): void {
  const wish = book.wishes.get(wishCodeOf(row));
  if (wishCodeOf(row) === '') issue('心愿编号', '请填写心愿编号');
  else if (!wish) issue('心愿编号', '台账中没有这个心愿');
  else if (isLiveOrder(status) && !takesOrder.includes(wish.status))
    issue('心愿编号', '这个心愿不在待认领或办理中，不能再有未办完的交办单');
  if (orderCodeOf(row) === '') issue('交办单号', '请填写交办单号');
  if (book.taken.has(orderCodeOf(row))) issue('交办单号', '交办单号已在台账中');
}

const EXTENDED = /(\d{1,3})\s*个?工作日/;

function readRow(row: Row, book: OrderBook, issue: Issue): OrderEntry | null {
  const { cell } = row;
  const place = department(row, book, issue);
  const issuedAt = needed(cell('交办日期'), '交办日期', issue);
  const dueOn = needed(cell('应答复日期'), '应答复日期', issue);
  const acceptedAt = day(cell('签收日期'), '签收日期', issue);
  const answer = answerOf(row, issue);
  const rating = label<Rating>(cell('代表意见'), '代表意见', ratingLabels, issue);
  const code = words(orderCodeOf(row), '交办单号', MAX.code, issue);
  const reason = words(cell('交办事由'), '交办事由', MAX.reason, issue);
  const urges = number(cell('督办次数'), '督办次数', issue);
  const status = statusOf(row, { answer, acceptedAt, rating }, issue);
  checkDays({ issuedAt, acceptedAt, dueOn, answer }, issue);
  checkBook(row, status, book, issue);
  if (!place || !issuedAt || !dueOn) return null;
  const days = EXTENDED.exec(cellText(cell('延期')))?.[1];
  return {
    row: row.row,
    code,
    wishCode: wishCodeOf(row),
    ...place,
    reason,
    issuedAt,
    acceptedAt,
    dueOn,
    answer,
    extendedDays: days === undefined ? null : Number(days),
    rating,
    redone: plainText(cell('是否重办')) === '是',
    urges,
    status,
  };
}

/** No wish has two live orders of one department, nor two live leads. */
function clash(
  entry: OrderEntry,
  others: readonly { departmentId: string; role: OrderRole }[],
): CellIssue<OrderTitle> | null {
  const { row, role, departmentId } = entry;
  const column = role === 'lead' ? '主办部门' : '协办部门';
  if (others.some((other) => other.departmentId === departmentId)) {
    return { row, column, reason: '这个部门已经有这个心愿的交办单，还没有办完' };
  }
  if (role === 'lead' && others.some((other) => other.role === 'lead')) {
    return { row, column, reason: '这个心愿已经有主办部门，请写在协办部门' };
  }
  return null;
}

/** The good rows and every bad cell. */
export function readOrders(
  rows: readonly Row[],
  book: OrderBook,
): { entries: OrderEntry[]; rejected: CellIssue<OrderTitle>[] } {
  const entries: OrderEntry[] = [];
  const rejected: CellIssue<OrderTitle>[] = [];
  const seen = new Map<string, number>();
  const live = new Map([...book.wishes].map(([code, wish]) => [code, [...wish.live]]));
  for (const row of rows) {
    const issues: CellIssue<OrderTitle>[] = [];
    const issue: Issue = (column, reason) => issues.push({ row: row.row, column, reason });
    const entry = readRow(row, book, issue);
    const first = seen.get(orderCodeOf(row));
    if (first !== undefined) issue('交办单号', `交办单号与第 ${first} 行重复`);
    else seen.set(orderCodeOf(row), row.row);
    if (entry && issues.length === 0 && isLiveOrder(entry.status)) {
      const others = live.get(entry.wishCode) ?? [];
      const refused = clash(entry, others);
      if (refused) issues.push(refused);
      else live.set(entry.wishCode, [...others, entry]);
    }
    if (entry && issues.length === 0) entries.push(entry);
    else rejected.push(...onePerCell(issues, orderTitles));
  }
  return { entries, rejected };
}
