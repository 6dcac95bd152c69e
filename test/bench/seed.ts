/** A town of any size to measure in: wishes and posts spread over villages, groups, days and statuses. */
import { newId } from '../../cloudfunctions/kit/new-id';
import { open } from '../../cloudfunctions/store/database';
import * as media from '../../cloudfunctions/store/media';
import type { PostDoc } from '../../cloudfunctions/store/posts';
import type { WishDoc } from '../../cloudfunctions/store/wishes';
import { indexTerms } from '../../domain/search-terms';
import { categories, holderOf, isPublicStatus, type WishStatus } from '../../domain/wish';
import { hill, river } from '../support/town';

const BATCH = 2000;
const START = Date.UTC(2019, 0, 1);
const statuses: readonly WishStatus[] = ['open', 'open', 'claimed', 'closed', 'closed', 'closed'];
const contents = [
  '村口的路灯坏了，晚上出门看不清路',
  '独居老人盼添置电饭锅、电风扇',
  '返乡青年求就业岗位信息',
] as const;

const groupOf = (index: number) => (index % 2 === 0 ? river : hill);
const pick = <Item>(items: readonly Item[], index: number, otherwise: Item): Item =>
  items[index % items.length] ?? otherwise;

function aSeedWish(index: number, count: number): WishDoc {
  const group = groupOf(index);
  const status = pick(statuses, index, 'open');
  const at = new Date(START + Math.floor((index / count) * 5 * 365) * 86_400_000 + index);
  const content = `${pick(contents, index, contents[0])}（${index}）`;
  const claimer = { representativeId: `${group._id}-member2`, name: '沈丽芳', groupId: group._id, at };
  return {
    _id: newId(),
    code: `BENCH-${String(index).padStart(7, '0')}`,
    rev: 1,
    status,
    public: isPublicStatus(status),
    category: pick(categories, index, 'other'),
    content,
    village: pick(group.villages, index >> 1, ''),
    groupId: group._id,
    channel: 'homeVisit',
    selfSubmitted: false,
    wisher: { masked: '王**', sealed: '' },
    consent: { showName: false, showPhoto: false },
    photos: [],
    collectedAt: at,
    difficulty: 'medium',
    ...(status === 'open' ? {} : { claimer }),
    holder: { role: holderOf(status), since: at },
    outcomes: [],
    postOutcomes: [],
    timeline: [{ at, who: '代表 沈丽芳', what: '登记', photos: [] }],
    reveals: [],
    terms: indexTerms(content, group.villages[0] ?? ''),
  };
}

function aSeedPost(index: number, count: number, photos: readonly string[]): PostDoc {
  const group = groupOf(index);
  return {
    _id: newId(),
    status: 'published',
    text: '今天把路灯修好了，老人晚上出门放心了',
    photos: [pick(photos, index, ''), pick(photos, index + 1, ''), pick(photos, index + 2, '')],
    representativeId: `${group._id}-member2`,
    representative: '沈丽芳',
    groupId: group._id,
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

export async function seedTown(count: number): Promise<void> {
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
  await inBatches('wishes', count, (index) => aSeedWish(index, count));
  await inBatches('posts', count, (index) => aSeedPost(index, count, photos));
}
