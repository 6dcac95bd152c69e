/** Who somebody is to a wish: the persons of the table of moves (wish-moves.ts). */
import { hasRole, type Caller } from './caller';
import type { Wish } from './wish';

export const actorLabels = {
  supplier: '提交人；台账导入的由组长、联络员、主席团',
  submitterOrPresidium: '提交人、主席团',
  reviewer: '联络员、主席团（非本人心愿）',
  representative: '代表（非本人心愿）',
  otherRepresentative: '其他代表',
  helper: '参与合力的代表、认领人、组长',
  leader: '组长、联络员、主席团',
  judge: '组长、联络员、主席团（非认领人）',
  claimer: '认领人',
  claimerOrLeader: '认领人、组长、主席团',
  fulfiller: '认领人；部门协办中由主席团',
  rater: '心愿人；或认领人以外的人回访',
  callBacker: '联络员、主席团（非认领人）',
  reopener: '心愿人；组长、主席团（非认领人）',
  presidium: '主席团',
  system: '系统',
} as const;
export type Actor = keyof typeof actorLabels;

export const isClaimer = (wish: Pick<Wish, 'claimer'>, caller: Caller): boolean =>
  caller.representativeId !== undefined && wish.claimer?.representativeId === caller.representativeId;

export const isSubmitter = (wish: Pick<Wish, 'submitterId'>, caller: Caller): boolean =>
  wish.submitterId === caller.accountId;

export const isHelper = (wish: Pick<Wish, 'helpers'>, caller: Caller): boolean =>
  caller.representativeId !== undefined &&
  (wish.helpers ?? []).some(({ representativeId }) => representativeId === caller.representativeId);

/** Of a merged wish: who claimed the one that it follows, and so called this one done too. */
export const claimsMaster = ({ master }: Pick<Wish, 'master'>, { representativeId }: Caller): boolean =>
  representativeId !== undefined && master?.claimerId === representativeId;

/** The person whose wish it is; one who wrote it down for another is its submitter only. */
export const isOwn = (wish: Wish, caller: Caller): boolean => wish.selfSubmitted && isSubmitter(wish, caller);

/** 组长、联络员 of the wish's group, or 主席团; 系统管理员 keeps the system, not the wishes. */
export const leads = (wish: { groupId: string }, caller: Caller): boolean =>
  hasRole(caller, 'presidium') || (hasRole(caller, 'liaison') && caller.groupId === wish.groupId);

const isRepresentative = (caller: Caller): boolean => caller.representativeId !== undefined;
const isPresidium = (caller: Caller): boolean => hasRole(caller, 'presidium');

export const actors: Record<Actor, (wish: Wish, caller: Caller) => boolean> = {
  // A wish of a paper ledger has nobody to ask but those who keep the ledger.
  supplier: (wish, caller) => (wish.submitterId === undefined ? leads(wish, caller) : isSubmitter(wish, caller)),
  // 主席团 does it when the submitter asks by word of mouth (practice T21); a stranger's claim has no say in it.
  submitterOrPresidium: (wish, caller) => isSubmitter(wish, caller) || isPresidium(caller),
  // Nobody reviews their own wish.
  reviewer: (wish, caller) => leads(wish, caller) && !isSubmitter(wish, caller),
  representative: (wish, caller) => isRepresentative(caller) && !isOwn(wish, caller),
  otherRepresentative: (wish, caller) => isRepresentative(caller) && !isClaimer(wish, caller) && !isOwn(wish, caller),
  helper: (wish, caller) => isHelper(wish, caller) || isClaimer(wish, caller) || leads(wish, caller),
  leader: leads,
  judge: (wish, caller) => leads(wish, caller) && !isClaimer(wish, caller),
  claimer: isClaimer,
  claimerOrLeader: (wish, caller) => isClaimer(wish, caller) || leads(wish, caller),
  fulfiller: (wish, caller) => (wish.status === 'coordinating' ? isPresidium(caller) : isClaimer(wish, caller)),
  // The wisher, or a call-back (回访) by someone other than the claimer; a scribe is no wisher.
  rater: (wish, caller) =>
    !isClaimer(wish, caller) && !claimsMaster(wish, caller) && (isOwn(wish, caller) || leads(wish, caller)),
  callBacker: (wish, caller) => leads(wish, caller) && !isClaimer(wish, caller) && !isOwn(wish, caller),
  reopener: (wish, caller) => !isClaimer(wish, caller) && (isOwn(wish, caller) || leads(wish, caller)),
  presidium: (_wish, caller) => isPresidium(caller),
  system: () => false,
};
