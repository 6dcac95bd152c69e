/**
 * What a wish, a post and a duty add to the campaign that they are filed under. A change moves the difference between
 * what the thing added before and adds now, so that whatever is withdrawn, hidden or reopened is taken back.
 */
import type { Metric } from './campaign';
import { shanghaiMonth } from './time';
import type { WishStatus } from './wish';

/** One unit of a figure, to whom it counts and in which month. */
export interface Counted {
  campaignId: string;
  groupId: string;
  representativeId?: string;
  metric: Metric;
  month: string;
}

/** What counts for the town itself and for no group: its own duties. */
export const TOWN = 'town';

interface FiledWish {
  campaignId?: string;
  status: WishStatus;
  groupId: string;
  collectedAt: Date;
  collectedBy?: { representativeId: string };
  claimer?: { representativeId: string; groupId: string; at: Date };
  result?: { at: Date };
  resolved?: 'yes' | 'partly' | 'no';
  hidden?: unknown;
}

/** What came to nothing is no wish of the campaign; 并案 counts with the wish that it follows. */
export const cameToNothing: readonly WishStatus[] = ['rejected', 'merged', 'withdrawn'];

/** 登记 counts for the group of the village, 办结 and 解决 for the group whose representative did it. */
export function countedOfWish(wish: FiledWish): Counted[] {
  const { campaignId, status, groupId, collectedAt, collectedBy, claimer, result, resolved, hidden } = wish;
  if (campaignId === undefined || hidden !== undefined || cameToNothing.includes(status)) return [];
  const registered: Counted = {
    campaignId,
    groupId,
    metric: 'registered',
    month: shanghaiMonth(collectedAt),
    ...(collectedBy ? { representativeId: collectedBy.representativeId } : {}),
  };
  if (status !== 'fulfilled' && status !== 'closed') return [registered];
  const done = {
    campaignId,
    groupId: claimer?.groupId ?? groupId,
    month: shanghaiMonth(result?.at ?? claimer?.at ?? collectedAt),
    ...(claimer ? { representativeId: claimer.representativeId } : {}),
  };
  return [
    registered,
    { ...done, metric: 'fulfilled' },
    ...(resolved === 'yes' ? [{ ...done, metric: 'resolved' as const }] : []),
  ];
}

interface FiledPost {
  campaignId?: string;
  status: 'published' | 'hidden' | 'removed';
  groupId: string;
  representativeId: string;
  at: Date;
}

export const countedOfPost = ({ campaignId, status, groupId, representativeId, at }: FiledPost): Counted[] =>
  campaignId === undefined || status !== 'published'
    ? []
    : [{ campaignId, groupId, representativeId, metric: 'posts', month: shanghaiMonth(at) }];

interface FiledDuty {
  campaignId?: string;
  status: string;
  kind: string;
  groupId?: string;
  from: Date;
}

/** A duty has been held once its attendance is settled; 走访接待 counts as a visit too. */
export function countedOfDuty({ campaignId, status, kind, groupId = TOWN, from }: FiledDuty): Counted[] {
  if (campaignId === undefined || status !== 'settled') return [];
  const held = { campaignId, groupId, month: shanghaiMonth(from) };
  return [{ ...held, metric: 'duties' }, ...(kind === 'visit' ? [{ ...held, metric: 'visits' as const }] : [])];
}

/** Whose tally moves, and by how much at which dotted path. */
export interface TallyChange {
  campaignId: string;
  of: 'group' | 'member';
  ownerId: string;
  change: Record<string, number>;
}

const ownersOf = ({ groupId, representativeId }: Counted): Pick<TallyChange, 'of' | 'ownerId'>[] => [
  { of: 'group', ownerId: groupId },
  ...(representativeId === undefined ? [] : [{ of: 'member' as const, ownerId: representativeId }]),
];

/** `after − before`, one for each tally that changes; empty where nothing does. */
export function tallyChanges(before: readonly Counted[], after: readonly Counted[]): TallyChange[] {
  const changes = new Map<string, TallyChange>();
  const add = (counted: Counted, by: number) => {
    for (const { of, ownerId } of ownersOf(counted)) {
      const key = `${counted.campaignId}|${of}|${ownerId}`;
      const moved = changes.get(key) ?? { campaignId: counted.campaignId, of, ownerId, change: {} };
      for (const path of [`counts.${counted.metric}`, `months.${counted.month}.${counted.metric}`]) {
        moved.change[path] = (moved.change[path] ?? 0) + by;
      }
      changes.set(key, moved);
    }
  };
  for (const one of before) add(one, -1);
  for (const one of after) add(one, 1);
  return [...changes.values()].flatMap((moved) => {
    const change = Object.fromEntries(Object.entries(moved.change).filter(([, by]) => by !== 0));
    return Object.keys(change).length > 0 ? [{ ...moved, change }] : [];
  });
}
