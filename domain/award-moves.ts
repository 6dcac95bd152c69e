/** The life of a year's award as one table: who may do what, from where to where. No candidate decides on candidates. */
import type { AwardStatus } from './award';
import { hasRole, type Caller } from './caller';
import { DomainError } from './errors';
import { awardStatusLabels } from './labels';
import { shanghaiMinute } from './time';

/**
 * presidium: 主席团; office: 主席团 and 系统管理员, neither a candidate; drafter: 组长、联络员 of a group, of others than
 * themselves; signer: 组长 or 主席团, neither who nominated nor the nominee; anybody: whoever has signed in.
 */
type Actor = 'presidium' | 'office' | 'drafter' | 'signer' | 'anybody';

/** What the rules know of an award; `status` is null before its plan. */
export interface Award {
  id: string;
  status: AwardStatus | null;
  candidateIds: readonly string[];
  last?: { who: string; what: string; at: Date };
}

interface MoveRule {
  from: readonly (AwardStatus | null)[];
  /** null: the status stays. */
  to: AwardStatus | null;
  actor: Actor;
  line: string;
  /** Whether everybody reads it in the history. */
  open: boolean;
}

export const awardMoves = {
  publish: { from: [null], to: 'plan', actor: 'presidium', line: '公布评选方案', open: true },
  revise: { from: ['plan'], to: null, actor: 'presidium', line: '修改评选方案', open: true },
  draw: { from: ['plan'], to: 'candidates', actor: 'presidium', line: '按冻结积分产生候选人', open: true },
  nominate: { from: ['candidates'], to: null, actor: 'drafter', line: '小组推荐', open: false },
  sign: { from: ['candidates'], to: null, actor: 'signer', line: '推荐签字', open: false },
  withdraw: { from: ['candidates'], to: null, actor: 'drafter', line: '撤回推荐', open: false },
  check: { from: ['candidates', 'review'], to: null, actor: 'office', line: '登记纪律核查', open: false },
  confirmCheck: { from: ['candidates', 'review'], to: null, actor: 'office', line: '确认纪律核查', open: false },
  describe: { from: ['candidates', 'review'], to: null, actor: 'presidium', line: '修改事迹简介', open: false },
  review: { from: ['candidates'], to: 'review', actor: 'presidium', line: '提交主席团审议', open: true },
  vote: { from: ['review'], to: null, actor: 'presidium', line: '登记表决意见', open: false },
  announce: { from: ['review'], to: 'notice', actor: 'presidium', line: '公示拟表彰人选', open: true },
  object: { from: ['notice'], to: null, actor: 'anybody', line: '收到异议', open: false },
  answer: { from: ['notice'], to: null, actor: 'office', line: '答复异议', open: false },
  dismiss: { from: ['notice'], to: null, actor: 'presidium', line: '撤下公示人选', open: true },
  reconsider: { from: ['notice'], to: 'review', actor: 'presidium', line: '退回重新审议', open: true },
  decide: { from: ['notice'], to: 'decided', actor: 'presidium', line: '作出表彰决定', open: true },
  cancel: {
    from: ['plan', 'candidates', 'review', 'notice'],
    ...{ to: 'cancelled', actor: 'presidium', line: '撤销评选', open: true },
  },
} as const satisfies Record<string, MoveRule>;

export type AwardMove = keyof typeof awardMoves;

const moveNames = Object.keys(awardMoves) as AwardMove[];

export const isOpenLine = (line: string): boolean =>
  moveNames.some((move) => {
    const rule: MoveRule = awardMoves[move];
    return rule.open && rule.line === line;
  });

export const isCandidate = ({ candidateIds }: Pick<Award, 'candidateIds'>, caller: Caller): boolean =>
  caller.representativeId !== undefined && candidateIds.includes(caller.representativeId);

const actors: Record<Actor, (award: Award, caller: Caller) => boolean> = {
  presidium: (award, caller) => hasRole(caller, 'presidium') && !isCandidate(award, caller),
  office: (award, caller) => hasRole(caller, 'presidium', 'admin') && !isCandidate(award, caller),
  drafter: (_, caller) => caller.groupId !== undefined && hasRole(caller, 'liaison'),
  signer: (_, caller) => caller.position === 'leader' || hasRole(caller, 'presidium'),
  anybody: () => true,
};

export function mayMoveAward(move: AwardMove, award: Award, caller: Caller): boolean {
  const rule: MoveRule = awardMoves[move];
  return rule.from.includes(award.status) && actors[rule.actor](award, caller);
}

/** The moves that this caller may make now, as far as they do not depend on one candidate. */
export const allowedAwardMoves = (award: Award, caller: Caller | null): AwardMove[] =>
  caller === null ? [] : moveNames.filter((move) => mayMoveAward(move, award, caller));

/** Throws FORBIDDEN for the wrong person, WRONG_STATE (status, who moved last and when) for the wrong time. */
export function checkAwardMove(move: AwardMove, award: Award, caller: Caller): void {
  const rule: MoveRule = awardMoves[move];
  if (!actors[rule.actor](award, caller)) {
    throw new DomainError('FORBIDDEN', {
      ...(isCandidate(award, caller) ? { message: '您是候选人，请由其他人办理' } : {}),
      facts: { move, award: award.id },
    });
  }
  if (!rule.from.includes(award.status)) throw wrongAwardState(award);
}

/** With a reason of its own where the status alone does not say it. */
export function wrongAwardState({ status, last }: Pick<Award, 'status' | 'last'>, reason?: string): DomainError {
  const now = status === null ? '还没有方案' : awardStatusLabels[status];
  const lastMove = last ? `（${shanghaiMinute(last.at)} ${last.who}：${last.what}）` : '';
  return new DomainError('WRONG_STATE', {
    message: reason ?? `本次评选目前是“${now}”${lastMove}，不能进行这项操作`,
    details: { status, ...(last ? { who: last.who, at: last.at.toISOString() } : {}) },
  });
}

/** 小组推荐: of one's own group, never oneself. */
export const mayNominate = (nominee: { representativeId: string; groupId: string }, caller: Caller): boolean =>
  hasRole(caller, 'liaison') &&
  caller.groupId === nominee.groupId &&
  caller.representativeId !== nominee.representativeId;

interface Nomination {
  representativeId: string;
  groupId: string;
  proposed: { accountId: string };
  signed?: unknown;
}

/** Two persons stand behind a nomination: 组长 of the group, or 主席团, who is neither the nominee nor nominated. */
export const maySignNomination = (
  { representativeId, groupId, proposed, signed }: Nomination,
  caller: Caller,
): boolean =>
  signed === undefined &&
  ((caller.position === 'leader' && caller.groupId === groupId && hasRole(caller, 'liaison')) ||
    hasRole(caller, 'presidium')) &&
  caller.representativeId !== representativeId &&
  caller.accountId !== proposed.accountId;

/** A leader who nominates has signed with it. */
export const signsByNominating = (caller: Caller): boolean => caller.position === 'leader';

/** 纪律核查 is confirmed by another than who recorded it. */
export const mayConfirmCheck = (
  check: { by: { accountId: string }; confirmed?: unknown } | undefined,
  caller: Caller,
): boolean => check !== undefined && check.confirmed === undefined && check.by.accountId !== caller.accountId;

/** Nobody answers their own objection. */
export const mayAnswerObjection = (
  { accountId, answer }: { accountId: string; answer?: unknown },
  caller: Caller,
): boolean => answer === undefined && accountId !== caller.accountId;
