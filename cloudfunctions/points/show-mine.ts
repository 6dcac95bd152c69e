import type { z } from 'zod';
import * as contract from '../../contract/points-standings';
import { DomainError } from '../../domain/errors';
import { monthBefore } from '../../domain/model';
import { pointsOf, scaledCap, shownTenths } from '../../domain/points';
import { monthsOf, streakOf } from '../../domain/points-period';
import { rulePartLabels, formulaOf, ruleCodes, ruleParts, type RuleBook } from '../../domain/points-rules';
import { waysUp } from '../../domain/points-ways';
import { shanghaiDay, shanghaiMonth } from '../../domain/time';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import { openEarnings, type Earnings } from '../store/points-earned';
import { countAbove, type StandingDoc } from '../store/points-entries';
import * as pointsRules from '../store/points-rules';
import * as pointsStandings from '../store/points-standings';
import * as representatives from '../store/representatives';
import { placeOf, type Place } from './place-of';
import { viewPeriod } from './view-period';

type Mine = z.infer<typeof contract.mine.output>;

/** As far as a streak is looked back for. */
const STREAK_MONTHS = 36;

/** 我的名次, and what would move me up: of the representative who asks, and of nobody else. */
export const showMine = useCase(contract.mine, async ({ period }, { caller, now }) => {
  const id = caller.representativeId;
  if (id === undefined) throw new DomainError('FORBIDDEN', { message: '这里是代表自己的积分和名次' });
  const [{ name }, facts] = await Promise.all([representatives.get(id), viewPeriod(period, now)]);
  const people = await (facts.state === 'frozen'
    ? pointsStandings.countFrozen('representative', period)
    : representatives.countAll());
  const place = (await placeOf(id, period, facts.state === 'frozen')) ?? (await lastPlace(period));
  const present = shanghaiMonth(now);
  const year = (monthsOf(period)[0] ?? present).slice(0, 4);
  const wanted = [...monthsOf(year), year, ...monthsBack(present)];
  const sums = await pointsStandings.ofPeriods('representative', id, wanted);
  const [openBook, earnings] = await Promise.all([
    pointsRules.openBook(),
    openEarnings({ people: [id], rules: ruleCodes, years: [present.slice(0, 4)] }),
  ]);
  const book = openBook(shanghaiDay(now));
  const next =
    facts.state === 'frozen' ? null : await pointsStandings.nearestAbove('representative', period, tenthsOf(place));
  return {
    ...{ period, representativeId: id, name, people, year },
    ...facts,
    ...place,
    ...(next ? { next: { rank: next.rank, gap: pointsOf(next.tenths - tenthsOf(place)) } } : {}),
    parts: viewParts(book, sums.get(year), earnings.present(id, `${year}-12`).year),
    moves: facts.state === 'frozen' ? [] : viewMoves(book, id, earnings, now),
    months: monthsOf(year)
      .filter((month) => month <= present)
      .map((month) => viewMonth(month, sums.get(month))),
    streak: streakOf(withDeeds(sums), present),
  };
});

/** Of who has earned nothing. */
async function lastPlace(period: string): Promise<Place> {
  return { rank: (await countAbove({ by: 'representative', period, tenths: 0 })) + 1, points: 0 };
}

const tenthsOf = ({ points }: { points: number }): number => Math.round(points * 10);

const monthsBack = (month: string): string[] => {
  const months = [month];
  for (let one = monthBefore(month); months.length < STREAK_MONTHS; one = monthBefore(one)) months.push(one);
  return months;
};

const withDeeds = (sums: ReadonlyMap<string, StandingDoc>): Set<string> =>
  new Set([...sums].flatMap(([period, { deeds = 0 }]) => (period.length === 7 && deeds > 0 ? [period] : [])));

const viewMonth = (month: string, standing: StandingDoc | undefined): Mine['months'][number] => ({
  month,
  points: pointsOf(shownTenths(standing?.tenths ?? 0)),
  deeds: standing?.deeds ?? 0,
});

const viewParts = ({ scheme }: RuleBook, sum: StandingDoc | undefined, present: number): Mine['parts'] =>
  ruleParts.map((part) => {
    const cap = scheme.partCaps[part];
    return {
      part,
      name: rulePartLabels[part],
      got: pointsOf(sum?.parts?.[part] ?? 0),
      ...defined({ cap: cap === undefined ? undefined : pointsOf(scaledCap(cap, present)) }),
    };
  });

function viewMoves(book: RuleBook, id: string, earnings: Earnings, now: Date): Mine['moves'] {
  const month = shanghaiMonth(now);
  const place = { representativeId: id, day: shanghaiDay(now), month, deed: '' };
  return waysUp(book, (rule) => earnings.earned(rule, place), earnings.present(id, month)).map(
    ({ rule, least, most, room }) => ({
      ...{ rule: rule.code, name: rule.name, part: rule.part, way: rule.way },
      formula: formulaOf(rule),
      brings: pointsOf(least),
      ...defined({
        atMost: most > least ? pointsOf(most) : undefined,
        room: room && { points: pointsOf(room.tenths), span: room.span },
      }),
    }),
  );
}
