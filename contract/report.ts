/** report: overview, briefing (简报) and the ledger as a spreadsheet. */
import { z } from 'zod';
import { action } from './action';
import { Span } from './shapes';
import { WishFilter, scopes } from './wish';

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
