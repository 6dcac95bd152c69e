import * as contract from '../../contract/duty';
import { attendanceStatuses } from '../../domain/duty';
import { pointsOfAttendance } from '../../domain/duty-points';
import { checkSettling, keepsDuty } from '../../domain/duty-rights';
import { DomainError } from '../../domain/errors';
import { pointsOf } from '../../domain/points';
import { shanghaiDay } from '../../domain/time';
import type { RuleBook } from '../../domain/points-rules';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as duties from '../store/duties';
import type { AttendanceDoc, DutyDoc } from '../store/duties';
import * as pointsRules from '../store/points-rules';
import { attendanceFacts } from './duty-facts';
import { planSettling, type SettlingPlan } from './plan-settling';

const MOST_NAMES = 100;

const namesOf = (all: readonly AttendanceDoc[]): string[] => all.slice(0, MOST_NAMES).map(({ name }) => name);

/** What settling would book, before it is done. */
export const previewSettling = useCase(contract.preview, async ({ id }, { caller, now }) => {
  const duty = await duties.get(id);
  if (!keepsDuty(duty, caller)) throw new DomainError('FORBIDDEN');
  const plan = await planSettling(duty, now);
  const book = (await pointsRules.openBook())(shanghaiDay(duty.from));
  const silent = plan.before.filter(
    ({ status, representativeId }) => status === 'expected' && !plan.away.has(representativeId),
  );
  return {
    lines: attendanceStatuses.flatMap((status) =>
      [false, true].flatMap((away) => lineOf(plan, duty, book, { status, away })),
    ),
    unmarked: namesOf(silent),
    rev: duty.rev,
    ...defined({ problem: problemOf(() => checkSettling({ caller, ...asSettling(plan) })) }),
  };
});

const asSettling = ({ before, away }: SettlingPlan) => ({
  attendances: before.map((one) => ({ ...attendanceFacts(one), name: one.name })),
  away,
});

/** What a check says against it. */
function problemOf(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    // The refusal is what is asked for here.
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}

function lineOf(
  { after }: SettlingPlan,
  { kind }: DutyDoc,
  { rules }: RuleBook,
  wanted: { status: AttendanceDoc['status']; away: boolean },
) {
  const people = after.filter(({ status, away = false }) => status === wanted.status && away === wanted.away);
  const [first] = people;
  if (!first) return [];
  const points = pointsOfAttendance(kind, first);
  const rule = points ? rules.get(points.rule) : undefined;
  const units = people.reduce((sum, one) => sum + (pointsOfAttendance(kind, one)?.units ?? 0), 0);
  return [
    {
      status: wanted.status,
      people: people.length,
      units,
      isProposed: points?.how === 'propose',
      names: wanted.status === 'present' ? [] : namesOf(people),
      ...defined({
        rule: rule?.code,
        ruleName: rule?.name,
        unit: rule?.unit,
        points: rule && pointsOf(rule.tenths),
      }),
    },
  ];
}
