/** 成效: what a deed brought, typed, so that the briefing can be computed instead of claimed. */
export const outcomeKinds = [
  'gift',
  'goods',
  'lecture',
  'clinic',
  'employment',
  'education',
  'mediation',
  'environment',
  'enterprise',
  'facility',
  'paperwork',
  'other',
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** Money is whole fen: `amountFen` is what gifts and goods were worth, stated, never moved through the app. */
export interface Outcome {
  kind: OutcomeKind;
  amountFen?: number;
  sessions?: number;
  people?: number;
  items?: number;
}

/** The figures of DESIGN.md's briefing, summed over deeds. */
export interface OutcomeTotals {
  amountFen: number;
  lectureSessions: number;
  lecturePeople: number;
  clinicSessions: number;
  clinicPeople: number;
  employed: number;
}

export const noOutcomes: OutcomeTotals = {
  amountFen: 0,
  lectureSessions: 0,
  lecturePeople: 0,
  clinicSessions: 0,
  clinicPeople: 0,
  employed: 0,
};

export function totalOutcomes(outcomes: readonly Outcome[]): OutcomeTotals {
  const totals = { ...noOutcomes };
  for (const outcome of outcomes) {
    totals.amountFen += outcome.amountFen ?? 0;
    if (outcome.kind === 'lecture') {
      totals.lectureSessions += outcome.sessions ?? 0;
      totals.lecturePeople += outcome.people ?? 0;
    }
    if (outcome.kind === 'clinic') {
      totals.clinicSessions += outcome.sessions ?? 0;
      totals.clinicPeople += outcome.people ?? 0;
    }
    if (outcome.kind === 'employment') totals.employed += outcome.people ?? 0;
  }
  return totals;
}

/**
 * A deed shown both in a fulfilment and in a post counts once (DESIGN.md section 4): what the fulfilment records
 * stands; the linked posts' outcomes count only where it records none.
 */
export function countedOutcomes(wish: {
  outcomes: readonly Outcome[];
  postOutcomes: readonly { outcomes: readonly Outcome[] }[];
}): readonly Outcome[] {
  return wish.outcomes.length > 0 ? wish.outcomes : wish.postOutcomes.flatMap((post) => post.outcomes);
}
