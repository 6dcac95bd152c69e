import * as contract from '../../contract/report';
import { plain, plainText } from '../../domain/cell';
import type { TableRow } from '../../domain/cell-table';
import { DomainError } from '../../domain/errors';
import { isLiveOrder } from '../../domain/order';
import {
  orderShape,
  readOrders,
  type OrderBook,
  type OrderEntry,
  type OrderTitle,
} from '../../domain/sheets/order-import';
import { refusedSheet } from '../../domain/sheets/refused-sheet';
import { readSheet } from '../kit/sheet-read';
import { useCase, type Context } from '../kit/use-case';
import { workingDays } from '../kit/working-days';
import { inTransaction } from '../store/database';
import * as departments from '../store/departments';
import * as media from '../store/media';
import * as orders from '../store/orders';
import { payManyOnce, type NewEntry } from '../store/points-book';
import * as settings from '../store/settings';
import * as wishLists from '../store/wish-lists';
import { coordinate } from './coordinate-imported';

/**
 * 交办督办台账导入, for wishes that are in the ledger: all rows or none, unless the clerk accepts the good ones. An order
 * that is still in hand takes its wish to 部门协办, as if it were issued now; one that is filed pays its claimer (W6).
 */
export const importOrders = useCase(
  contract.importOrders,
  async ({ mediaId, dryRun, acceptPartial = false }, context) => {
    const sheet = await media.getSheet(mediaId, context.caller.accountId);
    const { bytes } = await context.host.files.get(media.sheetKey(sheet._id));
    const rows = await readSheet(bytes, orderShape, (found) => refusedSheet(found, 'orders'));
    const { book, ids } = await readBook(rows);
    const { entries, rejected } = readOrders(rows, book);
    if (dryRun) return { accepted: entries.length, rejected };
    if (rejected.length > 0 && !acceptPartial) return { accepted: 0, rejected };
    await register(entries, ids, context);
    return { accepted: entries.length, rejected };
  },
);

type Rows = readonly TableRow<OrderTitle>[];

/** A number in capital and in small letters is one number. */
const written = (rows: Rows, title: '心愿编号' | '交办单号'): string[] => [
  ...new Set(
    rows.flatMap(({ cell }) => {
      const code = plainText(cell(title));
      return [code, code.toUpperCase(), code.toLowerCase()];
    }),
  ),
];

async function readBook(rows: Rows): Promise<{ book: OrderBook; ids: ReadonlyMap<string, string> }> {
  const [known, found, taken] = await Promise.all([
    departments.listAll(),
    wishLists.findByCodes(written(rows, '心愿编号')),
    orders.findCodes(written(rows, '交办单号')),
  ]);
  const ordersOf = await orders.listByWishes(found.map(({ _id }) => _id));
  const liveOf = (id: string) => (ordersOf.get(id) ?? []).filter(({ status }) => isLiveOrder(status));
  return {
    book: {
      departments: new Map(known.map(({ _id, name }) => [plain(name), _id])),
      wishes: new Map(found.map(({ _id, code, status }) => [code.toUpperCase(), { status, live: liveOf(_id) }])),
      taken: new Set([...taken].map((code) => code.toUpperCase())),
    },
    ids: new Map(found.map(({ _id, code }) => [code.toUpperCase(), _id])),
  };
}

/** The orders and what they make of their wishes must agree, and nobody must find half a file imported. */
async function register(
  entries: readonly OrderEntry[],
  ids: ReadonlyMap<string, string>,
  context: Context,
): Promise<void> {
  const isWorkingDay = workingDays(await settings.get());
  const byWish = new Map<string, OrderEntry[]>();
  for (const entry of entries) {
    const id = ids.get(entry.wishCode) ?? '';
    byWish.set(id, [...(byWish.get(id) ?? []), entry]);
  }
  await inTransaction(async (tx) => {
    const taken = await orders.findCodes(
      entries.map(({ code }) => code),
      tx,
    );
    if (taken.size > 0) {
      throw new DomainError('DUPLICATE', { message: '有交办单号刚刚被登记，请重新导入' });
    }
    const earned: NewEntry[] = [];
    for (const [id, ofWish] of byWish) earned.push(...(await coordinate(id, ofWish, isWorkingDay, context, tx)));
    await payManyOnce(earned, tx);
  });
}
