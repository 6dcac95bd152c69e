/** Who is calling: an account, the roles it holds now, and where on the roster it stands. */
export const roles = ['resident', 'representative', 'liaison', 'presidium', 'department', 'admin'] as const;
export type Role = (typeof roles)[number];

export interface Caller {
  accountId: string;
  name: string;
  roles: readonly Role[];
  representativeId?: string;
  groupId?: string;
  /** 职务 in the group. */
  position?: 'leader' | 'liaison' | 'member';
  departmentId?: string;
}

export const hasRole = (caller: Pick<Caller, 'roles'> | null, ...wanted: readonly Role[]): boolean =>
  caller !== null && wanted.some((role) => caller.roles.includes(role));

/** 主席团 and 系统管理员 see the whole town. */
export const seesTown = (caller: Caller | null): boolean => hasRole(caller, 'presidium', 'admin');
