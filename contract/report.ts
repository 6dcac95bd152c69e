/** report: overview, briefing (简报) and the ledger as a spreadsheet. */
import { z } from 'zod';
import { sheetCopies, sheetKinds } from '../domain/sheets/sheet';
import { action } from './action';
import { YearOrTerm } from './dossier';
import { Id, ImportInput, ImportResult, Span, text } from './shapes';
import { WishFilter, scopes } from './wish-views';

const n = z.number();
const seen = z.object({ sessions: n, people: n });

export const Overview = z.object({
  wishes: z.object({
    registered: n,
    submitted: n,
    needInfo: n,
    open: n,
    claimed: n,
    coordinating: n,
    paused: n,
    /** 办结: fulfilled and closed together. */
    fulfilled: n,
    closed: n,
    answered: n,
    rejected: n,
    merged: n,
    withdrawn: n,
    overdue: n,
    asked: n,
    resolved: n,
  }),
  outcomes: z.object({ amountYuan: n, lectures: seen, clinics: seen, employed: n }),
  satisfaction: z.object({ satisfied: n, fair: n, unsatisfied: n }),
});
export type Overview = z.infer<typeof Overview>;

/** Wishes collected in the span, as they stand now, and the independent deeds shown in it. */
export const overview = action({ access: 'anyone', input: Span, output: Overview });

export const briefing = action({ access: 'anyone', input: Span, output: z.object({ text: z.string() }) });

/** An .xlsx under a private link, good for an hour; it holds names and phones, so every export is audited. */
export const ledger = action({
  access: ['liaison', 'presidium', 'admin'],
  audited: true,
  input: WishFilter.extend({ scope: z.enum(scopes).optional() }).extend(Span.shape),
  output: z.object({ url: z.string(), rows: n }),
});

/**
 * One of the town's sheets as a file under a private link, good for an hour. The public copy shows what anybody may
 * see; the full one is for those who keep the ledger, says why it was made, and names who made it on every page.
 * `columns` are titles of the sheet in the order wanted. `models` are of one month, that of `from` or the present one.
 */
export const sheet = action({
  access: ['liaison', 'presidium', 'admin'],
  audited: ['kind', 'copy', 'format', 'reason', 'columns', 'groupId', 'village', 'category'],
  input: WishFilter.extend({
    kind: z.enum(sheetKinds, '没有这种表'),
    copy: z.enum(sheetCopies, '请选择公开版或内部版'),
    format: z.enum(['xlsx', 'csv'], '请选择 Excel 或 CSV'),
    reason: text('导出原因', 100, 2).optional(),
    columns: z.array(z.string().max(20)).min(1, '请至少选择一列').max(60, '选的列太多').optional(),
    scope: z.enum(scopes).optional(),
  }).extend(Span.shape),
  output: z.object({ url: z.string(), rows: n }),
});

/** 交办督办台账 as exported by `sheet`: orders of wishes that are in the ledger; all good rows or none. */
export const importOrders = action({
  access: ['presidium'],
  audited: true,
  input: ImportInput,
  output: ImportResult,
});

/** 履职档案 of a year or term as a .pdf under a private link, good for an hour; without either, of the present year. */
export const dossier = action({
  access: ['representative', 'liaison', 'presidium', 'admin'],
  audited: ['year', 'term'],
  input: YearOrTerm.extend({ representativeId: Id }),
  output: z.object({ url: z.string() }),
});
