import type { Output } from '../../../contract/contract';
import { call } from '../../platform/call';
import { useLoad, type Loaded } from '../../platform/use-load';

export type Group = Output<'representative.groups'>['items'][number];

/** The town's groups, in their own order. */
export const useGroups = (): Loaded<Group[]> =>
  useLoad(async () => (await call('representative.groups', {})).items, 'groups');
