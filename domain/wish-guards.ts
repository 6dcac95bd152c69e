/** Conditions beside status and person that a move of a wish depends on; each answers why not, or null. */
import { hasRole, type Caller } from './caller';
import { DAY_MS } from './time';
import type { Wish } from './wish';

/** One may decline what one did not ask for within a day (practice T8). */
export const DECLINE_HOURS = 24;
/** A closed or answered wish may be taken up again this long (practice T20). */
export const REOPEN_DAYS = 30;
/** After so many times only the presidium takes it up again. */
export const REOPENS_BY_WISHER = 2;

type Refuses = (wish: Wish, caller: Caller, now: Date) => string | null;

function declinable({ claimer, declinedBy = [] }: Wish, _caller: Caller, now: Date): string | null {
  if (!claimer?.assignedBy) return '这个心愿是自己认领的，办不了请用“退回认领”';
  if (declinedBy.includes(claimer.representativeId)) return '指派只能谢绝一次，办不了请用“退回认领”';
  const late = now.getTime() - claimer.at.getTime() > DECLINE_HOURS * 3600_000;
  return late ? `指派已超过 ${DECLINE_HOURS} 小时，不能再谢绝，办不了请用“退回认领”` : null;
}

function reopenable({ endedAt, reopenCount = 0, statusSince }: Wish, caller: Caller, now: Date): string | null {
  if (now.getTime() - (endedAt ?? statusSince).getTime() > REOPEN_DAYS * DAY_MS) {
    return `办结已超过 ${REOPEN_DAYS} 天，请作为新的心愿提交`;
  }
  if (reopenCount < REOPENS_BY_WISHER || hasRole(caller, 'presidium')) return null;
  return `已经重新办理 ${reopenCount} 次，再次重办请由主席团决定`;
}

const isHelper = ({ helpers = [] }: Wish, { representativeId }: Caller): boolean =>
  helpers.some((helper) => helper.representativeId === representativeId);

export const guards = {
  declinable,
  reopenable,
  notContacted: ({ claimer }) => (claimer?.contactedAt ? '已经登记过首次联系，后面的请登记为办理进展' : null),
  // What is off the wall is between those who deal with it.
  joinable: (wish, caller) => {
    if (isHelper(wish, caller)) return '您已经参与了这个心愿的合力办理';
    return wish.hidden ? '这个心愿已经隐藏' : null;
  },
  joined: ({ helpers = [] }) => (helpers.length === 0 ? '这个心愿还没有其他代表参与' : null),
  notAskedForHelp: ({ helpRequest }) => (helpRequest ? '已经申请过部门协办，正等主席团答复' : null),
  askedForHelp: ({ helpRequest }) => (helpRequest ? null : '这个心愿没有待答复的协办申请'),
  notAskedToPause: ({ pauseRequest }) => (pauseRequest ? '已经申请过暂缓，正等组长或主席团答复' : null),
  askedToPause: ({ pauseRequest }) => (pauseRequest ? null : '这个心愿没有待答复的暂缓申请'),
  masterDone: ({ master, rating }) => {
    if (rating) return '这个心愿已经评价过了';
    return master && ['fulfilled', 'closed'].includes(master.status) ? null : '并入的心愿还没有办结，办结后再评价';
  },
  followUpDue: ({ followUpDue }) => (followUpDue ? null : '还没有到二次回访的时候，或已经回访过了'),
  shown: ({ hidden }) => (hidden ? '这个心愿已经隐藏' : null),
  hidden: ({ hidden }) => (hidden ? null : '这个心愿没有被隐藏'),
} as const satisfies Record<string, Refuses>;

export type Guard = keyof typeof guards;
