/** What leaves the server of a 主题实践活动. */
import { z } from 'zod';
import { campaignPhases, campaignStatuses, goalMetrics, metrics } from '../domain/campaign';
import { campaignActions, taskActions } from '../domain/campaign-rights';
import { startOfDay } from '../domain/time';
import { Id, Photo, Time } from './shapes';

/** A day 'YYYY-MM-DD' of Asia/Shanghai. */
export const Day = z.string('请选择日期').refine((value) => startOfDay(value) !== null, '日期应如 2026-11-28');

const Counts = z.object(
  Object.fromEntries(metrics.map((metric) => [metric, z.number()])) as Record<(typeof metrics)[number], z.ZodNumber>,
);

export const CampaignCard = z.object({
  id: Id,
  name: z.string(),
  from: Day,
  until: Day,
  themes: z.array(z.string()),
  phase: z.enum(campaignPhases),
  /** Until and with the last day; 0 once it is over. */
  daysLeft: z.number(),
  figures: Counts,
  /** For a representative, of what runs: whether the mobilisation notice is still to be read. */
  toRead: z.boolean(),
});
export type CampaignCard = z.infer<typeof CampaignCard>;

export const GoalView = z.object({
  id: Id,
  name: z.string(),
  metric: z.enum(goalMetrics),
  unit: z.string(),
  theme: z.string().optional(),
  groups: z.array(
    z.object({
      groupId: Id,
      groupName: z.string(),
      value: z.number(),
      target: z.number(),
      /** 人工填报: who said so. */
      reported: z.object({ who: z.string(), at: Time, note: z.string().optional() }).optional(),
    }),
  ),
});
export type GoalView = z.infer<typeof GoalView>;

export const TaskView = z.object({
  id: Id,
  /** None for a task of the town. */
  groupId: Id.optional(),
  groupName: z.string(),
  title: z.string(),
  representativeId: Id,
  responsible: z.string(),
  dueOn: Day,
  status: z.enum(['open', 'done']),
  isOverdue: z.boolean(),
  done: z
    .object({ at: Time, who: z.string(), note: z.string(), photos: z.array(Photo), isLate: z.boolean() })
    .optional(),
  reopened: z.object({ at: Time, who: z.string(), reason: z.string() }).optional(),
  allowed: z.array(z.enum(taskActions)),
  rev: z.number(),
});
export type TaskView = z.infer<typeof TaskView>;

export const ReportFigure = z.object({ name: z.string(), value: z.number(), unit: z.string(), basis: z.string() });

export const CampaignView = CampaignCard.extend({
  status: z.enum(campaignStatuses),
  intro: z.string(),
  /** Each group, who leads first. `completion`: 0 to 100 over its goals; none without goals. */
  groups: z.array(
    z.object({
      groupId: Id,
      groupName: z.string(),
      figures: Counts,
      completion: z.number().optional(),
      /** One for each of `months`: 完成率 at its end, or without goals the wishes fulfilled by then. */
      race: z.array(z.number()),
    }),
  ),
  months: z.array(z.string()),
  /** Whether `race` is 完成率. */
  isRaceOfGoals: z.boolean(),
  /** For those who take part and for the office; empty for others. */
  notice: z.string().optional(),
  goals: z.array(GoalView),
  tasks: z.array(TaskView),
  /** A representative's own part. */
  mine: z.object({ groupId: Id.optional(), readAt: Time.optional(), figures: Counts }).optional(),
  /** The groups for which the caller may set tasks and report. */
  leads: z.array(z.object({ id: Id, name: z.string() })),
  publishedAt: Time.optional(),
  publishedBy: z.string().optional(),
  /** The closing report: for everybody once it is published, until then the presidium's draft. */
  report: z
    .object({
      title: z.string(),
      /** With 【name】 where a figure stands. */
      text: z.string(),
      isPublished: z.boolean(),
      /** Live until it is published, then as they were. */
      figures: z.array(ReportFigure),
      at: Time.optional(),
    })
    .optional(),
  copiedFrom: z.object({ id: Id, name: z.string() }).optional(),
  timeline: z.array(z.object({ at: Time, who: z.string(), what: z.string(), note: z.string().optional() })),
  allowed: z.array(z.enum(campaignActions)),
  rev: z.number(),
});
export type CampaignView = z.infer<typeof CampaignView>;
