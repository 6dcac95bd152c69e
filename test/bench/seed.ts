/** A town of any size to measure in: a ledger as it stands after years, and as many posts spread over its days. */
import { newId } from '../../cloudfunctions/kit/new-id';
import { open } from '../../cloudfunctions/store/database';
import * as media from '../../cloudfunctions/store/media';
import { listedOf, type PostDoc } from '../../cloudfunctions/store/post-doc';
import * as settings from '../../cloudfunctions/store/settings';
import { fillLedger } from '../support/full-ledger';
import type { Functions } from '../support/functions';
import { hill, river } from '../support/town';

const BATCH = 2000;
const START = Date.UTC(2019, 0, 1);
/** As many in hand however long the history is: the presidium's desk holds thousands. */
const LIVE = 8000;

const groupOf = (index: number) => (index % 2 === 0 ? river : hill);
const pick = <Item>(items: readonly Item[], index: number, otherwise: Item): Item =>
  items[index % items.length] ?? otherwise;

function aSeedPost(index: number, count: number, photos: readonly string[]): PostDoc {
  const group = groupOf(index);
  const listed = {
    status: 'published',
    representativeId: `${group._id}-member2`,
    groupId: group._id,
  } as const;
  return {
    ...listed,
    _id: newId(),
    listed: listedOf(listed),
    text: '今天把路灯修好了，老人晚上出门放心了',
    photos: [pick(photos, index, ''), pick(photos, index + 1, ''), pick(photos, index + 2, '')],
    representative: '沈丽芳',
    accountId: `bench-${index % 64}`,
    at: new Date(START + Math.floor((index / count) * 5 * 365 * 86_400_000) + index),
    outcomes: [{ kind: 'facility', items: 1 }],
    thanks: index % 7,
    clientToken: `bench-${index}`,
  };
}

async function inBatches<Doc extends object>(name: string, count: number, make: (index: number) => Doc): Promise<void> {
  const { db } = await open();
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    await db.collection(name).insertMany(Array.from({ length: size }, (_, index) => make(from + index)));
  }
}

/** Answers how many seconds it took. */
export async function seedTown(functions: Functions, count: number): Promise<number> {
  const start = performance.now();
  // One representative claims in every round.
  await settings.save({ ...(await settings.get()), claimLimit: 1000 });
  const photos = Array.from({ length: 300 }, () => newId());
  for (const _id of photos) {
    await media.insert({
      _id,
      kind: 'image',
      accountId: 'bench',
      at: new Date(START),
      used: true,
      width: 1600,
      height: 1200,
    });
  }
  await fillLedger(functions, { count, now: functions.clock.now, live: Math.min(LIVE, count) });
  await inBatches('posts', count, (index) => aSeedPost(index, count, photos));
  return (performance.now() - start) / 1000;
}
