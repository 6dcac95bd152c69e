/** How an order's status looks, and the day that its status waits for. */
import type { OrderView } from '../../../contract/order';
import type { OrderStatus } from '../../../domain/order';
import type { Tone } from '../../components/tag';

export const orderTones = {
  issued: 'red',
  accepted: 'blue',
  returnRequested: 'amber',
  answered: 'amber',
  rated: 'green',
  filed: 'plain',
  returned: 'plain',
  cancelled: 'plain',
} as const satisfies Record<OrderStatus, Tone>;

type Termed = Pick<OrderView, 'status' | 'signBy' | 'dueAt'>;

/** What is to be done by when while the department has it; null once it has not. */
export function termOf({ status, signBy, dueAt }: Termed): { label: string; by: string } | null {
  if (status === 'issued') return { label: '签收期限', by: signBy };
  return status === 'accepted' ? { label: '答复期限', by: dueAt } : null;
}
