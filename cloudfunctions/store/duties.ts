/** duties and attendances: 履职活动, and who came, who was on leave and who stayed away. */
import { collection } from './database';

/** meeting 人代会等会议, inspection 视察调研检查, training 培训学习, groupActivity 小组活动, visit 走访接待, hearing 述职. */
export const dutyKinds = ['meeting', 'inspection', 'training', 'groupActivity', 'visit', 'hearing'] as const;
export type DutyKind = (typeof dutyKinds)[number];

export interface DutyDoc {
  _id: string;
  kind: DutyKind;
  title: string;
  place: string;
  from: Date;
  until: Date;
  /** What M1 to M3 count by. */
  halfDays: number;
  /** The group that holds it; the town's own where there is none. */
  groupId?: string;
  campaignId?: string;
  /** planned 未开始 → open 签到中 → settled 已确认考勤; cancelled 已取消. */
  status: 'planned' | 'open' | 'settled' | 'cancelled';
  photos: string[];
  summary?: string;
  organiser: { accountId: string; who: string };
  settled?: { accountId: string; who: string; at: Date };
  rev: number;
}

export interface AttendanceDoc {
  /** '<duty>:<representative>' */
  _id: string;
  dutyId: string;
  representativeId: string;
  name: string;
  groupId: string;
  /** When the duty began: the order of a representative's dossier. */
  at: Date;
  kind: DutyKind;
  title: string;
  halfDays: number;
  /** expected 应到, present 已到, leave 请假, absent 无故缺席. */
  status: 'expected' | 'present' | 'leave' | 'absent';
  by?: 'code' | 'liaison' | 'import';
  signedAt?: Date;
  leave?: { reason: string; at: Date; agreed?: boolean; who?: string };
  /** Whether the duty's attendance has been settled: only then it is on record. */
  settled: boolean;
}

export const duties = collection<DutyDoc>('duties', [
  { key: { from: -1, _id: -1 }, name: 'from' },
  { key: { groupId: 1, from: -1, _id: -1 }, name: 'group' },
  { key: { status: 1, until: 1, _id: 1 }, name: 'status' },
]);

export const attendances = collection<AttendanceDoc>('attendances', [
  { key: { dutyId: 1, status: 1 }, name: 'duty' },
  { key: { representativeId: 1, at: -1, _id: -1 }, name: 'representative' },
]);

/** What is on record of a representative in a span, half-open, the oldest first. */
export async function settledOf(representativeId: string, from: Date, until: Date): Promise<AttendanceDoc[]> {
  return (await attendances())
    .find({ representativeId, at: { $gte: from, $lt: until }, settled: true })
    .sort({ at: 1, _id: 1 })
    .toArray();
}
