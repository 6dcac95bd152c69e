/** What each sheet is made from: a question that has been checked, and an answer of rows that come one at a time. */
import type { SheetColumn, SheetCopy } from '../../../domain/sheets/sheet';
import type { Host } from '../../host/host';
import type { DaySpan } from '../span';
import type { WantedWishes } from '../wanted-wishes';

export interface SheetQuery {
  copy: SheetCopy;
  /** undefined: the whole town. */
  groupId: string | undefined;
  /** What the filters of the ledger leave, collected in the span; null leaves nothing. */
  wanted: WantedWishes | null;
  /** The same filters at any day of collection, for a sheet whose span is of something else. */
  wantedEver: WantedWishes | null;
  /** Whether any filter of the ledger was given. */
  isNarrowed: boolean;
  span: DaySpan;
  now: Date;
  host: Host;
}

export interface SheetSource<Row> {
  columns: readonly SheetColumn<Row>[];
  /** Whether the filters of the ledger say anything about this sheet. */
  isOfWishes: boolean;
  rows: (query: SheetQuery) => AsyncIterable<Row>;
}

/** The public copy leaves out what the wall does not show: hidden wishes, and those that are not public. */
export const onWall = (copy: SheetCopy): { public?: true } => (copy === 'public' ? { public: true } : {});

/** Items by the hundred, so that what belongs to them is read in one go. */
export async function* inBatches<Item>(items: AsyncIterable<Item>, size = 100): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
