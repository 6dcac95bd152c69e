import { pointsOf, shownTenths } from '../../domain/points';
import * as pointsEntries from '../store/points-entries';
import * as pointsStandings from '../store/points-standings';

export interface Place {
  rank: number;
  points: number;
}

/** Where one stands in a period; null where nothing was booked. Those who tie share a rank, as do all who have nothing. */
export async function placeOf(representativeId: string, period: string, isFrozen: boolean): Promise<Place | null> {
  const by = 'representative';
  if (isFrozen) {
    const frozen = await pointsStandings.findFrozen(by, period, representativeId);
    return frozen && { rank: frozen.rank, points: pointsOf(shownTenths(frozen.tenths)) };
  }
  const standing = await pointsEntries.findStanding(by, period, representativeId);
  if (!standing) return null;
  const tenths = shownTenths(standing.tenths);
  return { rank: (await pointsEntries.countAbove({ by, period, tenths })) + 1, points: pointsOf(tenths) };
}
