/**
 * points: 记分提议, that is manual items, which a second person confirms, and deductions, which lie open for 24 hours so
 * that the person can explain; and 不在岗时段, the days on which nobody is measured.
 */
import { z } from 'zod';
import { absenceKinds, absenceStatuses } from '../domain/absence';
import { refKinds } from '../domain/points';
import { proposalActions, proposalStatuses } from '../domain/points-proposal';
import { ruleCodes } from '../domain/points-rules';
import { action } from './action';
import { Day } from './points-rules';
import { ClientToken, Cursor, Id, Photo, Photos, Time, limit, pageOf, text } from './shapes';

const Act = z.object({ who: z.string(), at: Time });
const Settled = Act.extend({ reason: z.string().optional() });

/** In points, not tenths. */
export const ProposalView = z.object({
  id: Id,
  kind: z.enum(['award', 'deduction']),
  rule: z.enum(ruleCodes),
  ruleName: z.string(),
  status: z.enum(proposalStatuses),
  representativeId: Id,
  representative: z.string(),
  groupId: Id,
  groupName: z.string(),
  /** Before caps, and the formula with its numbers. */
  points: z.number(),
  how: z.string(),
  /** When the deed was done. */
  at: Time,
  ref: z.object({ kind: z.enum(refKinds), id: z.string(), label: z.string() }),
  /** The page of this wish shows what it is about. */
  wishId: Id.optional(),
  postId: Id.optional(),
  reason: z.string(),
  evidence: z.object({ text: z.string().optional(), photos: z.array(Photo) }),
  /** `bySystem`: a rule proposed it. */
  proposed: Act.extend({ bySystem: z.boolean() }),
  /** A deduction: until when one explains, and from when it may be booked. */
  settleFrom: Time,
  /** Unless somebody explains, it is booked by itself then; otherwise a person decides. */
  booksItself: z.boolean(),
  /** '人大办', '组长', '组长、联络员': who decides. */
  decidedBy: z.string(),
  explanation: z.object({ text: z.string(), photos: z.array(Photo), at: Time }).optional(),
  /** Who booked or dropped it, and why. */
  settled: Settled.optional(),
  entryId: Id.optional(),
  allowed: z.array(z.enum(proposalActions)),
});
export type ProposalView = z.infer<typeof ProposalView>;

const answer = z.object({ proposal: ProposalView });
const everybody = ['representative', 'liaison', 'presidium', 'admin'] as const;
const deciders = ['liaison', 'presidium', 'admin'] as const;

/** What the caller may propose, by the rules that hold today. */
export const proposalOptions = action({
  access: everybody,
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        rule: z.enum(ruleCodes),
        name: z.string(),
        kind: z.enum(['award', 'deduction']),
        formula: z.string(),
        unit: z.string(),
        /** One of these is to be chosen; without them it is so many units. */
        grades: z.array(z.object({ name: z.string(), points: z.number() })).optional(),
        /** What has to be shown: a text or a photo of it. */
        evidence: z.string(),
        /** 自行申报, and for whom else. */
        forSelf: z.boolean(),
        forOthers: z.boolean(),
        /** Names a wish or a post that it is about. */
        about: z.enum(['wish', 'thing']).optional(),
      }),
    ),
  }),
});

const Units = z
  .number('请填写数量')
  .min(0.5, '数量至少 0.5')
  .max(20, '数量太大，请核对')
  .refine((units) => Number.isInteger(units * 2), '数量最多精确到 0.5');

/** DUPLICATE where the same has been proposed for this person already. Sending the same token again proposes once. */
export const propose = action({
  access: ['representative', 'liaison', 'presidium'],
  input: z.object({
    rule: z.enum(ruleCodes, '请选择规则'),
    representativeId: Id,
    /** One unit where nothing is said; a grade where the rule has grades. */
    amount: z
      .union([z.object({ units: Units }), z.object({ grade: z.string().min(1, '请选择档次').max(20, '档次有误') })])
      .optional(),
    /** On which day it was done. */
    at: Day,
    /** What it is for: '第三次人代会分组审议', '2026 年建议 12 号'. */
    label: text('事项', 60, 2),
    reason: text('说明', 300, 2),
    evidence: text('证明材料', 500).optional(),
    photos: Photos.optional(),
    /** D6 names a wish; D7 and D8 a wish or a post, where there is one. */
    wishId: Id.optional(),
    postId: Id.optional(),
    campaignId: Id.optional(),
    clientToken: ClientToken,
  }),
  output: answer,
  audited: ['rule', 'representativeId'],
});

