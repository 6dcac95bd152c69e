/** A town of any size to measure in: a ledger as it stands after years, and as many posts spread over its days. */
import { newId } from '../../cloudfunctions/kit/new-id';
import { open } from '../../cloudfunctions/store/database';
import * as media from '../../cloudfunctions/store/media';
import { listedOf, queuesOf, type PostDoc, type QueueEntry } from '../../cloudfunctions/store/post-doc';
import * as settings from '../../cloudfunctions/store/settings';
import { categories } from '../../domain/wish';
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

/** The newest are still to be looked at. */
const UNJUDGED = 200;

interface Seeded {
  count: number;
  photos: readonly string[];
  /** Whether every third is about a wish of the ledger. */
  withWishes: boolean;
}

function aSeedPost(index: number, { count, photos, withWishes }: Seeded): PostDoc {
  const group = groupOf(index);
  const at = new Date(START + Math.floor((index / count) * 5 * 365 * 86_400_000) + index);
  const village = pick(group.villages, Math.floor(index / 2), '');
  const listed = {
    status: 'published',
    representativeId: `${group._id}-member2`,
    groupId: group._id,
    village,
    category: pick(categories, index, 'other'),
    ...(index % 50 === 0 ? { featuredAt: at } : {}),
  } as const;
  const wish = { id: `w${index}`, code: `CJ-${index}`, village, content: '村口的路灯坏了' };
  const queue: QueueEntry = { in: queuesOf(group._id), kind: 'fresh', since: at, hints: [] };
  return {
    ...listed,
    _id: newId(),
    listed: listedOf(listed),
    text: '今天把路灯修好了，老人晚上出门放心了',
    photos: [pick(photos, index, ''), pick(photos, index + 1, ''), pick(photos, index + 2, '')],
    people: 'none',
    representative: '沈丽芳',
    accountId: `bench-${index % 64}`,
    at,
    outcomes: [{ kind: 'facility', items: 1 }],
    ...(withWishes && index % 3 === 0 ? { wish } : {}),
    thanks: index % 7,
    comments: index % 3,
    ...(index >= count - UNJUDGED ? { queue } : {}),
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

async function seedPhotos(): Promise<string[]> {
  const photos = Array.from({ length: 300 }, () => newId());
  const photo = {
    kind: 'image',
    accountId: 'bench',
    at: new Date(START),
    used: true,
    width: 1600,
    height: 1200,
  } as const;
  for (const _id of photos) await media.insert({ _id, ...photo });
  return photos;
}

/** Posts without a ledger; answers how many seconds it took. */
export async function seedPosts(count: number, withWishes = false): Promise<number> {
  const start = performance.now();
  const seeded = { count, photos: await seedPhotos(), withWishes };
  await inBatches('posts', count, (index) => aSeedPost(index, seeded));
  return (performance.now() - start) / 1000;
}

/** A ledger and as many posts; answers how many seconds it took. */
export async function seedTown(functions: Functions, count: number): Promise<number> {
  const start = performance.now();
  // One representative claims in every round.
  await settings.save({ ...(await settings.get()), claimLimit: 1000 });
  await fillLedger(functions, { count, now: functions.clock.now, live: Math.min(LIVE, count) });
  await seedPosts(count, true);
  return (performance.now() - start) / 1000;
}
