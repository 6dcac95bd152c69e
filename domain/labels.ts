/** The Chinese of every domain word: one place, the same on screens, in ledgers and in briefings. */
import type { Role } from './caller';
import type { OutcomeKind } from './outcome';
import type { Category, Channel, Difficulty, HolderRole, Rating, Resolution, WishStatus } from './wish';

export const statusLabels = {
  submitted: '待审核',
  needInfo: '待补充',
  open: '待认领',
  claimed: '办理中',
  coordinating: '部门协办',
  paused: '暂缓',
  fulfilled: '待确认',
  closed: '已办结',
  answered: '暂难解决',
  rejected: '不予受理',
  merged: '已并案',
  withdrawn: '已撤回',
} as const satisfies Record<WishStatus, string>;

export const categoryLabels = {
  care: '关爱扶助',
  education: '教育就学',
  employment: '就业创业',
  health: '医疗健康',
  mediation: '维权调解',
  environment: '生态环境',
  enterprise: '企业发展',
  facility: '基础设施',
  paperwork: '代办服务',
  other: '其他',
} as const satisfies Record<Category, string>;

export const channelLabels = {
  self: '自主提交',
  homeVisit: '登门入户',
  walk: '走访群众',
  reception: '选民接待',
  archive: '民情档案',
} as const satisfies Record<Channel, string>;

export const outcomeLabels = {
  gift: '慰问金',
  goods: '物资',
  lecture: '宣讲',
  clinic: '义诊',
  employment: '就业',
  education: '助学',
  mediation: '调解',
  environment: '环境整治',
  enterprise: '惠企',
  facility: '设施改善',
  paperwork: '代办',
  other: '其他',
} as const satisfies Record<OutcomeKind, string>;

export const ratingLabels = {
  satisfied: '满意',
  fair: '基本满意',
  unsatisfied: '不满意',
} as const satisfies Record<Rating, string>;

export const resolutionLabels = {
  yes: '已解决',
  partly: '部分解决',
  no: '未解决',
} as const satisfies Record<Resolution, string>;

export const difficultyLabels = { easy: '易', medium: '中', hard: '难' } as const satisfies Record<Difficulty, string>;

export const holderLabels = {
  resident: '居民',
  representative: '代表',
  liaison: '代表小组',
  presidium: '主席团',
  department: '职能部门',
  none: '已结束',
} as const satisfies Record<HolderRole, string>;

export const roleLabels = {
  resident: '居民',
  representative: '人大代表',
  liaison: '组长、联络员',
  presidium: '镇人大主席团',
  department: '职能部门联络人',
  admin: '系统管理员',
} as const satisfies Record<Role, string>;

export const levelLabels = { city: '市', town: '镇' } as const;
export type Level = keyof typeof levelLabels;

export const positionLabels = { leader: '组长', liaison: '联络员', member: '代表' } as const;
export type Position = keyof typeof positionLabels;

/** The code whose label is `text`, for reading a ledger; null when no label is. */
export function codeOf<Code extends string>(labels: Record<Code, string>, text: string): Code | null {
  const found = Object.entries<string>(labels).find(([, label]) => label === text);
  return found ? (found[0] as Code) : null;
}
