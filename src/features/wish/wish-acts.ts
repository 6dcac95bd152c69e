/** The acts that a wish's page offers, from what the function says is allowed, and the order they stand in. */
import type { WishView } from '../../../contract/wish-views';

/**
 * `do` moves the wish on; `arrange` is for those who lead; `sort` says where it belongs; `undo` is what nobody should be
 * drawn to press.
 */
type Kind = 'do' | 'arrange' | 'sort' | 'undo';

interface ActRule {
  label: string;
  kind: Kind;
  /** Where its name differs from the contract's action; null: no action on the wish. */
  action?: string | null;
}

/** Where nothing is more likely (see `likely`), they come in this order. */
const acts = {
  supply: { label: '补充说明', kind: 'do' },
  review: { label: '去审核', kind: 'do' },
  claim: { label: '认领这个心愿', kind: 'do' },
  fulfil: { label: '办结', kind: 'do' },
  rate: { label: '评价', kind: 'do' },
  callBack: { label: '回访未果', kind: 'do' },
  followUp: { label: '登记二次回访', kind: 'do' },
  progress: { label: '登记进展', kind: 'do' },
  contact: { label: '首次联系', kind: 'do' },
  post: { label: '去晒单', kind: 'do', action: null },
  join: { label: '参与合力', kind: 'do' },
  assign: { label: '指派代表', kind: 'arrange' },
  urge: { label: '催办', kind: 'arrange' },
  issue: { label: '交办给部门', kind: 'arrange', action: 'order.issue' },
  resume: { label: '恢复办理', kind: 'arrange' },
  askHelp: { label: '申请部门协办', kind: 'arrange' },
  refuseHelp: { label: '不予交办', kind: 'arrange' },
  askPause: { label: '申请暂缓', kind: 'arrange' },
  pause: { label: '暂缓办理', kind: 'arrange' },
  refusePause: { label: '不同意暂缓', kind: 'arrange' },
  answer: { label: '暂难解决', kind: 'arrange' },
  unhide: { label: '恢复显示', kind: 'arrange' },
  file: { label: '归入活动', kind: 'sort', action: 'campaign.file' },
  reopen: { label: '重新办理', kind: 'undo' },
  leave: { label: '退出合力', kind: 'undo' },
  decline: { label: '谢绝指派', kind: 'arrange' },
  release: { label: '退回认领', kind: 'undo' },
  hide: { label: '隐藏', kind: 'undo' },
  withdraw: { label: '撤回心愿', kind: 'undo' },
} as const satisfies Record<string, ActRule>;

export type Act = keyof typeof acts;

const order = Object.keys(acts) as Act[];

/** Nothing that moves the wish on: it stands alone at the end, or under “更多”. */
export const isQuiet = (act: Act): boolean => acts[act].kind === 'undo' || acts[act].kind === 'sort';

/** One's own wish; one that was written down for another is not. */
export const isOwnWish = ({ mine, channel }: Pick<WishView, 'mine' | 'channel'>): boolean => mine && channel === 'self';

/** What an act is called on this wish, for this person. */
export function labelOf(act: Act, wish: WishView, representativeId?: string): string {
  const isOwn = isOwnWish(wish);
  switch (act) {
    case 'claim':
      // Beside 指派 there is room for the word alone.
      return wish.allowed.includes('assign') ? '认领' : acts.claim.label;
    case 'rate':
      // Rating for somebody else is a call-back (回访).
      return isOwn ? acts.rate.label : '登记回访';
    case 'pause':
      return wish.allowed.includes('refusePause') ? '同意暂缓' : acts.pause.label;
    case 'issue':
      return wish.orders.length > 0 ? '增加交办' : acts.issue.label;
    case 'review':
      // Once it is public, all that is left to a reviewer is 并案.
      return wish.status === 'open' ? '并案' : acts.review.label;
    case 'leave':
      return wish.helpers.some(({ id }) => id === representativeId) ? acts.leave.label : '调出合力代表';
    case 'reopen':
      if (!isOwn) return acts.reopen.label;
      return wish.status === 'answered' ? '申请重新办理' : '没办好，申请重新办理';
    case 'withdraw':
      return wish.mine ? acts.withdraw.label : '按心愿人要求撤回';
    default:
      return acts[act].label;
  }
}

/** What this person most likely came for, the likeliest first. */
function likely({ status, allowed, claimer, holder }: WishView, isClaimer: boolean): readonly Act[] {
  if (allowed.includes('refusePause')) return ['pause', 'refusePause'];
  if (allowed.includes('refuseHelp')) return ['issue', 'refuseHelp'];
  switch (status) {
    case 'open':
      return ['assign', 'claim'];
    case 'claimed':
      if (!isClaimer) return ['urge', 'join'];
      if (claimer?.contactedAt) return [];
      return allowed.includes('decline') ? ['contact', 'decline'] : ['contact', 'fulfil'];
    case 'coordinating':
      return holder.role === 'presidium' ? ['fulfil', 'issue'] : ['urge', 'issue', 'progress'];
    default:
      return [];
  }
}

/**
 * The first is the page's main button, the second stands beside it, the rest are under “更多”. `post` is no action on
 * the wish: its claimer may show what was done, from the claim on.
 */
export function actsOf(wish: WishView, representativeId: string | undefined): Act[] {
  const isClaimer = representativeId !== undefined && wish.claimer?.id === representativeId;
  const mayPost = isClaimer && ['claimed', 'coordinating', 'fulfilled', 'closed'].includes(wish.status);
  const isOffered = (act: Act): boolean => {
    const rule: ActRule = acts[act];
    return rule.action === null ? mayPost : wish.allowed.includes(rule.action ?? act);
  };
  return [...new Set([...likely(wish, isClaimer), ...order])].filter(isOffered);
}

const sectionTitles = { do: '办理', arrange: '协调', sort: '归类', undo: '退回与撤销' } as const satisfies Record<
  Kind,
  string
>;

/** The acts under “更多”, by what they are for. */
export function sectionsOf(rest: readonly Act[]): { title: string; acts: Act[] }[] {
  return (Object.keys(sectionTitles) as Kind[])
    .map((kind) => ({ title: sectionTitles[kind], acts: rest.filter((act) => acts[act].kind === kind) }))
    .filter((section) => section.acts.length > 0);
}
