/** Who may do what with a duty and its attendance: what the server decides and what the pages show. */
import { hasRole, seesTown, type Caller } from './caller';
import { mayBeSignedIn, signInSpan, type AttendanceStatus, type DutyStatus, type DutyTimes } from './duty';
import { DomainError } from './errors';
import { leads } from './wish-actors';

export interface DutyFacts extends DutyTimes {
  status: DutyStatus;
  /** The group that holds it; the town's own where there is none. */
  groupId?: string;
}

/** What is known of one person's attendance. */
export interface AttendanceFacts {
  representativeId: string;
  groupId: string;
  status: AttendanceStatus;
  /** Asked for and not answered yet. */
  leaveWaits: boolean;
}

export const dutyActions = [
  'save',
  'cancel',
  'code',
  'signIn',
  'askLeave',
  'agreeLeave',
  'mark',
  'addPhotos',
  'summarise',
  'settle',
  'reopen',
  'sheet',
] as const;
export type DutyAction = (typeof dutyActions)[number];

/** 组长、联络员 call their own group together, 主席团 anybody. */
export const mayCall = (caller: Caller, groupId: string | undefined): boolean =>
  leads({ groupId: groupId ?? '' }, caller);

/** Whoever keeps a duty: 主席团, and 组长、联络员 of the group that holds it. */
export const keepsDuty = ({ groupId }: Pick<DutyFacts, 'groupId'>, caller: Caller): boolean => mayCall(caller, groupId);

/** At a meeting of the town each group's 组长、联络员 keep the list of their own people. */
export const keepsAttendance = (
  duty: Pick<DutyFacts, 'groupId'>,
  person: { groupId: string },
  caller: Caller,
): boolean => keepsDuty(duty, caller) || leads(person, caller);

/** Never one's own. */
export const mayMark = (
  duty: Pick<DutyFacts, 'groupId'>,
  person: { groupId: string; representativeId: string },
  caller: Caller,
): boolean => person.representativeId !== caller.representativeId && keepsAttendance(duty, person, caller);

/** 组长 of the person's group, or 主席团; nobody their own. */
export const mayAgreeLeave = (person: { groupId: string; representativeId: string }, caller: Caller): boolean =>
  person.representativeId !== caller.representativeId &&
  (hasRole(caller, 'presidium') ||
    (hasRole(caller, 'liaison') && caller.position === 'leader' && caller.groupId === person.groupId));

/** Whoever reads the list: those who keep it (their own group's part where it is the town's), and who sees the town. */
export function readableGroup(duty: Pick<DutyFacts, 'groupId'>, caller: Caller): { groupId?: string } | null {
  if (keepsDuty(duty, caller) || seesTown(caller)) return {};
  const { groupId } = caller;
  const isTowns = duty.groupId === undefined;
  return isTowns && groupId !== undefined && hasRole(caller, 'liaison') ? { groupId } : null;
}

const rules: Record<DutyAction, (duty: DutyFacts, mine: AttendanceFacts | null, caller: Caller, now: Date) => boolean> =
  {
    save: (duty, _mine, caller) => duty.status === 'planned' && keepsDuty(duty, caller),
    cancel: (duty, _mine, caller) => duty.status === 'planned' && keepsDuty(duty, caller),
    code: (duty, _mine, caller, now) =>
      duty.status === 'planned' && mayBeSignedIn(duty, now) && keepsDuty(duty, caller),
    signIn: (duty, mine, caller, now) =>
      duty.status === 'planned' &&
      mayBeSignedIn(duty, now) &&
      caller.representativeId !== undefined &&
      mine?.status !== 'present',
    askLeave: (duty, mine, _caller, now) =>
      duty.status === 'planned' && now < duty.from && mine?.status === 'expected' && !mine.leaveWaits,
    agreeLeave: (duty, _mine, caller) =>
      duty.status === 'planned' &&
      (hasRole(caller, 'presidium') || (hasRole(caller, 'liaison') && caller.position === 'leader')),
    mark: (duty, _mine, caller, now) =>
      duty.status === 'planned' && signInSpan(duty).opensAt <= now && hasRole(caller, 'presidium', 'liaison'),
    addPhotos: (duty, mine, caller, now) =>
      duty.status !== 'cancelled' &&
      signInSpan(duty).opensAt <= now &&
      (mine?.status === 'present' || keepsDuty(duty, caller)),
    summarise: (duty, _mine, caller, now) => duty.status !== 'cancelled' && duty.from <= now && keepsDuty(duty, caller),
    settle: (duty, _mine, caller, now) => duty.status === 'planned' && duty.until <= now && keepsDuty(duty, caller),
    reopen: (duty, _mine, caller) => duty.status === 'settled' && hasRole(caller, 'presidium'),
    sheet: (duty, _mine, caller) => readableGroup(duty, caller) !== null,
  };

