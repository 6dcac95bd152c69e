/** 主体 + 职务 on a timeline: staff by name, residents never. */
import { hasRole, type Caller, type Role } from './caller';

const titles = {
  resident: '居民',
  representative: '代表',
  liaison: '代表小组',
  presidium: '主席团',
  department: '职能部门',
  admin: '系统管理员',
} as const satisfies Record<Role, string>;

export const actingAs = (role: Role, caller: Caller): string =>
  role === 'resident' ? titles.resident : `${titles[role]} ${caller.name}`;

/** In which capacity one leads a group's wishes: the presidium's own, or the group's. */
export const leadingAs = (caller: Caller): Role => (hasRole(caller, 'presidium') ? 'presidium' : 'liaison');

/** Who did what followed by itself: from the clock, or from another wish's end. */
export const SYSTEM = '系统';
