/** The life of an order as one table, like that of a wish: who may do what, from where to where. */
import { hasRole, type Caller } from './caller';
import { DomainError } from './errors';
import { orderStatusLabels } from './labels';
import { isLiveOrder, orderHolderOf, RETURN_WORKING_DAYS, type Order, type OrderStatus } from './order';
import { shanghaiMinute } from './time';

export const orderActorLabels = {
  department: '承办部门',
  presidium: '主席团',
  settler: '主席团（非承办部门）',
  judge: '主席团、跟踪代表（非承办部门）',
  system: '系统',
} as const;
type Actor = keyof typeof orderActorLabels;

type Guard = keyof typeof guards;

export interface OrderMoveRule {
  /** The contract's action that makes this move; null where it follows from the wish's own end. */
  action: string | null;
  from: readonly OrderStatus[];
  /** null: the status stays. */
  to: OrderStatus | null;
  actor: Actor;
  guard?: Guard;
  line: string;
}

/** Who moved it last, when, and how; for whoever comes too late. */
const lastMoveText = ({ last }: Pick<Order, 'last'>): string =>
  last ? `（${shanghaiMinute(last.at)} ${last.who}：${last.what}）` : '';

const guards = {
  returnable: ({ returnBy, returnRequest }: Order, now: Date) => {
    if (returnRequest) return '退办申请已经答复过，不能再次退办；确有困难请申请延期';
    return now > returnBy ? `交办已超过 ${RETURN_WORKING_DAYS} 个工作日，不能再退办；确有困难请申请延期` : null;
  },
  notExtended: ({ extension }: Order) => {
    if (!extension) return null;
    if (extension.state === 'asked') return '已经申请过延期，正等主席团答复';
    return '一件交办单只能延期一次';
  },
  askedToExtend: (order: Order) =>
    order.extension?.state === 'asked' ? null : `没有待答复的延期申请${lastMoveText(order)}`,
} as const;

export const orderMoves = {
  accept: { action: 'accept', from: ['issued'], to: 'accepted', actor: 'department', line: '签收' },
  return: {
    action: 'return',
    from: ['issued', 'accepted'],
    to: 'returnRequested',
    actor: 'department',
    guard: 'returnable',
    line: '申请退办',
  },
  agreeReturn: {
    action: 'settleReturn',
    from: ['returnRequested'],
    to: 'returned',
    actor: 'settler',
    line: '同意退办',
  },
  refuseReturn: {
    action: 'settleReturn',
    from: ['returnRequested'],
    to: 'issued',
    actor: 'settler',
    line: '不同意退办',
  },
  askExtension: {
    action: 'extend',
    from: ['accepted'],
    to: null,
    actor: 'department',
    guard: 'notExtended',
    line: '申请延期',
  },
  grantExtension: {
    action: 'extend',
    from: ['accepted'],
    to: null,
    actor: 'settler',
    guard: 'askedToExtend',
    line: '同意延期',
  },
  refuseExtension: {
    action: 'refuseExtension',
    from: ['accepted'],
    to: null,
    actor: 'settler',
    guard: 'askedToExtend',
    line: '不同意延期',
  },
  meet: { action: 'meet', from: ['accepted', 'answered'], to: null, actor: 'department', line: '见面沟通' },
  answer: { action: 'answer', from: ['accepted'], to: 'answered', actor: 'department', line: '答复' },
  rate: { action: 'rate', from: ['answered'], to: 'rated', actor: 'judge', line: '评价答复' },
  redo: { action: 'rate', from: ['answered'], to: 'accepted', actor: 'judge', line: '退回重办' },
  file: { action: 'file', from: ['rated'], to: 'filed', actor: 'presidium', line: '归档' },
  urge: {
    action: 'urge',
    from: ['issued', 'accepted', 'returnRequested'],
    to: null,
    actor: 'presidium',
    line: '督办',
  },
  cancel: {
    action: 'cancel',
    from: ['issued', 'accepted', 'returnRequested', 'answered'],
    to: 'cancelled',
    actor: 'presidium',
    line: '撤销交办',
  },
  // The wish has come to an end by another way: what is still to be done need not be, what was answered is kept.
  drop: {
    action: null,
    from: ['issued', 'accepted', 'returnRequested'],
    to: 'cancelled',
    actor: 'system',
    line: '心愿已有结果，交办终止',
  },
  close: { action: null, from: ['answered', 'rated'], to: 'filed', actor: 'system', line: '心愿已有结果，归档' },
} as const satisfies Record<string, OrderMoveRule>;