export const allowedDutyActions = (
  duty: DutyFacts,
  mine: AttendanceFacts | null,
  caller: Caller,
  now: Date,
): DutyAction[] => dutyActions.filter((action) => rules[action](duty, mine, caller, now));

const wrongTimes: Partial<Record<DutyAction, string>> = {
  signIn: '现在不在签到时间内，开始前 30 分钟到结束后 2 小时可以签到',
  code: '现在不在签到时间内，开始前 30 分钟到结束后 2 小时可以签到',
  askLeave: '只能在活动开始前请假，已经请过假的请等答复',
  mark: '开始前 30 分钟起、考勤确认以前可以登记考勤',
  settle: '活动结束以后、考勤没有确认过的，才能确认考勤',
  save: '考勤已经确认或活动已经取消，不能再改',
  cancel: '考勤已经确认或活动已经取消，不能再取消',
  agreeLeave: '考勤已经确认或活动已经取消，不能再答复请假',
  reopen: '考勤还没有确认，不用重新核对',
};

const wrongPersons: Partial<Record<DutyAction, string>> = {
  signIn: '只有代表可以签到',
  askLeave: '只有通知到会的代表可以请假',
  reopen: '重新核对考勤由主席团办理',
  addPhotos: '到会的代表和召集活动的人可以上传照片',
};

/** Throws FORBIDDEN for whom it is never allowed, WRONG_STATE for the wrong time. */
export function checkDutyAction(
  action: DutyAction,
  duty: DutyFacts,
  mine: AttendanceFacts | null,
  caller: Caller,
  now: Date,
): void {
  if (rules[action](duty, mine, caller, now)) return;
  if (!couldEver(action, duty, mine, caller)) {
    const message = wrongPersons[action];
    throw new DomainError('FORBIDDEN', { ...(message === undefined ? {} : { message }), facts: { action } });
  }
  const message = wrongTimes[action];
  throw new DomainError('WRONG_STATE', message === undefined ? {} : { message });
}

/** Whether this person could do it at some time of such a duty. */
function couldEver(action: DutyAction, duty: DutyFacts, mine: AttendanceFacts | null, caller: Caller): boolean {
  const statuses = action === 'reopen' ? (['settled'] as const) : (['planned'] as const);
  const times = [new Date(duty.from.getTime() - 1), duty.from, duty.until];
  const asExpected = mine && action === 'askLeave' ? { ...mine, status: 'expected' as const, leaveWaits: false } : mine;
  return statuses.some((status) => times.some((now) => rules[action]({ ...duty, status }, asExpected, caller, now)));
}

/** Who settles, and how their own attendance and everybody's stand. */
export interface Settling {
  caller: Caller;
  attendances: readonly (AttendanceFacts & { name: string })[];
  /** Those who are 不在岗 on that day. */
  away: ReadonlySet<string>;
}

/** Throws WRONG_STATE where something is still open, FORBIDDEN where somebody would settle their own. */
export function checkSettling({ caller, attendances, away }: Settling): void {
  const waiting = attendances.filter(({ leaveWaits, status }) => leaveWaits && status === 'expected');
  if (waiting.length > 0) {
    const names = waiting.slice(0, 5).map(({ name }) => name);
    throw new DomainError('WRONG_STATE', {
      message: `还有 ${waiting.length} 份请假没有答复（${names.join('、')}），请先答复再确认考勤`,
    });
  }
  const isOwn = ({ representativeId }: AttendanceFacts): boolean => representativeId === caller.representativeId;
  const own = attendances.find(isOwn);
  if (own?.status === 'expected' && !away.has(own.representativeId)) {
    throw new DomainError('WRONG_STATE', { message: '您本人的考勤还没有登记，请先签到，或请其他人替您登记' });
  }
  const counted = attendances.filter(({ representativeId }) => !away.has(representativeId));
  if (counted.length > 0 && counted.every(isOwn)) {
    throw new DomainError('FORBIDDEN', { message: '只有您本人一人的活动，请由其他人确认考勤' });
  }
}
