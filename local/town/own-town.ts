/** A town's own name, campaign, number prefix and departments: DIR/town.json, read at every start. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import * as departments from '../../cloudfunctions/store/departments';
import * as settings from '../../cloudfunctions/store/settings';
import { StartError } from '../start-error';

const Town = z.object({
  town: z.string().trim().min(1).max(30),
  codePrefix: z.string().regex(/^[A-Z]{1,8}$/),
  campaign: z.string().trim().min(1).max(30),
  departments: z.array(z.string().trim().min(1).max(30)).max(100),
});
export type Town = z.infer<typeof Town>;

/** Departments keep their ids by their place in the list, so a name can be mended. */
export async function saveTown({ departments: names, ...named }: Town): Promise<void> {
  await settings.save(named);
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
