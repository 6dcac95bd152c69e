/** 成效 while it is being typed: figures are still text. */
import type { OutcomeShape } from '../../../contract/shapes';
import type { OutcomeKind } from '../../../domain/outcome';
import { outcomeLabels } from '../../../domain/labels';
import { grouped } from '../../platform/numbers';

export type Figure = 'amountYuan' | 'sessions' | 'people' | 'items';

export type OutcomeDraft = { kind: OutcomeKind } & Partial<Record<Figure, string>>;

export const figureLabels = {
  amountYuan: '折合多少元',
  sessions: '几场',
  people: '惠及多少人',
  items: '多少件',
} as const satisfies Record<Figure, string>;

/** What is asked for each kind; nothing must be answered. */
export const figuresOf = {
  gift: ['amountYuan', 'people'],
  goods: ['amountYuan', 'items'],
  lecture: ['sessions', 'people'],
  clinic: ['sessions', 'people'],
  employment: ['people'],
  education: ['people', 'amountYuan'],
  mediation: ['items'],
  environment: ['items'],
  enterprise: ['items'],
  facility: ['items', 'amountYuan'],
  paperwork: ['items'],
  other: ['people'],
} as const satisfies Record<OutcomeKind, readonly Figure[]>;

/** Full-width digits are forgiven; what is no number is left for the server to name. */
const numberOf = (text: string): number => Number(text.normalize('NFKC').trim());

export function toOutcomes(drafts: readonly OutcomeDraft[]): OutcomeShape[] {
  return drafts.map((draft) => {
    const outcome: OutcomeShape = { kind: draft.kind };
    for (const figure of figuresOf[draft.kind]) {
      const text = draft[figure]?.trim() ?? '';
      if (text !== '') outcome[figure] = numberOf(text);
    }
    return outcome;
  });
}

/** What stands before a figure in one line with its unit. */
export const figureLeads = { amountYuan: '折合', sessions: '', people: '惠及', items: '' } as const satisfies Record<
  Figure,
  string
>;

export const figureUnits = { amountYuan: '元', sessions: '场', people: '人', items: '件' } as const satisfies Record<
  Figure,
  string
>;

/** '宣讲 1 场 120 人' */
export function outcomeText(outcome: OutcomeShape): string {
  const figures = (Object.keys(figureUnits) as Figure[]).flatMap((figure) => {
    const value = outcome[figure];
    return value === undefined ? [] : [`${grouped(value)} ${figureUnits[figure]}`];
  });
  return [outcomeLabels[outcome.kind], ...figures].join(' ');
}
