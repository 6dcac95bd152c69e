import type { PeriodState } from '../../domain/points-period';
import { previewUntil, stateOf } from '../../domain/points-period';
import { defined } from '../kit/defined';
import * as pointsPeriods from '../store/points-periods';

export interface PeriodFacts {
  state: PeriodState;
  previewUntil?: string;
  frozenAt?: string;
}

/** Where a period stands, as every page of points says it. */
export async function viewPeriod(period: string, now: Date): Promise<PeriodFacts> {
  const found = await pointsPeriods.find(period);
  const frozenAt = found?.complete === true ? found.frozenAt : undefined;
  const state = stateOf(period, frozenAt !== undefined, now);
  const until = state === 'preview' ? previewUntil(period) : undefined;
  return { state, ...defined({ previewUntil: until?.toISOString(), frozenAt: frozenAt?.toISOString() }) };
}
