/** points: 积分规则 as versioned data. */
import { z } from 'zod';
import { ruleCodes, ruleParts, ruleWays, schemePresets } from '../domain/points-rules';
import { action } from './action';

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
