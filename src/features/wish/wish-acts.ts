/** The acts that a wish's page offers, from what the function says is allowed. */
import type { WishView } from '../../../contract/wish';

export const actLabels = {
  claim: '认领这个心愿',
  fulfil: '办结',
  rate: '评价',
  supply: '补充说明',
  review: '去审核',
  progress: '登记进展',
  post: '去晒单',
  release: '退回认领',
  withdraw: '撤回心愿',
} as const;

export type Act = keyof typeof actLabels;

/** What nobody should be drawn to press. */
export const undoes = (act: Act): boolean => act === 'release' || act === 'withdraw';

/** Rating for somebody else is a call-back (回访). */
export const labelOf = (act: Act, { mine }: Pick<WishView, 'mine'>): string =>
  act === 'rate' && !mine ? '登记回访' : actLabels[act];

/** The first of these is the page's main button, the second stands beside it, the rest are under “更多”. */
const order = Object.keys(actLabels) as Act[];

/** `post` is no action on the wish: its claimer may show what was done, from the claim on. */
export function actsOf(wish: WishView, representativeId: string | undefined): Act[] {
  const isClaimer = representativeId !== undefined && wish.claimer?.id === representativeId;
  const mayPost = isClaimer && ['claimed', 'fulfilled', 'closed'].includes(wish.status);
  return order.filter((act) => (act === 'post' ? mayPost : wish.allowed.includes(act)));
}
