import * as contract from '../../contract/order';
import { hasRole, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as orders from '../store/orders';
import { viewOrders } from './view-order';

const DEFAULT_LIMIT = 20;

/** A page of orders, the newest first: the caller's own department's, or for the presidium the town's. */
export const listOrders = useCase(
  contract.list,
  async ({ scope, status, cursor, limit = DEFAULT_LIMIT }, { caller, now, host }) => {
    const wanted = { ...scopeOf(scope, caller), ...defined({ status }) };
    const page = await orders.listPage(wanted, cursor, limit);
    return { items: await viewOrders(page.items, caller, now, host), nextCursor: page.nextCursor };
  },
);

function scopeOf(scope: 'mine' | 'town', caller: Caller): { departmentId?: string } {
  if (scope === 'town') {
    if (hasRole(caller, 'presidium')) return {};
    throw new DomainError('FORBIDDEN', { message: '全镇的交办单由主席团查看' });
  }
  const { departmentId } = caller;
  if (departmentId !== undefined && hasRole(caller, 'department')) return { departmentId };
  throw new DomainError('FORBIDDEN', { message: '您不是职能部门的联络人，没有本部门的交办单' });
}
