import type { WishView } from '../../../contract/wish-views';

const at = '2026-11-24T08:00:00.000Z';

/** The smallest wish that a page can show: a public one that waits for a claimer. */
export const aWish = (facts: Partial<WishView> = {}): WishView => ({
  id: 'w1',
  code: 'CJ-2026-0001',
  status: 'open',
  category: 'facility',
  content: '路灯坏了',
  village: '刘胜村',
  wisher: '王**',
  collectedAt: at,
  overdue: false,
  holder: { role: 'liaison', since: at },
  hidden: false,
  mergedCount: 0,
  reopenCount: 0,
  rev: 1,
  channel: 'self',
  groupId: 'g1',
  groupName: '第一代表小组',
  photos: [],
  photosPublic: false,
  timeline: [],
  outcomes: [],
  helpers: [],
  orders: [],
  callBacks: [],
  minor: false,
  heldHours: [],
  stoppedHours: 0,
  mine: false,
  allowed: [],
  mayReveal: false,
  ...facts,
});

/** One that 吕国华 (r1) has claimed. */
export const aClaimedWish = (facts: Partial<WishView> = {}): WishView =>
  aWish({
    status: 'claimed',
    holder: { role: 'representative', since: at },
    claimer: { id: 'r1', name: '吕国华', groupId: 'g1', at, assigned: false },
    ...facts,
  });
