import type { Area } from '../kit/serve';
import { importRoster } from './import-roster';
import { listGroups } from './list-groups';
import { listRepresentatives } from './list-representatives';

export const representative: Area = {
  name: 'representative',
  useCases: { list: listRepresentatives, groups: listGroups, importRoster },
};
