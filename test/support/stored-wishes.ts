/** Wishes put straight into the store, in any status: what a test of one move needs, without walking there. */
import { holderOf, isPublicStatus, type Claimer, type WishStatus } from '../../domain/wish';
import { sealContact } from '../../cloudfunctions/kit/contact';
import { newId } from '../../cloudfunctions/kit/new-id';
import { inTransaction } from '../../cloudfunctions/store/database';
import type { NewWish } from '../../cloudfunctions/store/wish-doc';
import * as wishes from '../../cloudfunctions/store/wishes';
import type { Functions } from './functions';
import { river, type Person } from './town';

/** A wish of 刘胜村 that came to this status just now. */
export async function aStoredWish(
  { host, clock }: Functions,
  status: WishStatus,
  set: Partial<NewWish> = {},
): Promise<string> {
  const { _id = newId() } = set;
  const { now } = clock;
  const wish: NewWish = {
    _id,
    code: `CJ-2021-${_id}`,
    status,
    statusSince: now,
    rev: 1,
    public: isPublicStatus(status) && set.hidden === undefined,
    category: 'facility',
    content: '村口的路灯坏了，晚上出门看不清路',
    village: '刘胜村',
    groupId: river._id,
    channel: 'self',
    wisher: { masked: '王**', sealed: sealContact(host, { name: '王小红', phone: '13959171093' }) },
    consent: { showName: false, showPhoto: false },
    selfSubmitted: true,
    photos: [],
    collectedAt: now,
    difficulty: 'medium',
    holder: { role: holderOf(status), since: now },
    heldMs: {},
    stoppedMs: 0,
    outcomes: [],
    postOutcomes: [],
    timeline: [{ at: now, who: '居民', what: '提交', photos: [] }],
    reveals: [],
    terms: [],
    ...set,
  };
  await inTransaction((tx) => wishes.insert(wish, tx));
  return _id;
}

/** 周建平, the cast's `member`, since now. */
export const theMember = ({ clock }: Functions, set: Partial<Claimer> = {}): Claimer => ({
  representativeId: 'g1-member',
  name: '周建平',
  groupId: river._id,
  at: clock.now,
  ...set,
});

/** What this person has been told of the wish last; needs the area `notice`. */
export async function toldTo({ call }: Functions, { token }: Person, wishId: string): Promise<string | undefined> {
  const { items } = await call('notice.list', { limit: 50 }, token);
  return items.find((notice) => notice.wishId === wishId)?.text;
}
