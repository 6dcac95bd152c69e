/** The work queue: what lies on the caller's desks, wishes and orders as one list, the most late first. */
import type { Collection, Document, Filter } from 'mongodb';
import type { Mailbox } from '../../domain/mailbox';
import { afterPosition, decodeCursor, encodeCursor, type Position } from './cursor';

/** On these desks, of these kinds. */
export interface OnDesk<Kind extends string> {
  desks: readonly Mailbox[];
  kinds: readonly Kind[];
}

/** Orders stand before wishes of the same moment: `order:…` is less than `wish:…`. */
export type Source = 'order' | 'wish';

interface Planned extends Document {
  _id: string;
  plan: { actBy?: Date };
}

const byLateness = { field: 'plan.actBy', direction: 1 } as const;
/** Both collections' index of this name. */
const DESK = 'desk';

export const onDesk = <Kind extends string>({ desks, kinds }: OnDesk<Kind>): Document => ({
  'plan.desk': { $in: [...desks] },
  'plan.kind': { $in: [...kinds] },
});

/** What of one source comes after a place in the whole queue. */
function afterPlace(source: Source, place: Position | null): Document {
  if (place === null) return {};
  const [last, id = ''] = place.id.split(/:(.*)/s);
  if (last === source) return afterPosition(byLateness, { at: place.at, id });
  return { 'plan.actBy': { [source === 'order' ? '$gt' : '$gte']: place.at } };
}

/** One more than a page of one source. */
export async function readDesk<Doc extends Planned>(
  collection: Collection<Doc>,
  source: Source,
  wanted: Document,
  { place, limit }: { place: Position | null; limit: number },
): Promise<Doc[]> {
  const found = collection
    .find<Doc>({ $and: [wanted, afterPlace(source, place)] } as Filter<Doc>, { hint: DESK })
    .sort({ 'plan.actBy': 1, _id: 1 })
    .limit(limit + 1)
    .project<Doc>({ timeline: 0, reveals: 0, terms: 0, 'plan.listed': 0, 'plan.timers': 0 });
  return found.toArray();
}

/** How many, and no more than `most`; with `before`, only those that were to be done by then. */
export async function countOnDesk<Doc extends Planned>(
  collection: Collection<Doc>,
  wanted: Document,
  { most, before }: { most: number; before?: Date },
): Promise<number> {
  const late = before ? { 'plan.actBy': { $lt: before } } : {};
  return collection.countDocuments({ ...wanted, ...late } as Filter<Doc>, { limit: most, hint: DESK });
}

export const placeOf = (cursor: string | undefined): Position | null =>
  cursor === undefined ? null : decodeCursor(cursor, DESK);

export const cursorAt = (place: Position): string => encodeCursor(place, DESK);
