/** Shapes that several areas say: ids, times, pages, outcomes. Times leave as ISO 8601 in UTC. */
import { z } from 'zod';
import { outcomeKinds, type Outcome } from '../domain/outcome';
import { readableText } from '../domain/readable-text';
import { startOfDay } from '../domain/time';

export const Id = z.string('缺少编号').min(1, '缺少编号').max(64, '编号有误');
export const Time = z.iso.datetime();
export const Empty = z.object({});

/** One line or several, trimmed and without unseen characters, with a lower and an upper bound in characters. */
export const text = (name: string, max: number, min = 1): z.ZodString =>
  z
    .string(`请填写${name}`)
    .overwrite(readableText)
    .trim()
    .min(min, min === 1 ? `请填写${name}` : `${name}至少 ${min} 个字`)
    .max(max, `${name}最多 ${max} 个字`);

/** Made by the client once for each thing it creates, so that sending it again creates nothing more. */
export const ClientToken = z.string('缺少提交标识').min(8, '提交标识太短').max(64, '提交标识太长');

export const Cursor = z.string().max(500, '翻页标识有误').optional();
export const limit = (max: number): z.ZodOptional<z.ZodNumber> =>
  z
    .number('每页条数应为整数')
    .int('每页条数应为整数')
    .min(1, '每页至少 1 条')
    .max(max, `每页最多 ${max} 条`)
    .optional();

/** A page of anything: `nextCursor` is null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

const isTime = (value: string): boolean => z.iso.datetime({ offset: true }).safeParse(value).success;

/** A day 'YYYY-MM-DD' of Asia/Shanghai, or an ISO time. Spans are half-open: from ≤ t < to; a day as `to` is included. */
export const SpanEdge = z
  .string('日期应如 2021-06-30')
  .refine((value) => /^(19|20|21)/.test(value) && (startOfDay(value) !== null || isTime(value)), '日期应如 2021-06-30');

export const Span = z.object({ from: SpanEdge.optional(), to: SpanEdge.optional() });

const count = (name: string, max: number) =>
  z.number(`${name}应为数字`).int(`${name}应为整数`).min(0, `${name}不能小于 0`).max(max, `${name}太大，请核对`);

/** Money is yuan with at most two decimals here; whole fen in storage. */
export const OutcomeShape = z.object({
  kind: z.enum(outcomeKinds, '请选择成效类型'),
  amountYuan: z
    .number('金额应为数字')
    .min(0, '金额不能小于 0')
    .max(10_000_000, '金额太大，请核对')
    .refine((yuan) => Math.abs(yuan * 100 - Math.round(yuan * 100)) < 1e-6, '金额最多两位小数')
    .optional(),
  sessions: count('场次', 10_000).optional(),
  people: count('人数', 1_000_000).optional(),
  items: count('件数', 1_000_000).optional(),
});
export type OutcomeShape = z.infer<typeof OutcomeShape>;

export function outcomeFromShape({ amountYuan, sessions, people, items, kind }: OutcomeShape): Outcome {
  return {
    kind,
    ...(amountYuan === undefined ? {} : { amountFen: Math.round(amountYuan * 100) }),
    ...(sessions === undefined ? {} : { sessions }),
    ...(people === undefined ? {} : { people }),
    ...(items === undefined ? {} : { items }),
  };
}

export function outcomeToShape({ amountFen, ...rest }: Outcome): OutcomeShape {
  return { ...rest, ...(amountFen === undefined ? {} : { amountYuan: amountFen / 100 }) };
}

/** Photos that one brings, by their ids. */
export const Photos = z.array(Id).max(9, '最多 9 张照片');

/** A photo as pages show it: long edge 240, 720 and 1600 pixels, with the box to keep free while it loads. */
export const Photo = z.object({
  id: Id,
  thumb: z.string(),
  medium: z.string(),
  view: z.string(),
  width: z.number(),
  height: z.number(),
});

/**
 * What an import says: rows count as Excel shows them, the header's row included. `accepted` is what was written, on a
 * dry run what would be. Rejected rows without `acceptPartial` mean that nothing was written: `accepted` is 0.
 */
export const ImportInput = z.object({
  mediaId: Id,
  dryRun: z.boolean('请说明是试导入还是正式导入'),
  acceptPartial: z.boolean().optional(),
});
export const ImportResult = z.object({
  accepted: z.number(),
  rejected: z.array(z.object({ row: z.number(), column: z.string(), reason: z.string() })),
});
