import * as contract from '../../contract/points';
import { pointsOf } from '../../domain/points';
import { useCase } from '../kit/use-case';
import * as pointsEntries from '../store/points-entries';
import { viewBoard } from './view-board';

const DEFAULT_LIMIT = 20;

/** 榜单: read from the standings that every entry moves, never summed from the entries. */
export const getBoard = useCase(contract.board, async ({ period, by, limit = DEFAULT_LIMIT }, { caller }) => {
  const items = await viewBoard(by, await pointsEntries.topStandings(by, period, limit));
  const { representativeId } = caller ?? {};
  const mine =
    by === 'representative' && representativeId !== undefined
      ? await pointsEntries.findStanding(by, period, representativeId)
      : null;
  if (!mine) return { items };
  return { items, mine: { rank: (await pointsEntries.countAbove(mine)) + 1, points: pointsOf(mine.tenths) } };
});
