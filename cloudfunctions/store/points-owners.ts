/**
 * Whoever has points on record, some at a time in the order of ids, however many there are. A span reaches from one end of
 * a chain to another, so that it holds those too whose chain has lost its end, or is not there any more.
 */
import type { Condition } from 'mongodb';
import { heads } from './points-entries';

export interface OwnerSpan {
  after: string;
  /** The last that belongs to it; without it, it goes on to the end. */
  until?: string;
}

/** One owner, or all of a span. */
export type Owners = string | OwnerSpan;

export const ownedBy = (owners: Owners): Condition<string> =>
  typeof owners === 'string'
    ? owners
    : { $gt: owners.after, ...(owners.until === undefined ? {} : { $lte: owners.until }) };

/** After this one, or from the beginning: spans of `size` chains. */
export async function* eachSpan(size: number, after = ''): AsyncGenerator<OwnerSpan> {
  for (let from = after; ;) {
    const ends = await (
      await heads()
    )
      .find({ _id: { $gt: from } }, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .limit(size)
      .toArray();
    const until = ends.length < size ? undefined : ends.at(-1)?._id;
    yield { after: from, ...(until === undefined ? {} : { until }) };
    if (until === undefined) return;
    from = until;
  }
}
