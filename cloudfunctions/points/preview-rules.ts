import * as contract from '../../contract/points-rules';
import { monthBefore } from '../../domain/model';
import { pointsOf } from '../../domain/points';
import { compare, rulesConcerned, type Compared } from '../../domain/points-preview';
import { changedBook, checkChange, earliestFrom } from '../../domain/points-rule-change';
import type { RuleBook, RuleCode } from '../../domain/points-rules';
import { shanghaiMonth } from '../../domain/time';
import { useCase } from '../kit/use-case';
import * as groups from '../store/groups';
import * as pointsPreview from '../store/points-preview';
import * as pointsRules from '../store/points-rules';
import * as representatives from '../store/representatives';
import { newestVersions, readChange } from './read-change';

const MOST = 20;

interface Tally {
  people: number;
  affected: number;
  byRule: Map<RuleCode, Compared>;
  /** The most changed of those seen so far. */
  top: (Compared & { representativeId: string })[];
}

/** 试算: nothing is written. */
export const previewRules = useCase(contract.previewRules, async ({ month: named, ...sent }, { now }) => {
  const month = named ?? monthBefore(shanghaiMonth(now));
  const change = readChange(sent);
  const [versions, schemes, open] = await Promise.all([
    pointsRules.listVersions(),
    pointsRules.listSchemes(),
    pointsRules.openBook(),
  ]);
  const newest = newestVersions(versions, schemes);
  checkChange(change, newest, earliestFrom(now));
  const bookOn = onceADay(open);
  const newOn = onceADay((day) => changedBook(bookOn(day), change, newest));
  const lastDay = `${month}-28`;
  const [old, other] = [bookOn(lastDay), newOn(lastDay)];
  const concerned = rulesConcerned(
    change.rules.map(({ code }) => code),
    [...newest.rules.values()],
    [old.scheme, other.scheme],
  );
  const cappedBy = (span: 'year' | 'thing') =>
    concerned.filter((code) =>
      [...versions.filter((rule) => rule.code === code), other.rules.get(code)].some(
        (rule) => rule?.capTenths[span] !== undefined,
      ),
    );
  const asked = { month, rules: concerned, yearCapped: cappedBy('year'), thingCapped: cappedBy('thing') };
  const tally: Tally = { people: 0, affected: 0, byRule: new Map(), top: [] };
  for await (const { representativeId, ...person } of pointsPreview.eachPerson(asked)) {
    count(tally, representativeId, compare(person, bookOn, newOn));
  }
  return viewTally(tally, month, (code) => newest.rules.get(code)?.name ?? code);
});

/** A month has thousands of entries and thirty days. */
function onceADay(open: (day: string) => RuleBook): (day: string) => RuleBook {
  const opened = new Map<string, RuleBook>();
  return (day) => {
    const book = opened.get(day) ?? open(day);
    opened.set(day, book);
    return book;
  };
}

const gap = ({ before, after }: Compared): number => Math.abs(after - before);

function count(tally: Tally, representativeId: string, byRule: ReadonlyMap<RuleCode, Compared>): void {
  const own = { before: 0, after: 0 };
  for (const [code, { before, after }] of byRule) {
    const sums = tally.byRule.get(code) ?? { before: 0, after: 0 };
    tally.byRule.set(code, { before: sums.before + before, after: sums.after + after });
    own.before += before;
    own.after += after;
  }
  tally.people += 1;
  if (![...byRule.values()].some((one) => gap(one) > 0)) return;
  tally.affected += 1;
  tally.top.push({ ...own, representativeId });
  if (tally.top.length > MOST * 2) tally.top = topOf(tally);
}

const topOf = ({ top }: Tally): Tally['top'] => [...top].sort((a, b) => gap(b) - gap(a)).slice(0, MOST);

const inPoints = ({ before, after }: Compared): Compared => ({ before: pointsOf(before), after: pointsOf(after) });

async function viewTally(tally: Tally, month: string, nameOf: (code: RuleCode) => string) {
  const top = topOf(tally);
  const [people, groupNames] = await Promise.all([
    representatives.listByIds(top.map(({ representativeId }) => representativeId)),
    groups.namesById(),
  ]);
  const byId = new Map(people.map((person) => [person._id, person]));
  const rules = [...tally.byRule];
  const total = rules.reduce(
    (sum, [, { before, after }]) => ({ before: sum.before + before, after: sum.after + after }),
    { before: 0, after: 0 },
  );
  return {
    month,
    people: tally.people,
    affected: tally.affected,
    ...inPoints(total),
    byRule: rules
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, sums]) => ({ code, name: nameOf(code), ...inPoints(sums) })),
    top: top.map(({ representativeId, ...sums }) => {
      const { name = '', groupId = '' } = byId.get(representativeId) ?? {};
      return { representativeId, name, groupName: groupNames.get(groupId) ?? '', ...inPoints(sums) };
    }),
  };
}