/** By the person whom a deduction concerns, while its 24 hours last: then it is not booked by itself. */
export const explain = action({
  access: ['representative', 'liaison', 'presidium', 'admin'],
  input: z.object({ proposalId: Id, text: text('情况说明', 500, 4), photos: Photos.optional() }),
  output: answer,
});
/** A second person's, never who proposed it nor whom it concerns; a deduction once its 24 hours are over. Books it. */
export const confirm = action({
  access: deciders,
  input: z.object({ proposalId: Id, reason: text('意见', 300).optional() }),
  output: answer,
  audited: ['proposalId', 'reason'],
});
/** Not to be booked; or taken back by who proposed it. */
export const drop = action({
  access: everybody,
  input: z.object({ proposalId: Id, reason: text('理由', 300, 2) }),
  output: answer,
  audited: ['proposalId', 'reason'],
});

/**
 * mine: concerning me, the newest first; group: the leader's group; town: for 人大办. `waiting` (open and explained) by
 * what is due first, the rest the newest first.
 */
export const listProposals = action({
  access: everybody,
  input: z.object({
    scope: z.enum(['mine', 'group', 'town'], '请选择范围'),
    status: z.enum([...proposalStatuses, 'waiting'], '请选择状态').optional(),
    cursor: Cursor,
    limit: limit(50),
  }),
  output: pageOf(ProposalView),
});
export const getProposal = action({ access: everybody, input: z.object({ id: Id }), output: answer });

export const AbsenceView = z.object({
  id: Id,
  representativeId: Id,
  representative: z.string(),
  groupId: Id,
  groupName: z.string(),
  kind: z.enum(absenceKinds),
  from: z.string(),
  /** Without it, it goes on. */
  until: z.string().optional(),
  reason: z.string(),
  status: z.enum(absenceStatuses),
  proposed: Act,
  settled: Settled.optional(),
  /** settle: confirm or refuse it; end: say on which day it ended. */
  allowed: z.array(z.enum(['settle', 'end'])),
});
export type AbsenceView = z.infer<typeof AbsenceView>;

const absenceAnswer = z.object({ absence: AbsenceView });

/** One's own, the liaison's group's, the presidium's all. It counts once somebody else has confirmed it. */
export const proposeAbsence = action({
  access: ['representative', 'liaison', 'presidium'],
  input: z.object({
    representativeId: Id,
    kind: z.enum(absenceKinds, '请选择不在岗的原因'),
    from: Day,
    until: Day.optional(),
    reason: text('说明', 200, 2),
    clientToken: ClientToken,
  }),
  output: absenceAnswer,
  audited: ['representativeId', 'kind', 'from', 'until'],
});
/** By the group's leader or 人大办; never one's own nor what one proposed. */
export const settleAbsence = action({
  access: deciders,
  input: z.object({
    id: Id,
    confirm: z.boolean('请选择是否确认'),
    reason: text('理由', 200).optional(),
  }),
  output: absenceAnswer,
  audited: ['id', 'confirm', 'reason'],
});
/** The last day of one that had no end. */
export const endAbsence = action({
  access: everybody,
  input: z.object({ id: Id, until: Day }),
  output: absenceAnswer,
  audited: ['id', 'until'],
});
/** A representative's own where one is named or the caller leads nothing; the leader's group; 人大办 all. Newest first. */
export const listAbsences = action({
  access: everybody,
  input: z.object({
    representativeId: Id.optional(),
    status: z.enum(absenceStatuses, '请选择状态').optional(),
    cursor: Cursor,
    limit: limit(50),
  }),
  output: pageOf(AbsenceView),
});
