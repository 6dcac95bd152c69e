/** What is filed under a campaign, each list by an index of its own, the newest first. */
import { after, pageFrom, type Page } from './cursor';
import { duties, type DutyDoc } from './duties';
import type { PostDoc } from './post-doc';
import { posts } from './posts';
import type { WishDoc } from './wish-doc';
import { wishes } from './wishes';

type FiledWish = Pick<WishDoc, '_id' | 'code' | 'village' | 'category' | 'status' | 'collectedAt'>;
type FiledPost = Pick<PostDoc, '_id' | 'text' | 'publicText' | 'representative' | 'at'>;
type FiledDuty = Pick<DutyDoc, '_id' | 'title' | 'kind' | 'from'>;

/** Those that everybody may see. */
export async function wishesOf(
  campaignId: string,
  cursor: string | undefined,
  limit: number,
): Promise<Page<FiledWish>> {
  const read = await (
    await wishes()
  )
    .find({ campaignId, public: true, ...after<WishDoc>('collectedAt', cursor) }, { hint: 'campaign' })
    .sort({ collectedAt: -1, _id: -1 })
    .limit(limit + 1)
    .project<FiledWish>({ code: 1, village: 1, category: 1, status: 1, collectedAt: 1 })
    .toArray();
  return pageFrom(read, limit, ({ collectedAt, _id }) => ({ at: collectedAt, id: _id }));
}

/** Those that are published. */
export async function postsOf(campaignId: string, cursor: string | undefined, limit: number): Promise<Page<FiledPost>> {
  const read = await (
    await posts()
  )
    .find({ campaignId, status: 'published', ...after<PostDoc>('at', cursor) }, { hint: 'campaign' })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .project<FiledPost>({ text: 1, publicText: 1, representative: 1, at: 1 })
    .toArray();
  return pageFrom(read, limit, ({ at, _id }) => ({ at, id: _id }));
}

/** Those that have been held. */
export async function dutiesOf(
  campaignId: string,
  cursor: string | undefined,
  limit: number,
): Promise<Page<FiledDuty>> {
  const read = await (
    await duties()
  )
    .find({ campaignId, status: 'settled', ...after<DutyDoc>('from', cursor) }, { hint: 'campaign' })
    .sort({ from: -1, _id: -1 })
    .limit(limit + 1)
    .project<FiledDuty>({ title: 1, kind: 1, from: 1 })
    .toArray();
  return pageFrom(read, limit, ({ from, _id }) => ({ at: from, id: _id }));
}