export type OrderMove = keyof typeof orderMoves;

const isPresidium = (caller: Caller): boolean => hasRole(caller, 'presidium');

export const isOrderDepartment = ({ departmentId }: Pick<Order, 'departmentId'>, caller: Caller): boolean =>
  hasRole(caller, 'department') && caller.departmentId === departmentId;

const isTracking = ({ claimerId }: Order, caller: Caller): boolean =>
  claimerId !== undefined && caller.representativeId === claimerId;

const actors: Record<Actor, (order: Order, caller: Caller) => boolean> = {
  department: isOrderDepartment,
  presidium: (_order, caller) => isPresidium(caller),
  // Nobody grants what they asked for themselves, nor rates their own answer.
  settler: (order, caller) => isPresidium(caller) && !isOrderDepartment(order, caller),
  judge: (order, caller) => (isPresidium(caller) || isTracking(order, caller)) && !isOrderDepartment(order, caller),
  system: () => false,
};

/** The department, the presidium, the wish's claimer and its group's liaison follow an order. */
export const maySeeOrder = (order: Order & { groupId: string }, caller: Caller): boolean =>
  isOrderDepartment(order, caller) ||
  isPresidium(caller) ||
  isTracking(order, caller) ||
  (hasRole(caller, 'liaison') && caller.groupId === order.groupId);

const refusalOf = (rule: OrderMoveRule, order: Order, now: Date): string | null =>
  rule.guard ? guards[rule.guard](order, now) : null;

export function mayMoveOrder(move: OrderMove, order: Order, caller: Caller, now: Date): boolean {
  const rule: OrderMoveRule = orderMoves[move];
  if (!rule.from.includes(order.status) || !actors[rule.actor](order, caller)) return false;
  return refusalOf(rule, order, now) === null;
}

/** The order actions of the contract that this caller may take now. */
export function allowedOrderActions(order: Order, caller: Caller, now: Date): string[] {
  const allowed = (Object.keys(orderMoves) as OrderMove[]).filter((move) => mayMoveOrder(move, order, caller, now));
  return [...new Set(allowed.flatMap((move) => orderMoves[move].action ?? []))];
}

/** Throws FORBIDDEN for the wrong person, WRONG_STATE (status, who moved last and when) for the wrong time. */
export function checkOrderMove(move: OrderMove, order: Order, caller: Caller, now: Date): void {
  const rule: OrderMoveRule = orderMoves[move];
  if (!actors[rule.actor](order, caller)) {
    throw new DomainError('FORBIDDEN', { facts: { action: rule.action, order: order.id } });
  }
  if (!rule.from.includes(order.status)) throw wrongOrderState(order);
  const refusal = refusalOf(rule, order, now);
  if (refusal !== null) throw wrongOrderState(order, refusal);
}

export function wrongOrderState(order: Pick<Order, 'status' | 'last'>, reason?: string): DomainError {
  const { status, last } = order;
  return new DomainError('WRONG_STATE', {
    message: reason ?? `这件交办单目前是“${orderStatusLabels[status]}”${lastMoveText(order)}，不能进行这项操作`,
    details: {
      status,
      holder: isLiveOrder(status) ? orderHolderOf(status) : 'none',
      ...(last ? { who: last.who, at: last.at.toISOString() } : {}),
    },
  });
}
