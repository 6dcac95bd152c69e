/** Whoever has points on record, one after the other in the order of ids, however many there are. */
import { entries, heads, standings } from './points-entries';
import { pointsSnapshots } from './points-periods';

const least = (ids: readonly (string | undefined)[]): string | undefined =>
  ids.reduce((best, id) => (id !== undefined && (best === undefined || id < best) ? id : best), undefined);

/** The next representative who has a chain or the end of one. */
async function nextChain(after: string): Promise<string | undefined> {
  const [end] = await (
    await heads()
  )
    .find({ _id: { $gt: after } }, { projection: { _id: 1 } })
    .sort({ _id: 1 })
    .limit(1)
    .toArray();
  const [entry] = await (
    await entries()
  )
    .find({ representativeId: { $gt: after } }, { hint: 'chain', projection: { representativeId: 1 } })
    .sort({ representativeId: 1, seq: 1 })
    .limit(1)
    .toArray();
  return least([end?._id, entry?.representativeId]);
}

/** Somebody whose chain is not there any more, and who has a sum, or a frozen place with the end of that chain. */
async function nextWithoutChain(after: string, before: string | undefined): Promise<string | undefined> {
  const ownerId = { $gt: after, ...(before === undefined ? {} : { $lt: before }) };
  const [sum] = await (
    await standings()
  )
    .find({ by: 'representative', ownerId }, { hint: 'owner', projection: { ownerId: 1 } })
    .sort({ ownerId: 1, period: 1 })
    .limit(1)
    .toArray();
  const [frozen] = await (
    await pointsSnapshots()
  )
    .find({ by: 'representative', ownerId, head: { $exists: true } }, { hint: 'owner', projection: { ownerId: 1 } })
    .sort({ ownerId: 1, period: 1 })
    .limit(1)
    .toArray();
  return least([sum?.ownerId, frozen?.ownerId]);
}

/** After this one, or from the beginning. */
export async function* eachOwner(after = ''): AsyncGenerator<string> {
  let last = after;
  for (;;) {
    const chain = await nextChain(last);
    let lost = await nextWithoutChain(last, chain);
    while (lost !== undefined) {
      yield lost;
      lost = await nextWithoutChain(lost, chain);
    }
    if (chain === undefined) return;
    yield chain;
    last = chain;
  }
}
