/** Pages of the ledger. Each reads through an index, and no request examines more than a bounded number of wishes. */
import type { Filter, FindCursor } from 'mongodb';
import { listKey } from '../../domain/listing';
import { overdueStatuses } from '../../domain/wish';
import { afterPosition, decodeCursor, encodeCursor, type Order, type Page, type Position } from './cursor';
import type { WishCardDoc, WishDoc } from './wish-doc';
import { askedFilter, type Asked } from './wish-filter';
import { wishes } from './wishes';

/** What a list may be narrowed by. */
export type WishFilterDoc = Filter<WishDoc>;

const cardOnly = { timeline: 0, reveals: 0, terms: 0, plan: 0 } as const;

const orders = {
  newest: { name: 'newest', field: 'collectedAt', direction: -1 },
  oldest: { name: 'oldest', field: 'collectedAt', direction: 1 },
  due: { name: 'due', field: 'dueAt', direction: 1 },
  latest: { name: 'latest', field: 'dueAt', direction: -1 },
} as const satisfies Record<string, Order>;
export type ListOrder = keyof typeof orders;

export interface Listing {
  asked: Asked;
  order: ListOrder;
  cursor?: string | undefined;
  limit: number;
  /** All of these terms a wish must have. */
  terms?: readonly string[];
  /** The list of a number's tail (domain/listing) instead of the one that is asked for. */
  key?: string;
  /** The last word on what the terms have found. */
  matches?: (wish: WishCardDoc) => boolean;
}

/** One request looks at no more candidates than these; the next goes on where it stopped. */
const MOST_EXAMINED = 500;
/** What is counted to tell a rare term from a common one, and for how many terms of a long query. */
const MOST_COUNTED = 500;
const MOST_PROBED = 10;
const LARGEST_READ = 500;

/** The part of an index that is read, as its keys alone say it, and whether all of it may be read in one request. */
interface Driver {
  index: 'listed' | 'listedDue' | 'terms';
  keys: WishFilterDoc;
  isBounded: boolean;
}

const isByDue = (order: ListOrder): boolean => orders[order].field === 'dueAt';

/** Only what has a promised day is listed by it. */
const dated = { dueAt: { $gte: new Date(0) } };

async function countUpTo(most: number, filter: WishFilterDoc, index: Driver['index']): Promise<number> {
  return (await wishes()).countDocuments(filter, { limit: most, hint: index });
}

/** Some of the terms, spread over the query. */
const sample = (terms: readonly string[]): string[] => {
  const step = Math.ceil(terms.length / MOST_PROBED);
  return terms.filter((_, index) => index % step === 0);
};

async function rarestOf(terms: readonly string[]): Promise<{ term: string; count: number }> {
  const probed = sample(terms);
  const counts = await Promise.all(probed.map((term) => countUpTo(MOST_COUNTED, { terms: term }, 'terms')));
  const count = Math.min(...counts);
  return { term: probed[counts.indexOf(count)] ?? '', count };
}

/** Reads by whatever leaves the fewest candidates: the list itself, or the rarest of the terms. */
async function driverOf({ asked, order, terms = [], key }: Listing): Promise<Driver> {
  const list = listKey(asked);
  const byDue = isByDue(order);
  const keys = {
    'plan.listed': key ?? list.key,
    status: { $in: [...asked.statuses] },
    ...(byDue ? dated : {}),
  };
  // A number's list is short. What is overdue can stand far apart among what is in hand, in any order but its own.
  const isWhole = list.isWhole && (byDue || asked.overdueAt === undefined);
  const listed: Driver = { index: byDue ? 'listedDue' : 'listed', keys, isBounded: isWhole || key !== undefined };
  if (terms.length === 0) return listed;
  const [rarest, inList] = await Promise.all([rarestOf(terms), countUpTo(MOST_COUNTED, keys, listed.index)]);
  if (inList < MOST_COUNTED && inList <= rarest.count) return { ...listed, isBounded: true };
  const isRare = rarest.count < MOST_COUNTED;
  // Many candidates in the order of the promised day: no index has both, so that the list is walked.
  if (byDue && !isRare) return { ...listed, isBounded: false };
  return { index: 'terms', keys: { terms: rarest.term }, isBounded: isRare };
}

const sortOf = ({ field, direction }: Order) => ({ [field]: direction, _id: direction }) as const;

/** Where a request that has much before it stops; null when the rest is less than that. */
async function edgeOf({ index, keys }: Driver, order: Order, from: Position | null): Promise<Position | null> {
  const { field, direction } = order;
  // Those of the very moment of `from` are walked again: a plain range is what an index counts by itself.
  const onward: WishFilterDoc = from === null ? {} : { [field]: { [direction === 1 ? '$gte' : '$lte']: from.at } };
  const [edge] = await (
    await wishes()
  )
    .find({ $and: [keys, onward] }, { hint: index })
    .sort(sortOf(order))
    .skip(MOST_EXAMINED - 1)
    .limit(1)
    .project<WishCardDoc>({ collectedAt: 1, dueAt: 1 })
    .toArray();
  return edge === undefined ? null : positionOf(edge, order);
}

function positionOf(wish: Pick<WishCardDoc, '_id' | 'collectedAt' | 'dueAt'>, { field }: Order): Position {
  return { at: (field === 'dueAt' ? wish.dueAt : undefined) ?? wish.collectedAt, id: wish._id };
}

/** Up to and with the edge. */
function upTo({ field, direction }: Order, { at, id }: Position): WishFilterDoc {
  const [before, within] = direction === 1 ? ['$lt', '$lte'] : ['$gt', '$gte'];
  const ahead = [{ [field]: { [before]: at } }, { [field]: at, _id: { [within]: id } }];
  return { $and: [{ [field]: { [within]: at } }, { $or: ahead }] };
}

