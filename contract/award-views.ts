/** What is shown of an award: its plan, its candidates, the 公示 and its objections. */
import { z } from 'zod';
import { awardStatuses, candidateSources, quotaKinds, tieRules, vetoKinds } from '../domain/award';
import { startOfDay } from '../domain/time';
import { Id, Photo, Time, text } from './shapes';

export const Day = z.string('请选择日期').refine((day) => startOfDay(day) !== null, '日期应如 2027-01-31');

const whole = (name: string, min: number, max: number) =>
  z.number(`${name}应为数字`).int(`${name}应为整数`).min(min, `${name}至少是 ${min}`).max(max, `${name}最多是 ${max}`);

/** Levels and persons that are left out, quota, candidates of each group, ties, deadline: the rules as data. */
export const Plan = z.object({
  quotaKind: z.enum(quotaKinds, '请选择名额的算法'),
  /** Persons, or percent of those on the roster. */
  quotaValue: whole('名额', 1, 500),
  excludedLevels: z.array(z.enum(['city', 'town'], '请选择代表层级')).max(1, '不能把各级代表都排除在外'),
  excluded: z
    .array(z.object({ representativeId: Id, reason: text('不参评的原因', 60, 2) }))
    .max(300, '不参评的人最多 300 位'),
  minPresentDays: whole('最少在岗天数', 0, 366),
  byPoints: whole('每组积分候选人', 0, 20),
  byNomination: whole('每组推荐人数', 0, 10),
  ties: z.enum(tieRules, '请选择并列时怎么办'),
  nominateUntil: Day,
  needsHearing: z.boolean('请说明没有述职的能不能参评'),
});

export const awardActions = [
  'revise',
  'draw',
  'nominate',
  'review',
  'vote',
  'announce',
  'object',
  'decide',
  'reconsider',
  'cancel',
  'compare',
  'export',
] as const;

const Said = z.object({ who: z.string(), at: Time });

export const CandidateView = z.object({
  representativeId: Id,
  name: z.string(),
  groupId: Id,
  groupName: z.string(),
  /** Points of the year as they were frozen. */
  points: z.number(),
  present: z.number(),
  days: z.number(),
  /** 折算分. */
  adjusted: z.number(),
  /** Within the group; those who tie share it. */
  rank: z.number(),
  deeds: z.number(),
  by: z.array(z.enum(candidateSources)),
  vetoes: z.array(z.object({ kind: z.enum(vetoKinds), reason: z.string() })),
  /** What is still open about the person's points; for the office. */
  flags: z.array(z.string()),
  /** 纪律核查, for the office. */
  check: z.object({ clear: z.boolean(), reason: z.string(), by: Said, confirmed: Said.optional() }).optional(),
  /** How many of the presidium named the person; for the presidium. */
  votes: z.number().optional(),
  /** 事迹简介, where somebody has written it: what 公示 will say. */
  summary: z.string().optional(),
  allowed: z.array(z.enum(['check', 'confirmCheck', 'describe'])),
});
export type CandidateView = z.infer<typeof CandidateView>;

export const NominationView = z.object({
  representativeId: Id,
  name: z.string(),
  groupId: Id,
  groupName: z.string(),
  reason: z.string(),
  summary: z.string().optional(),
  proposed: Said,
  signed: Said.optional(),
  allowed: z.array(z.enum(['sign', 'withdraw'])),
});

export const AnnouncedView = z.object({
  representativeId: Id,
  name: z.string(),
  groupName: z.string(),
  summary: z.string(),
  from: Time,
  until: Time,
  isRemoved: z.boolean(),
  /** For the office and the person. */
  removedBecause: z.string().optional(),
  allowed: z.array(z.enum(['object', 'dismiss', 'certificate'])),
});
export type AnnouncedView = z.infer<typeof AnnouncedView>;

export const ObjectionView = z.object({
  id: Id,
  /** None: it concerns the whole. */
  representativeId: Id.optional(),
  name: z.string().optional(),
  text: z.string(),
  photos: z.array(Photo),
  at: Time,
  /** For the office alone. */
  who: z.string().optional(),
  isMine: z.boolean(),
  answer: z.object({ upheld: z.boolean(), reason: z.string(), ...Said.shape }).optional(),
  allowed: z.array(z.enum(['answer'])),
});

export const AwardView = z.object({
  id: Id,
  name: z.string(),
  year: z.string(),
  status: z.enum(awardStatuses),
  plan: Plan.extend({
    seats: z.number(),
    headcount: z.number(),
    formula: z.string(),
    excluded: z.array(z.object({ representativeId: Id, name: z.string(), reason: z.string() })),
  }),
  /** The plan in sentences. */
  lines: z.array(z.string()),
  /** When the year can be frozen at the earliest, and when it was. */
  frozenFrom: Time,
  frozenAt: Time.optional(),
  /** For the office all, for a group's leaders their own, for a candidate the own. */
  candidates: z.array(CandidateView),
  nominations: z.array(NominationView),
  /** The caller's own place: whoever is on the roster reads it once candidates are drawn. */
  mine: z
    .object({
      points: z.number(),
      present: z.number(),
      days: z.number(),
      adjusted: z.number(),
      rank: z.number().nullable(),
      leftOut: z.string().optional(),
    })
    .optional(),
  /** 公示: everybody reads it. */
  announced: z.array(AnnouncedView),
  noticeUntil: Time.optional(),
  /** For the office. */
  openObjections: z.number().optional(),
  objections: z.array(ObjectionView),
  /** For the presidium: who named whom. */
  votes: z.array(z.object({ who: z.string(), at: Time, chosen: z.array(z.string()), note: z.string().optional() })),
  winners: z.array(z.object({ representativeId: Id, name: z.string(), groupName: z.string() })),
  decision: z.object({ minuteNumber: z.string(), day: z.string(), who: z.string(), at: Time }).optional(),
  cancelled: Said.extend({ reason: z.string() }).optional(),
  /** Ready to be copied: the 公示, and the decision. */
  noticeText: z.string().optional(),
  decisionText: z.string().optional(),
  allowed: z.array(z.enum(awardActions)),
  timeline: z.array(z.object({ at: Time, who: z.string(), what: z.string(), note: z.string().optional() })),
  rev: z.number(),
});
export type AwardView = z.infer<typeof AwardView>;

export const AwardCard = z.object({
  id: Id,
  name: z.string(),
  year: z.string(),
  status: z.enum(awardStatuses),
  seats: z.number(),
  noticeUntil: Time.optional(),
  winners: z.array(z.string()),
});
export type AwardCard = z.infer<typeof AwardCard>;
