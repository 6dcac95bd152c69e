import { useGroups } from '../../../features/representative/use-groups';
import { call } from '../../../platform/call';
import { useLoad } from '../../../platform/use-load';
import type { Names } from './ledger-columns';

interface Item {
  id: string;
  name: string;
}

const finder =
  (items: readonly Item[] | null) =>
  (wanted: string): string =>
    items?.find(({ id }) => id === wanted)?.name ?? '';

/** What groups and departments are called; nothing until they are known. */
export function useNames(): Names & { groups: readonly Item[] } {
  const groups = useGroups();
  const departments = useLoad(async () => (await call('order.departments', {})).items, 'departments');
  return { group: finder(groups.data), department: finder(departments.data), groups: groups.data ?? [] };
}