export async function listPage(listing: Listing): Promise<Page<WishCardDoc>> {
  const { asked, cursor, limit, terms = [], matches = () => true } = listing;
  const order = orders[listing.order];
  let from = cursor === undefined ? null : decodeCursor(cursor, order.name);
  const driver = await driverOf(listing);
  const edge = driver.isBounded ? null : await edgeOf(driver, order, from);
  const wanted: WishFilterDoc[] = [
    // An array's index is bounded by the first that is said of the array: the driver's term stands before the others.
    driver.keys,
    askedFilter(asked),
    ...(isByDue(listing.order) ? [dated] : []),
    ...(terms.length > 0 ? [{ terms: { $all: [...terms] } }] : []),
    ...(edge ? [upTo(order, edge)] : []),
  ];
  const all = await wishes();
  const items: WishCardDoc[] = [];
  for (let size = limit + 1; ; size = Math.min(size * 4, LARGEST_READ)) {
    const read = await all
      .find({ $and: from === null ? wanted : [...wanted, afterPosition(order, from)] }, { hint: driver.index })
      .sort(sortOf(order))
      .limit(size)
      .project<WishCardDoc>(cardOnly)
      .toArray();
    for (const wish of read) {
      if (items.length === limit && from !== null) return { items, nextCursor: encodeCursor(from, order.name) };
      from = positionOf(wish, order);
      if (matches(wish)) items.push(wish);
    }
    if (read.length < size) return { items, nextCursor: edge ? encodeCursor(edge, order.name) : null };
  }
}

/** The wish of this number, if it is one of those asked for. */
export async function findByCode(asked: Asked, code: string): Promise<WishCardDoc | null> {
  return (await wishes()).findOne<WishCardDoc>({ $and: [{ code }, askedFilter(asked)] }, { projection: cardOnly });
}

/** Whether any of those asked for stands in the list of this key. */
export async function hasListed(asked: Asked, key: string): Promise<boolean> {
  const ofKey = { 'plan.listed': key, status: { $in: [...asked.statuses] } };
  const found = await (
    await wishes()
  ).findOne({ $and: [ofKey, askedFilter(asked)] }, { projection: { _id: 1 }, hint: 'listed' });
  return found !== null;
}

export async function hasAny(): Promise<boolean> {
  return (await (await wishes()).findOne({}, { projection: { _id: 1 } })) !== null;
}

/** These wishes by id, whatever has become of them. */
export async function findCards(ids: readonly string[]): Promise<Map<string, WishCardDoc>> {
  if (ids.length === 0) return new Map();
  const found = (await wishes()).find({ _id: { $in: [...ids] } }).project<WishCardDoc>(cardOnly);
  return new Map((await found.toArray()).map((wish) => [wish._id, wish]));
}

/** 待认领, of one group or of the town. */
export async function countOpen(groupId: string | undefined): Promise<number> {
  return (await wishes()).countDocuments(
    { 'plan.listed': listKey({ groupId }).key, status: 'open' },
    { hint: 'listed' },
  );
}

/** The ledger in the order of its numbers, one wish at a time. */
export async function* eachInLedger(filter: WishFilterDoc): AsyncGenerator<WishCardDoc> {
  yield* (await inSheetOrder(filter, 'code')).project<WishCardDoc>(cardOnly);
}

/** Overdue now (domain/wish), of those collected in the span when there is one. */
export async function countOverdue(now: Date, collectedAt?: WishFilterDoc['collectedAt']): Promise<number> {
  return (await wishes()).countDocuments({
    status: { $in: [...overdueStatuses] },
    dueAt: { $lt: now },
    ...(collectedAt ? { collectedAt } : {}),
  });
}

/** The orders in which a sheet is written, each by an index that has it, so that no long ledger is sorted in memory. */
const sheetOrders = {
  code: { sort: { code: 1 }, hint: 'code' },
  due: { sort: { dueAt: 1 }, hint: 'due' },
  oldest: { sort: { collectedAt: 1, _id: 1 }, hint: 'status' },
} as const;

/** An engine would send 16 MB at once, all of which would be held while a sheet is written. */
const READ_AT_ONCE = 200;

/** What a search has found is little enough to be sorted. */
async function inSheetOrder(filter: WishFilterDoc, order: keyof typeof sheetOrders): Promise<FindCursor<WishDoc>> {
  const { sort, hint } = sheetOrders[order];
  return (await wishes())
    .find<WishDoc>(filter, 'terms' in filter ? {} : { hint })
    .sort(sort)
    .batchSize(READ_AT_ONCE);
}

/** Wishes with their history for a sheet, one at a time. */
export async function* eachWithHistory(
  filter: WishFilterDoc,
  order: keyof typeof sheetOrders = 'code',
): AsyncGenerator<WishRecord> {
  yield* (await inSheetOrder(filter, order)).project<WishRecord>({ reveals: 0, terms: 0 });
}

export type WishRecord = Omit<WishDoc, 'reveals' | 'terms'>;

/** Of these wishes those that the filter lets through. */
export async function findAmong(ids: readonly string[], filter: WishFilterDoc): Promise<Map<string, WishCardDoc>> {
  const found = (await wishes())
    .find({ $and: [{ _id: { $in: [...ids] } }, filter] })
    .project<WishCardDoc>({ timeline: 0, reveals: 0, terms: 0 });
  return new Map((await found.toArray()).map((wish) => [wish._id, wish]));
}

/** The wishes of these numbers. */
export async function findByCodes(codes: readonly string[]): Promise<WishCardDoc[]> {
  return (await wishes())
    .find({ code: { $in: [...codes] } })
    .project<WishCardDoc>(cardOnly)
    .toArray();
}
