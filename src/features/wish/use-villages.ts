import { call } from '../../platform/call';
import { useLoad, type Loaded } from '../../platform/use-load';

/** Every village that a group serves, in the groups' order. */
export function useVillages(): Loaded<string[]> {
  return useLoad(async () => {
    const { items } = await call('representative.groups', {});
    return [...new Set(items.flatMap(({ villages }) => villages))];
  }, 'villages');
}
