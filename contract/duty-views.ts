/** What is shown of a duty (履职活动) and of who was there. */
import { z } from 'zod';
import { attendanceStatuses, attendanceWays, calledOptions, dutyKinds, dutyStates } from '../domain/duty';
import { dutyActions } from '../domain/duty-rights';
import { Id, Photo, Time } from './shapes';

const Leave = z.object({
  reason: z.string(),
  at: Time,
  /** Not there: nobody has answered yet. */
  agreed: z.boolean().optional(),
  answer: z.string().optional(),
});

/** One's own attendance. */
export const Mine = z.object({
  status: z.enum(attendanceStatuses),
  halfDays: z.number(),
  by: z.enum(attendanceWays).optional(),
  signedAt: Time.optional(),
  /** 列席: not called. */
  extra: z.boolean(),
  leave: Leave.optional(),
});

export const DutyCard = z.object({
  id: Id,
  kind: z.enum(dutyKinds),
  title: z.string(),
  place: z.string(),
  from: Time,
  until: Time,
  halfDays: z.number(),
  /** The group that holds it; none for the town's own. */
  groupId: Id.optional(),
  groupName: z.string().optional(),
  state: z.enum(dutyStates),
  mine: Mine.optional(),
  allowed: z.array(z.enum(dutyActions)),
});
export type DutyCard = z.infer<typeof DutyCard>;

export const DutyView = DutyCard.extend({
  campaignId: Id.optional(),
  campaignName: z.string().optional(),
  /** `file`: under another 主题实践活动. */
  allowed: z.array(z.enum([...dutyActions, 'file'])),
  called: z.enum(calledOptions),
  organiser: z.string(),
  signInFrom: Time,
  signInUntil: Time,
  photos: z.array(Photo),
  /** Those that this caller may take out. */
  removable: z.array(Id),
  summary: z.string().optional(),
  settled: z.object({ who: z.string(), at: Time }).optional(),
  cancelled: z.object({ who: z.string(), at: Time, reason: z.string() }).optional(),
  counts: z.object({ expected: z.number(), present: z.number(), leave: z.number(), absent: z.number() }),
  /** For those who keep it. */
  timeline: z.array(z.object({ at: Time, who: z.string(), what: z.string(), note: z.string().optional() })),
  rev: z.number(),
});
export type DutyView = z.infer<typeof DutyView>;

export const AttendanceView = z.object({
  id: Id,
  name: z.string(),
  groupId: Id,
  groupName: z.string(),
  status: z.enum(attendanceStatuses),
  halfDays: z.number(),
  by: z.enum(attendanceWays).optional(),
  signedAt: Time.optional(),
  extra: z.boolean(),
  away: z.boolean(),
  leave: Leave.optional(),
  marked: z.object({ who: z.string(), at: Time, reason: z.string().optional() }).optional(),
  /** What this caller may do now. */
  mayMark: z.boolean(),
  mayAgreeLeave: z.boolean(),
});
export type AttendanceView = z.infer<typeof AttendanceView>;
