/**
 * Day rollups: for each Shanghai day on which wishes were collected (or independent deeds shown), how many there are
 * in each status and what they brought. A change moves the difference of two contributions, so that an overview of any
 * span reads one small document a day instead of the ledger.
 */
import { countedOutcomes, noOutcomes, totalOutcomes, type Outcome, type OutcomeTotals } from './outcome';
import { ratings, wishStatuses, type Rating, type WishStatus } from './wish';

export interface Figures extends OutcomeTotals {
  registered: number;
  /** Those whose wisher was asked 是否解决, and those of them who said yes. A paper ledger does not say. */
  asked: number;
  resolved: number;
  status: Record<WishStatus, number>;
  satisfaction: Record<Rating, number>;
}

const zeros = <Key extends string>(keys: readonly Key[]): Record<Key, number> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;

export const noFigures = (): Figures => ({
  ...noOutcomes,
  registered: 0,
  asked: 0,
  resolved: 0,
  status: zeros(wishStatuses),
  satisfaction: zeros(ratings),
});

/** What of a wish its figures depend on. */
export interface CountedWish {
  status: WishStatus;
  rating?: Rating;
  resolved?: 'yes' | 'partly' | 'no';
  outcomes: readonly Outcome[];
  postOutcomes: readonly { outcomes: readonly Outcome[] }[];
}

/** A deed counts once the representative has called it done. */
const isDone = (status: WishStatus): boolean => status === 'fulfilled' || status === 'closed';

export function figuresOfWish(wish: CountedWish): Figures {
  const figures = noFigures();
  figures.registered = 1;
  figures.status[wish.status] = 1;
  if (!isDone(wish.status)) return figures;
  if (wish.rating) figures.satisfaction[wish.rating] = 1;
  if (wish.resolved) figures.asked = 1;
  if (wish.resolved === 'yes') figures.resolved = 1;
  return { ...figures, ...totalOutcomes(countedOutcomes(wish)) };
}

/** A post that stands alone; one linked to a wish adds nothing of its own. */
export const figuresOfPost = (outcomes: readonly Outcome[]): Figures => ({
  ...noFigures(),
  ...totalOutcomes(outcomes),
});

type Paths = Record<string, number>;

function flatten(figures: Figures): Paths {
  const { status, satisfaction, ...flat } = figures;
  const paths: Paths = { ...flat };
  for (const [key, count] of Object.entries(status)) paths[`status.${key}`] = count;
  for (const [key, count] of Object.entries(satisfaction)) paths[`satisfaction.${key}`] = count;
  return paths;
}

/** `after − before` as dotted paths to what changed, ready for one `$inc`; empty when nothing did. */
export function figuresChange(before: Figures | null, after: Figures | null): Paths {
  const from = before ? flatten(before) : {};
  const to = after ? flatten(after) : {};
  const change: Paths = {};
  for (const path of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const difference = (to[path] ?? 0) - (from[path] ?? 0);
    if (difference !== 0) change[path] = difference;
  }
  return change;
}

export function addFigures(a: Figures, b: Figures): Figures {
  const sum = noFigures();
  for (const key of Object.keys(noOutcomes) as (keyof OutcomeTotals)[]) sum[key] = a[key] + b[key];
  for (const status of wishStatuses) sum.status[status] = a.status[status] + b.status[status];
  for (const rating of ratings) sum.satisfaction[rating] = a.satisfaction[rating] + b.satisfaction[rating];
  return {
    ...sum,
    registered: a.registered + b.registered,
    asked: a.asked + b.asked,
    resolved: a.resolved + b.resolved,
  };
}
