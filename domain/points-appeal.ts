/**
 * 申诉 against one entry: by the person it concerns, within seven days of its booking; 人大办 answers in five working days,
 * 主席团 decides for good. Source: practice notes, "Fairness rules" and "Appeals".
 */
import { hasRole, seesTown, type Caller } from './caller';
import { DomainError } from './errors';
import type { EntryKind } from './points';
import type { RuleCode } from './points-rules';
import { addDays, endOfDay } from './time';

/** open 待答复 → answered 待主席团决定 → decided 已决定; a decision needs no answer before it. */
export const appealStatuses = ['open', 'answered', 'decided'] as const;
export type AppealStatus = (typeof appealStatuses)[number];

export const APPEAL_DAYS = 7;
export const ANSWER_WORKING_DAYS = 5;

/** What the rules know of an entry. */
export interface Appealable {
  representativeId: string;
  kind: EntryKind;
  deltaTenths: number;
  bookedAt: Date;
  round: number;
}

/** What the rules know of an appeal. */
export interface Appeal {
  representativeId: string;
  status: AppealStatus;
  answeredBy?: string;
}

/** The end of the seventh day after the booking. */
export const appealUntil = (bookedAt: Date): Date => endOfDay(addDays(bookedAt, APPEAL_DAYS));

/** Entries that an appeal made: the presidium's decision is final. */
export const isOfAppeal = ({ round }: Pick<Appealable, 'round'>): boolean => round < 0;

/** The round of the entries that the appeal against this one makes; the rounds of events count up from 0. */
export const appealRound = ({ seq }: { seq: number }): number => -seq;

export const mayAppeal = (entry: Appealable, caller: Pick<Caller, 'representativeId'> | null, now: Date): boolean =>
  caller?.representativeId === entry.representativeId && !isOfAppeal(entry) && now <= appealUntil(entry.bookedAt);

/** Throws FORBIDDEN for somebody else's entry, WRONG_STATE after the seventh day and for what an appeal made. */
export function checkAppeal(entry: Appealable, caller: Caller, now: Date): void {
  if (caller.representativeId !== entry.representativeId) {
    throw new DomainError('FORBIDDEN', { message: '只能对本人的积分提出申诉' });
  }
  if (isOfAppeal(entry)) {
    throw new DomainError('WRONG_STATE', { message: '这条积分是申诉后由主席团决定的，是最终结果' });
  }
  if (!mayAppeal(entry, caller, now)) {
    throw new DomainError('WRONG_STATE', {
      message: `记分后 ${APPEAL_DAYS} 天内可以申诉，这条积分已经过了期限`,
      details: { until: appealUntil(entry.bookedAt).toISOString() },
    });
  }
}

/** Unless the presidium says otherwise, the entry is taken back: what was paid is worth nothing, a reversal counts again. */
export const usualOutcome = ({ kind, deltaTenths }: Pick<Appealable, 'kind' | 'deltaTenths'>): number =>
  kind === 'reversal' && deltaTenths !== 0 ? -deltaTenths : 0;

const undone: Partial<Record<RuleCode, string>> = {
  D6: '因此收回的办结积分，没有其他原因的一并恢复',
  D7: '因此收回的积分，没有其他原因的一并恢复，不再影响当年评优',
  D8: '因此隐藏的晒单，没有其他原因的恢复显示',
};

/** What is undone with a deduction that is lifted altogether; reduced, what was found stands, and so does what followed. */
export const undoneWith = ({ rule, kind }: { rule: RuleCode; kind: EntryKind }): string | undefined =>
  kind === 'paid' ? undone[rule] : undefined;

/** Who else could decide: the presidium's accounts. */
export type Deciders = readonly { accountId: string; representativeId?: string }[];

const isOwn = ({ representativeId }: Appeal, caller: Pick<Caller, 'representativeId'>): boolean =>
  caller.representativeId === representativeId;

export const maySeeAppeal = (appeal: Pick<Appeal, 'representativeId'>, caller: Caller): boolean =>
  caller.representativeId === appeal.representativeId || seesTown(caller);

export const mayAnswerAppeal = (appeal: Appeal, caller: Caller): boolean =>
  appeal.status === 'open' && seesTown(caller) && !isOwn(appeal, caller);

/** Whether this caller would decide what they have answered themselves because nobody else holds the office. */
export function decidesAlone(appeal: Appeal, caller: Pick<Caller, 'accountId'>, deciders: Deciders): boolean {
  return (
    appeal.answeredBy === caller.accountId &&
    !deciders.some(
      ({ accountId, representativeId }) =>
        accountId !== caller.accountId && representativeId !== appeal.representativeId,
    )
  );
}

const isForDecider = (appeal: Appeal, caller: Caller, deciders: Deciders): boolean =>
  appeal.answeredBy !== caller.accountId || decidesAlone(appeal, caller, deciders);

export const mayDecideAppeal = (appeal: Appeal, caller: Caller, deciders: Deciders): boolean =>
  appeal.status !== 'decided' &&
  hasRole(caller, 'presidium') &&
  !isOwn(appeal, caller) &&
  isForDecider(appeal, caller, deciders);

export const wrongAppealState = (status: AppealStatus): DomainError =>
  new DomainError('WRONG_STATE', {
    message: status === 'decided' ? '这件申诉已经决定，决定为最终结果' : '这件申诉已经答复，等主席团决定',
    details: { status },
  });

/** Throws FORBIDDEN about oneself, WRONG_STATE for what has been answered or decided. */
export function checkAnswer(appeal: Appeal, caller: Caller): void {
  if (isOwn(appeal, caller)) throw new DomainError('FORBIDDEN', { message: '申诉的是您本人，请由其他人答复' });
  if (appeal.status !== 'open') throw wrongAppealState(appeal.status);
}

/** Throws FORBIDDEN about oneself and, where another could decide, for who answered; WRONG_STATE for a second decision. */
export function checkDecision(appeal: Appeal, caller: Caller, deciders: Deciders): void {
  if (isOwn(appeal, caller)) throw new DomainError('FORBIDDEN', { message: '申诉的是您本人，请由其他人决定' });
  if (appeal.status === 'decided') throw wrongAppealState(appeal.status);
  if (!isForDecider(appeal, caller, deciders)) {
    throw new DomainError('FORBIDDEN', { message: '这件申诉是您答复的，请由主席团另一位决定' });
  }
}
