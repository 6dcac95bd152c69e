/** Input is parsed once, here; past this line types are trusted. Reasons are Chinese, one for each path. */
import { z } from 'zod';
import { DomainError } from '../../domain/errors';

/** For fields that have no words of their own, so that nobody reads of types. */
const missingOrWrong: z.core.$ZodErrorMap = ({ code, input }) => {
  if (code !== 'invalid_type') return undefined;
  return input === undefined ? '请填写这一项' : '这一项的格式有误';
};

z.config({ ...z.locales.zhCN(), customError: missingOrWrong });

export function parse<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const parsed = schema.safeParse(data ?? {});
  if (parsed.success) return parsed.data;
  const details: Record<string, string> = {};
  for (const issue of parsed.error.issues) details[issue.path.join('.') || 'data'] ??= issue.message;
  throw new DomainError('INVALID_INPUT', { details });
}
