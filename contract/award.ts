/** award: 年度最美代表, from the published plan to the decision and the certificate. */
import { z } from 'zod';
import { action } from './action';
import { AwardCard, AwardView, Day, Plan } from './award-views';
import { Cursor, Id, Photos, limit, pageOf, text } from './shapes';

/** Publishes the plan: everybody may read it, and the groups' leaders are told. DUPLICATE for a name that the year has. */
export const publish = action({
  access: ['presidium'],
  input: z.object({
    name: text('评选名称', 40, 4),
    year: z.string('请选择年度').regex(/^20\d{2}$/, '年度应如 2026'),
    ...Plan.shape,
  }),
  output: z.object({ id: Id }),
  audited: ['name', 'year'],
});

const answered = z.object({ award: AwardView });
/** `rev` as it was read, so that nobody decides on what they have not seen. */
const of = { id: Id, rev: z.number('缺少版本号').int('版本号应为整数').optional() } as const;
const person = { ...of, representativeId: Id } as const;
const Summary = text('事迹简介', 300, 10);
const presidium = ['presidium'] as const;
const office = ['presidium', 'admin'] as const;
const leaders = ['liaison'] as const;

/** Before candidates are drawn: the plan anew, with why. */
export const revise = action({
  access: presidium,
  input: z.object({ ...of, ...Plan.shape, reason: text('修改的原因', 200, 4) }),
  output: answered,
  audited: ['reason'],
});
/** Candidates by the frozen points of the year. WRONG_STATE with the day while the year is not frozen. */
export const draw = action({ access: presidium, input: z.object(of), output: answered, audited: true });
/** 小组推荐; a leader’s is signed with it. `summary`: what 公示 says of the person. */
export const nominate = action({
  access: leaders,
  input: z.object({ ...person, reason: text('推荐理由', 500, 50), summary: Summary.optional() }),
  output: answered,
  audited: true,
});
export const sign = action({
  access: ['liaison', 'presidium'],
  input: z.object(person),
  output: answered,
  audited: true,
});
export const withdraw = action({ access: leaders, input: z.object(person), output: answered, audited: true });
/** 纪律核查, confirmed by another of the office. */
export const check = action({
  access: office,
  input: z.object({
    ...person,
    clear: z.boolean('请选择核查结果'),
    reason: text('核查情况', 200, 4),
  }),
  output: answered,
  audited: ['clear', 'reason'],
});
export const confirmCheck = action({ access: office, input: z.object(person), output: answered, audited: true });
/** 事迹简介 of a candidate or nominee, until 公示; without it, the year in figures. */
export const describe = action({
  access: presidium,
  input: z.object({ ...person, summary: Summary.optional() }),
  output: answered,
  audited: true,
});
/** After the last day of nominations. */
export const review = action({ access: presidium, input: z.object(of), output: answered, audited: true });
/** What a member of the presidium votes for: at most as many as the quota; again takes the place of the first. */
export const vote = action({
  access: presidium,
  input: z.object({
    ...of,
    chosen: z.array(Id).max(500, '选择的人太多'),
    note: text('意见', 300).optional(),
  }),
  output: answered,
  audited: ['chosen'],
});
/** 公示 begins. `summary` takes the place of what is written of the person; without either it is the year in figures. */
export const announce = action({
  access: presidium,
  input: z.object({
    ...of,
    chosen: z
      .array(z.object({ representativeId: Id, summary: Summary.optional() }))
      .min(1, '请至少选择一位')
      .max(500, '选择的人太多'),
    note: text('审议意见', 300).optional(),
  }),
  output: answered,
  audited: ['chosen'],
});
/** 异议: one of each person for each candidate, and one for the whole. */
export const object = action({
  access: 'signedIn',
  input: z.object({
    id: Id,
    representativeId: Id.optional(),
    text: text('异议内容', 500, 10),
    photos: Photos.optional(),
  }),
  output: answered,
});
/** Upheld, the person is taken off; `moveUp` begins a 公示 of the next by 折算分. */
export const answer = action({
  access: office,
  input: z.object({
    id: Id,
    objectionId: Id,
    upheld: z.boolean('请选择异议是否成立'),
    moveUp: z.boolean('请选择是否递补').optional(),
    reason: text('答复', 500, 4),
  }),
  output: answered,
  audited: ['objectionId', 'upheld', 'moveUp'],
});
/** Takes a person off without an objection: a veto that came late, or their own wish. */
export const dismiss = action({
  access: presidium,
  input: z.object({
    ...person,
    reason: text('撤下的原因', 200, 4),
    moveUp: z.boolean('请选择是否递补').optional(),
  }),
  output: answered,
  audited: ['reason', 'moveUp'],
});
export const reconsider = action({
  access: presidium,
  input: z.object({ ...of, reason: text('退回的原因', 200, 4) }),
  output: answered,
  audited: ['reason'],
});
/** Not before 公示 is over, nor while an objection waits for its answer. */
export const decide = action({
  access: presidium,
  input: z.object({ ...of, minuteNumber: text('会议纪要文号', 40, 2), day: Day }),
  output: answered,
  audited: ['minuteNumber', 'day'],
});
/** 撤销: before the decision. Whom it touched is told why, and the year may have another of this name. */
export const cancel = action({
  access: presidium,
  input: z.object({ ...of, reason: text('撤销的原因', 200, 4) }),
  output: answered,
  audited: ['reason'],
});

export const get = action({ access: 'anyone', input: z.object({ id: Id }), output: answered });

/** The newest year first. */
export const list = action({
  access: 'anyone',
  input: z.object({ cursor: Cursor, limit: limit(50) }),
  output: pageOf(AwardCard),
});

/** The candidates side by side. */
export const compare = action({
  access: office,
  input: z.object({ id: Id }),
  output: z.object({
    items: z.array(
      z.object({
        representativeId: Id,
        /** 会议, 闭会, 附加 and 扣分 of the year. */
        parts: z.object({ meeting: z.number(), duty: z.number(), honour: z.number(), deduction: z.number() }),
        fulfilled: z.number(),
        collected: z.number(),
        satisfaction: z.object({ satisfied: z.number(), fair: z.number(), unsatisfied: z.number() }),
        posts: z.number(),
        amountYuan: z.number(),
        people: z.number(),
        modelMonths: z.array(z.string()),
        duties: z.number(),
        absences: z.number(),
      }),
    ),
  }),
});
export type Compared = z.infer<typeof compare.output>['items'][number];

const file = z.object({ url: z.string(), name: z.string() });

/** 荣誉证书 as .pdf: for the office, and for the person. */
export const certificate = action({
  access: 'signedIn',
  input: z.object({ id: Id, representativeId: Id }),
  output: file,
});
/** Everything that the list can be recomputed from, as .xlsx. */
const exported = action({ access: office, input: z.object({ id: Id }), output: file, audited: true });
export { exported as export };
