/** What a reviewer can decide, as the page says it. */
import type { WishView } from '../../../../contract/wish-views';
import { moves } from '../../../../domain/wish-moves';

export const decisions = {
  publish: { label: '公开', button: '公开这个心愿', said: '已公开' },
  askInfo: { label: '请补充', button: '请居民补充', said: '已请居民补充' },
  reject: { label: '不予受理', button: '不予受理', said: '已作不予受理' },
  merge: { label: '并案', button: '并入另一个心愿', said: '已并案' },
} as const;

export type Decision = keyof typeof decisions;

const order = Object.keys(decisions) as Decision[];

export function decisionsFor({ status, allowed }: WishView): Decision[] {
  if (!allowed.includes('review')) return [];
  return order.filter((decision) => moves[decision].from.some((from) => from === status));
}

/** In days; '' is the category's own time. */
export const dueChoices = ['', '7', '15', '30', '60', '90'] as const;
