/** The kinds of tasks: what they are called, whose they are, what is pressed for them. */
import type { Output } from '../../../../contract/contract';
import type { Role } from '../../../../domain/caller';
import { orderTaskLabels, taskLabels } from '../../../../domain/labels';
import { orderTaskKinds, type OrderTaskKind } from '../../../../domain/order-desk';
import { taskKinds, type TaskKind } from '../../../../domain/wish-desk';
import type { BulkAct } from '../../../features/desk/use-bulk';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';

export type Task = Output<'wish.queue'>['items'][number];
export type AnyKind = TaskKind | OrderTaskKind;

export const anyKinds: readonly AnyKind[] = [...taskKinds, ...orderTaskKinds];
export const kindLabels = { ...taskLabels, ...orderTaskLabels } as const satisfies Record<AnyKind, string>;

/** What an office is for comes before what one does for oneself. */
const kindsByRole: readonly (readonly [Role, readonly AnyKind[]])[] = [
  [
    'presidium',
    ['review', 'assign', 'help', 'settle', 'rateOrder', 'settleReturn', 'settleExtension', 'planned', 'file'],
  ],
  ['liaison', ['review', 'assign', 'callBack', 'pause', 'resume', 'supply', 'callBackMerged', 'followUp']],
  ['department', ['sign', 'answerOrder']],
  ['representative', ['contact', 'progress', 'fulfil']],
  ['resident', ['supply']],
];

/** The kinds that can lie on the desk of somebody with these roles. */
export const kindsFor = (roles: readonly Role[]): AnyKind[] => [
  ...new Set(kindsByRole.flatMap(([role, kinds]) => (roles.includes(role) ? kinds : []))),
];

const bulkActs: Partial<Record<AnyKind, BulkAct>> = {
  review: 'publish',
  assign: 'assign',
  contact: 'urge',
  progress: 'urge',
  fulfil: 'urge',
  help: 'urge',
  pause: 'urge',
  settle: 'urge',
};

/** What can be done with many of this kind at once. */
export const bulkActOf = ({ kind, orderId }: Task): BulkAct | null =>
  orderId === undefined ? (bulkActs[kind] ?? null) : null;

export function openTask({ kind, wishId, orderId }: Task): void {
  if (orderId !== undefined) open(routes.order, { id: orderId });
  else open(kind === 'review' ? routes.review : routes.wishDetail, { id: wishId });
}
