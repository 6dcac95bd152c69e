import * as contract from '../../contract/report';
import { fulfilledCount } from '../../domain/briefing';
import type { Figures } from '../../domain/rollup';
import { useCase } from '../kit/use-case';
import * as rollups from '../store/rollups';
import * as wishLists from '../store/wish-lists';
import { collectedWithin, daySpan } from './span';

/** Reads one small document for each day of the span, however many wishes there are. */
export const getOverview = useCase(contract.overview, async (input, { now }) => {
  const span = daySpan(input);
  const [figures, overdue] = await Promise.all([
    rollups.sum(span.fromDay, span.toDay),
    wishLists.countOverdue(now, collectedWithin(span)),
  ]);
  return viewOverview(figures, overdue);
});

function viewOverview(figures: Figures, overdue: number): contract.Overview {
  const { registered, asked, resolved, status, satisfaction } = figures;
  return {
    wishes: { ...status, registered, fulfilled: fulfilledCount(figures), overdue, asked, resolved },
    outcomes: {
      amountYuan: figures.amountFen / 100,
      lectures: { sessions: figures.lectureSessions, people: figures.lecturePeople },
      clinics: { sessions: figures.clinicSessions, people: figures.clinicPeople },
      employed: figures.employed,
    },
    satisfaction,
  };
}
