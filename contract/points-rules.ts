/** points: 积分规则 as versioned data. */
import { z } from 'zod';
import { spanStates } from '../domain/points-rule-change';
import { ruleCodes, ruleParts, ruleWays, schemePresets } from '../domain/points-rules';
import { action } from './action';
import { Id, Time, text } from './shapes';

/** 'YYYY-MM-DD' of Asia/Shanghai. */
export const Day = z.string('请选择日期').regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '日期应如 2026-11-28');

const points = z.number();
const caps = z.object({
  day: points.optional(),
  month: points.optional(),
  year: points.optional(),
  thing: points.optional(),
});

/** In points, not tenths. */
export const RuleView = z.object({
  code: z.enum(ruleCodes),
  version: z.number(),
  name: z.string(),
  part: z.enum(ruleParts),
  points,
  unit: z.string(),
  grades: z.array(z.object({ name: z.string(), points })).optional(),
  /** W4: points by difficulty, and factors by what the wisher said. */
  scale: z
    .object({
      difficulty: z.object({ easy: points, medium: points, hard: points }),
      factor: z.object({ satisfied: points, fair: points, unrated: points, unsatisfied: points }),
    })
    .optional(),
  caps,
  way: z.enum(ruleWays),
  evidence: z.string(),
  formula: z.string(),
  from: z.string(),
  until: z.string().optional(),
});
export type RuleView = z.infer<typeof RuleView>;

export const SchemeView = z.object({
  version: z.number(),
  preset: z.enum(schemePresets),
  name: z.string(),
  partCaps: z.object({
    meeting: points.optional(),
    duty: points.optional(),
    honour: points.optional(),
    deduction: points.optional(),
  }),
  from: z.string(),
});

/** What holds on a day, today where none is named. */
export const rules = action({
  access: 'anyone',
  input: z.object({ day: Day.optional() }),
  output: z.object({ scheme: SchemeView, items: z.array(RuleView) }),
});

const day = z.string();
const Made = z.object({
  /** Who made it, when and why; nothing where it is the catalogue's. */
  madeAt: Time.optional(),
  who: z.string().optional(),
  why: z.string().optional(),
  /**
   * The days on which it does hold, both included: until a newer one began, or it ended. `never`: a newer one was there
   * before it began, or it ends the rule.
   */
  span: z.object({ state: z.enum(spanStates), from: day, until: day.optional() }),
  /** What it says is that the rule ends where it begins. */
  ends: z.literal(true).optional(),
});
export const RuleVersion = RuleView.extend(Made.shape);
export type RuleVersion = z.infer<typeof RuleVersion>;
export const SchemeVersion = SchemeView.extend(Made.shape);

/** Every version that there has been, the newest first. */
export const ruleVersions = action({
  access: ['representative', 'liaison', 'presidium', 'admin'],
  input: z.object({ code: z.enum(ruleCodes, '没有这条规则').optional() }),
  output: z.object({
    items: z.array(RuleVersion),
    schemes: z.array(SchemeVersion),
    /** The first day from which a change may hold. */
    earliest: day,
    /** Whether the caller edits them. */
    mayEdit: z.boolean(),
  }),
});

/** What each preset makes of each rule's caps, and of the scheme. */
export const presets = action({
  access: ['representative', 'liaison', 'presidium', 'admin'],
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        preset: z.enum(schemePresets),
        name: z.string(),
        explanation: z.string(),
        partCaps: SchemeView.shape.partCaps,
        rules: z.array(z.object({ code: z.enum(ruleCodes), caps })),
      }),
    ),
  }),
});

const isTenths = (value: number): boolean => Math.abs(value * 10 - Math.round(value * 10)) < 1e-6;

/** Points with at most one decimal. */
export const OnePlacePoints = z
  .number('分值应为数字')
  .min(-1000, '分值太小，请核对')
  .max(1000, '分值太大，请核对')
  .refine(isTenths, '分值最多一位小数');
const Cap = OnePlacePoints.refine((value) => value >= 0, '上限不能小于 0').optional();
const Factor = OnePlacePoints.refine((value) => value >= 0 && value <= 2, '系数应在 0 到 2 之间');
const Difficulty = OnePlacePoints.refine((value) => value >= 0, '难度分不能小于 0');
const Version = z.number('缺少版本').int('版本有误').min(1, '版本有误');

/** All the terms of one rule as they are to be; its code, part, unit and way never change. */
export const RuleChange = z.object({
  code: z.enum(ruleCodes, '没有这条规则'),
  /** The newest version that the editor saw: WRONG_STATE where there is a newer one. */
  version: Version,
  name: text('名称', 30, 2),
  points: OnePlacePoints,
  grades: z
    .array(z.object({ name: text('档次名称', 12), points: OnePlacePoints }))
    .min(1, '至少一个档次')
    .max(10, '最多 10 个档次')
    .optional(),
  scale: z
    .object({
      difficulty: z.object({ easy: Difficulty, medium: Difficulty, hard: Difficulty }),
      factor: z.object({ satisfied: Factor, fair: Factor, unrated: Factor, unsatisfied: Factor }),
    })
    .optional(),
  caps: z.object({ day: Cap, month: Cap, year: Cap, thing: Cap }),
  evidence: text('所需证明', 60),
  /** The last day on which it holds. */
  until: Day.optional(),
  /** From the day on which the change begins, the rule holds no more. */
  ends: z.literal(true).optional(),
});
export type RuleChange = z.infer<typeof RuleChange>;

export const SchemeChange = z.object({
  version: Version,
  preset: z.enum(schemePresets, '请选择记分方式'),
  partCaps: z.object({ meeting: Cap, duty: Cap, honour: Cap }),
});
export type SchemeChange = z.infer<typeof SchemeChange>;

const changed = {
  changes: z.array(RuleChange).max(ruleCodes.length, '改动太多，请核对'),
  scheme: SchemeChange.optional(),
};

/** 主席团: new versions, which hold from a day after today; what has been booked stays as it is. */
export const saveRules = action({
  access: ['presidium'],
  input: z.object({ ...changed, from: Day, why: text('修改的理由', 200, 4) }),
  output: z.object({ from: z.string(), items: z.array(RuleView), scheme: SchemeView.optional() }),
  audited: ['from', 'why'],
});

const sums = { before: points, after: points };

/** What the change would have done to a month, the last one where none is named. Nothing is written. */
export const previewRules = action({
  access: ['presidium', 'admin'],
  input: z.object({
    ...changed,
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应如 2026-11')
      .optional(),
  }),
  output: z.object({
    month: z.string(),
    /** Who has entries in that month by the rules concerned, and whose points would be others. */
    people: z.number(),
    affected: z.number(),
    ...sums,
    byRule: z.array(z.object({ code: z.enum(ruleCodes), name: z.string(), ...sums })),
    /** The twenty whose points would change most. */
    top: z.array(z.object({ representativeId: Id, name: z.string(), groupName: z.string(), ...sums })),
  }),
});
export type Preview = z.infer<typeof previewRules.output>;
