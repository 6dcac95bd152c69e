/** honour: 月度典型代表 and the article (信息稿件) that tells of one. */
import { z } from 'zod';
import { modelStatuses } from '../domain/model';
import { action } from './action';
import { Cursor, Id, Photo, Time, limit, pageOf, text } from './shapes';

export const Month = z.string('请选择月份').regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应如 2026-11');

/** What a figure was counted from. */
export const Ref = z.object({ kind: z.enum(['wish', 'post']), id: Id, label: z.string() });

/** A number that the text quotes as 【name】; `refs` are the rows behind it, the first hundred of `count`. */
export const Figure = z.object({
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  refs: z.array(Ref),
  count: z.number(),
});
export type Figure = z.infer<typeof Figure>;

export const Evidence = z.object({
  rank: z.number(),
  representativeId: Id,
  name: z.string(),
  position: z.string(),
  points: z.number(),
  /** 办结、收集、晒单、感谢. */
  fulfilled: z.number(),
  collected: z.number(),
  posts: z.number(),
  thanks: z.number(),
  /** Why this rank, in one sentence. */
  why: z.string(),
  /** How often named in this year, in other months; `excluded` says why one may not be picked. */
  timesThisYear: z.number(),
  excluded: z.string().optional(),
  deeds: z.array(Ref.extend({ at: Time, text: z.string(), photo: Photo.optional() })),
});
export type Evidence = z.infer<typeof Evidence>;

/** The group's members of the month, the best evidence first: what the liaison picks from. */
export const evidence = action({
  access: ['liaison', 'presidium', 'admin'],
  input: z.object({ month: Month, groupId: Id.optional() }),
  output: z.object({
    month: Month,
    groupId: Id,
    groupName: z.string(),
    opensAt: Time,
    publishBy: Time,
    /** From the 25th on; later is late, not impossible. */
    isOpen: z.boolean(),
    items: z.array(Evidence),
  }),
});

export const modelActions = [
  'nominate',
  'skip',
  'save',
  'submit',
  'sign',
  'sendBack',
  'publish',
  'retract',
  'paper',
] as const;

export const ModelView = z.object({
  /** '2026-11:g1' */
  id: z.string(),
  month: Month,
  groupId: Id,
  groupName: z.string(),
  status: z.enum(modelStatuses),
  representativeId: Id.optional(),
  representative: z.string().optional(),
  title: z.string(),
  /** With 【name】 where a figure stands. */
  text: z.string(),
  /** Live until it is published, then as they were. */
  figures: z.array(Figure),
  /** Those that everybody may see now. */
  photos: z.array(Photo),
  /** For whoever may save: the month's photos that everybody may see. */
  photoChoices: z.array(Photo),
  isLate: z.boolean(),
  /** Why the group names nobody. */
  reason: z.string().optional(),
  /** Why it was sent back. */
  sentBack: z.string().optional(),
  draftedBy: z.string().optional(),
  signedBy: z.string().optional(),
  signedAt: Time.optional(),
  publishedAt: Time.optional(),
  allowed: z.array(z.enum(modelActions)),
  /** For those who follow the work: who did what. */
  timeline: z.array(z.object({ at: Time, who: z.string(), what: z.string(), note: z.string().optional() })),
  rev: z.number(),
});
export type ModelView = z.infer<typeof ModelView>;

const answer = z.object({ model: ModelView });
const liaisons = ['liaison', 'presidium'] as const;

/** From the 25th: picks one and drafts the article from the deeds. DUPLICATE where the group has named one already. */
export const nominate = action({
  access: liaisons,
  input: z.object({ month: Month, representativeId: Id }),
  output: answer,
  audited: ['month'],
});
/** 本月不推荐, with the reason. */
export const skip = action({
  access: liaisons,
  input: z.object({ month: Month, groupId: Id.optional(), reason: text('不推荐的理由', 200, 4) }),
  output: answer,
  audited: ['month', 'groupId', 'reason'],
});
/** `rev` as it was read: WRONG_STATE where somebody else has saved since. Another representative begins a new draft. */
export const save = action({
  access: liaisons,
  input: z.object({
    id: z.string().max(80),
    rev: z.number().int(),
    representativeId: Id.optional(),
    title: text('标题', 40, 4).optional(),
    text: text('正文', 5000).optional(),
    photos: z.array(Id).max(9, '最多 9 张照片').optional(),
  }),
  output: answer,
  audited: ['rev'],
});
/** `rev` as it was read, so that nobody signs or publishes what they have not seen. */
const one = { input: z.object({ id: z.string().max(80), rev: z.number().int().optional() }), output: answer } as const;
/** To the leader; the text has at least 200 characters. */
export const submit = action({ access: liaisons, ...one, audited: true });
/** 组长签字. */
export const sign = action({ access: liaisons, ...one, audited: true });
export const sendBack = action({
  access: liaisons,
  input: z.object({ id: z.string().max(80), reason: text('退回的理由', 200, 4) }),
  output: answer,
  audited: ['reason'],
});
/** Freezes the figures quoted; every name in 【】 must be a figure. */
export const publish = action({ access: ['presidium'], ...one, audited: true });
/** 撤下更正: back to the presidium's desk, with the reason on record. */
export const retract = action({
  access: ['presidium'],
  input: z.object({ id: z.string().max(80), reason: text('撤下的理由', 200, 4) }),
  output: answer,
  audited: ['reason'],
});

/** Published ones for everybody; others for the group's leaders and the presidium. */
export const get = action({ access: 'anyone', input: z.object({ id: z.string().max(80) }), output: answer });

export const ModelCard = z.object({
  id: z.string(),
  month: Month,
  groupId: Id,
  groupName: z.string(),
  representative: z.string(),
  representativeId: Id,
  title: z.string(),
  photo: Photo.optional(),
  publishedAt: Time,
});
export type ModelCard = z.infer<typeof ModelCard>;

/** 典型代表 that have been published, the newest first. */
export const list = action({
  access: 'anyone',
  input: z.object({ month: Month.optional(), cursor: Cursor, limit: limit(50) }),
  output: pageOf(ModelCard),
});

/** Where each group stands in a month: the liaison's own, the presidium's all. */
export const desk = action({
  access: ['liaison', 'presidium', 'admin'],
  input: z.object({ month: Month }),
  output: z.object({
    month: Month,
    opensAt: Time,
    publishBy: Time,
    isOpen: z.boolean(),
    items: z.array(
      z.object({
        groupId: Id,
        groupName: z.string(),
        /** null: nothing yet. */
        status: z.enum(modelStatuses).nullable(),
        modelId: z.string().optional(),
        representative: z.string().optional(),
        reason: z.string().optional(),
        isLate: z.boolean(),
      }),
    ),
  }),
});

/** The article as .docx, with its pictures and figures. */
export const paper = action({
  access: ['liaison', 'presidium', 'admin'],
  input: z.object({ id: z.string().max(80) }),
  output: z.object({ url: z.string(), name: z.string() }),
  audited: true,
});
