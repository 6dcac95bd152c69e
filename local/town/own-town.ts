/** A town's own name, campaign, number prefix and departments: DIR/town.json, read at every start. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { defined } from '../../cloudfunctions/kit/defined';
import * as departments from '../../cloudfunctions/store/departments';
import * as settings from '../../cloudfunctions/store/settings';
import { categories } from '../../domain/wish';
import { timerMoves, timerNames, toldOnes } from '../../domain/wish-timers';
import { StartError } from '../start-error';

/** One step of a timer, as domain/wish-timers.ts has them. */
const Step = z.object({
  afterHours: z.number(),
  tell: z.array(z.enum(toldOnes)),
  text: z.string().trim().min(1).max(60),
  move: z.enum(timerMoves).optional(),
  every: z.number().positive().optional(),
});

const Days = z.array(z.iso.date()).max(400);

const Town = z.object({
  town: z.string().trim().min(1).max(30),
  codePrefix: z.string().regex(/^[A-Z]{1,8}$/),
  campaign: z.string().trim().min(1).max(30),
  departments: z.array(z.string().trim().min(1).max(30)).max(100),
  /** Days off and on that the public holiday table does not know. */
  daysOff: Days.optional(),
  daysOn: Days.optional(),
  /** How many wishes one representative may have in hand. */
  claimLimit: z.number().int().min(1).max(1000).optional(),
  /** How often the same person may be 月度典型代表 in a year. */
  modelsAYear: z.number().int().min(1).max(12).optional(),
  /** 届, both days included. */
  terms: z
    .array(z.object({ name: z.string().trim().min(1).max(30), from: z.iso.date(), until: z.iso.date() }))
    .max(20)
    .refine((terms) => terms.every(({ from, until }) => from <= until))
    .optional(),
  /** In place of the steps of domain/wish-timers.ts and the spans of domain/due.ts, those that are named. */
  timers: z.partialRecord(z.enum(timerNames), z.array(Step.transform(defined))).optional(),
  dueSpans: z.partialRecord(z.enum(categories), z.object({ days: z.number().min(1), working: z.boolean() })).optional(),
});
export type Town = z.infer<typeof Town>;

/** Departments keep their ids by their place in the list, so a name can be mended. Other timers are a new version. */
export async function saveTown({ departments: names, ...named }: Town): Promise<void> {
  const { timers: before, timersVersion = 1 } = await settings.get();
  const isSame = JSON.stringify(before ?? {}) === JSON.stringify(named.timers ?? {});
  await settings.save(defined({ ...named, timersVersion: isSame ? timersVersion : timersVersion + 1 }));
  await departments.saveAll(names.map((name, order) => ({ _id: `department-${order + 1}`, name, order: order + 1 })));
}

/** Does nothing where there is no such file; throws a StartError for one that does not say what it should. */
export async function readOwnTown(directory: string): Promise<void> {
  const path = join(directory, 'town.json');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return;
  await saveTown(parse(text, path));
}

function parse(text: string, path: string): Town {
  try {
    return Town.parse(JSON.parse(text));
  } catch (error) {
    const where =
      error instanceof z.ZodError ? `：${error.issues.map((issue) => issue.path.join('.')).join('、')} 有误` : '';
    throw new StartError(
      `${path} 的内容不对${where}。应有 town（镇名）、codePrefix（编号前缀，大写字母）、campaign（活动名）、departments（部门名的列表）。`,
    );
  }
}
