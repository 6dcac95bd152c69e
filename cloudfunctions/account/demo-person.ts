import type { Role } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import type { Position } from '../../domain/labels';
import type { AccountDoc } from '../store/accounts';
import * as departments from '../store/departments';
import * as groups from '../store/groups';
import * as representatives from '../store/representatives';

/** The village whose group the demo's representative and liaison come from, as the contract outside promises. */
const DEMO_VILLAGE = '刘胜村';

type DemoPerson = Pick<AccountDoc, 'name' | 'granted' | 'representativeId' | 'departmentId'>;

/** Who stands for a persona; throws NOT_FOUND while the roster has nobody of the kind. */
export async function demoPerson(persona: Role, representativeId: string | undefined): Promise<DemoPerson> {
  switch (persona) {
    case 'resident':
      return { name: '王秀兰', granted: [] };
    case 'representative':
      return onRoster(representativeId ? await present(representativeId) : await memberAs('member'));
    case 'liaison':
      return onRoster(representativeId ? await leading(representativeId) : await memberAs('liaison', 'leader'));
    case 'presidium':
      return { name: '镇人大办', granted: ['presidium'] };
    case 'department': {
      const [first] = await departments.listAll();
      return {
        name: first?.name ?? '职能部门',
        granted: ['department'],
        ...(first ? { departmentId: first._id } : {}),
      };
    }
    case 'admin':
      return { name: '系统管理员', granted: ['admin'] };
  }
}

const onRoster = ({ _id, name }: representatives.RepresentativeDoc): DemoPerson => ({
  name,
  granted: [],
  representativeId: _id,
});

async function present(id: string): Promise<representatives.RepresentativeDoc> {
  const representative = await representatives.get(id);
  if (!representative.active) throw new DomainError('NOT_FOUND', { message: '这位代表已不在名册上' });
  return representative;
}

async function leading(id: string): Promise<representatives.RepresentativeDoc> {
  const representative = await present(id);
  if (representative.position === 'member') {
    throw new DomainError('INVALID_INPUT', { details: { representativeId: '这位代表不是组长或联络员' } });
  }
  return representative;
}

/** In the demo village's group, or the first group of a town without it: who holds the first of these positions. */
async function memberAs(...positions: readonly Position[]): Promise<representatives.RepresentativeDoc> {
  const all = await groups.listAll();
  const group = all.find(({ villages }) => villages.includes(DEMO_VILLAGE)) ?? all[0];
  const members = (await representatives.listAll()).filter(({ groupId }) => groupId === group?._id);
  for (const position of positions) {
    const found = members.find((member) => member.position === position);
    if (found) return found;
  }
  throw new DomainError('NOT_FOUND', { message: '代表名册中还没有这样的代表，请先导入名册' });
}
