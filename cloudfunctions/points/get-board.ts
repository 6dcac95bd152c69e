import type { z } from 'zod';
import * as contract from '../../contract/points';
import { seesTown, type Caller } from '../../domain/caller';
import { shownRanks } from '../../domain/points-period';
import { useCase } from '../kit/use-case';
import * as groups from '../store/groups';
import * as pointsEntries from '../store/points-entries';
import * as pointsStandings from '../store/points-standings';
import * as representatives from '../store/representatives';
import { placeOf } from './place-of';
import { viewBoard, viewFrozen } from './view-board';
import { viewPeriod } from './view-period';

const DEFAULT_LIMIT = 20;

type Asked = z.output<typeof contract.board.input>;

/** 榜单: read from the standings that every entry moves, or as they were frozen; never summed from the entries. */
export const getBoard = useCase(contract.board, async ({ period, by, limit = DEFAULT_LIMIT }, { caller, now }) => {
  const facts = await viewPeriod(period, now);
  const isFrozen = facts.state === 'frozen';
  const all = isFrozen ? await pointsStandings.countFrozen(by, period) : await countLive(by);
  const upperOnly = isBounded(by, caller);
  const last = upperOnly ? shownRanks(all) : Number.MAX_SAFE_INTEGER;
  const items = isFrozen
    ? viewFrozen(await pointsStandings.frozenTop(by, period, limit, last))
    : await viewBoard(by, await pointsEntries.topStandings(by, period, limit));
  const id = by === 'representative' ? caller?.representativeId : undefined;
  const mine = id === undefined ? null : await placeOf(id, period, isFrozen);
  return {
    ...facts,
    items: upperOnly ? items.filter(({ rank, points }) => rank <= last && points > 0) : items,
    ranked: all,
    upperOnly,
    ...(mine ? { mine } : {}),
  };
});

const countLive = async (by: Asked['by']): Promise<number> =>
  by === 'group' ? (await groups.listAll()).length : representatives.countAll();

/** The lower half of the representatives is for each of them and for the office. */
const isBounded = (by: Asked['by'], caller: Caller | null): boolean => by === 'representative' && !seesTown(caller);
