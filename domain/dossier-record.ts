/** What is known of a representative's year or term, before it is told part by part (domain/dossier-parts). */
import type { AbsenceKind } from './absence';
import type { AttendanceStatus, DutyKind } from './duty';
import type { Outcome } from './outcome';
import type { EntryKind, Ref } from './points';
import type { RuleCode, RulePart } from './points-rules';
import type { Rating, Resolution, WishStatus } from './wish';

export interface RecordedDuty {
  kind: DutyKind;
  at: Date;
  title: string;
  halfDays: number;
  status: AttendanceStatus;
  /** 列席: came without being called. */
  isExtra: boolean;
  reason?: string;
}

export interface RecordedEntry {
  kind: EntryKind;
  /** What counter-entries share with what they take back. */
  deed: string;
  rule: RuleCode;
  ruleName: string;
  part: RulePart;
  at: Date;
  month: string;
  deltaTenths: number;
  how: string;
  reason: string;
  ref: Ref;
}

export interface RecordedWish {
  at: Date;
  code: string;
  /** Without its wisher. */
  text: string;
  status: WishStatus;
  isCollected: boolean;
  isClaimed: boolean;
  isFulfilled: boolean;
  resolved?: Resolution;
  rating?: Rating;
}

export interface RecordedAppeal {
  at: Date;
  entry: string;
  reason: string;
  status: 'open' | 'answered' | 'decided';
  accepted?: boolean;
  answer?: string;
}

/** 拟扣分 that has not been booked: what was booked is an entry. */
export interface RecordedDeduction {
  at: Date;
  rule: string;
  reason: string;
  explanation?: string;
  status: 'open' | 'explained' | 'dropped';
  said?: string;
}

export interface DossierRecord {
  duties: readonly RecordedDuty[];
  entries: readonly RecordedEntry[];
  wishes: readonly RecordedWish[];
  posts: readonly { at: Date; text: string; outcomes: readonly Outcome[] }[];
  models: readonly { id: string; month: string; title: string }[];
  /** `summary`: what 公示 said of the person. */
  awards: readonly { name: string; year: string; minuteNumber: string; at: Date; summary?: string }[];
  deductions: readonly RecordedDeduction[];
  appeals: readonly RecordedAppeal[];
  absences: readonly { kind: AbsenceKind; from: string; until?: string }[];
}
