import type { Me } from '../../../contract/account';

export type LedgerScope = 'group' | 'town';

/** Whose ledger this person keeps: the town's, the group's, or nobody's. */
export function ledgerScope({ roles }: Me): LedgerScope | null {
  if (roles.includes('presidium') || roles.includes('admin')) return 'town';
  return roles.includes('liaison') ? 'group' : null;
}
