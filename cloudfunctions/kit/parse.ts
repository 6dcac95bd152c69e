/** Input is parsed once, here; past this line types are trusted. Reasons are Chinese, one for each path. */
import { z } from 'zod';
import { DomainError } from '../../domain/errors';

z.config(z.locales.zhCN());

export function parse<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const parsed = schema.safeParse(data ?? {});
  if (parsed.success) return parsed.data;
  const details: Record<string, string> = {};
  for (const issue of parsed.error.issues) details[issue.path.join('.') || 'data'] ??= issue.message;
  throw new DomainError('INVALID_INPUT', { details });
}
