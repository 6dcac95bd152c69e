import fc from 'fast-check';
import type { Absence } from '../../domain/absence';
import { isAbsentOn, maySettleAbsence, presentInQuarter } from '../../domain/absence';
import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { catalogue } from '../../domain/points-catalogue';
import {
  allowedOn,
  BY_SYSTEM,
  checkConfirm,
  checkDrop,
  checkExplain,
  isDueToBook,
  kindOfRule,
  mayConfirm,
  mayDrop,
  mayExplain,
  mayPropose,
  proposalStatuses,
  settleFrom,
  type Proposal,
} from '../../domain/points-proposal';
import { ruleCodes } from '../../domain/points-rules';
import { HOUR_MS } from '../../domain/time';
import { deductionsOf, weekOf } from '../../domain/wish-deductions';
import { dueSteps, timersOf } from '../../domain/wish-timers';
import type { Wish } from '../../domain/wish';

const NOW = new Date('2026-11-10T02:00:00Z');
const later = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR_MS);

const callers: readonly Caller[] = (['r1', 'r2', undefined] as const).flatMap((representativeId) =>
  (['g1', 'g2'] as const).flatMap((groupId) =>
    (
      [
        { roles: ['representative'], position: 'member' },
        { roles: ['representative', 'liaison'], position: 'liaison' },
        { roles: ['representative', 'liaison'], position: 'leader' },
        { roles: ['presidium'] },
        { roles: ['admin'] },
        { roles: ['resident'] },
      ] as const
    ).map((office, index) => ({
      accountId: `a${index}${representativeId ?? ''}${groupId}`,
      name: '某人',
      ...office,
      ...(representativeId === undefined ? {} : { representativeId, groupId }),
    })),
  ),
);
const aCaller = fc.constantFrom(...callers);

const aProposal: fc.Arbitrary<Proposal> = fc
  .record({
    rule: fc.constantFrom(...ruleCodes),
    proposedBy: fc.constantFrom(BY_SYSTEM, 'somebody', ...callers.map(({ accountId }) => accountId)),
    status: fc.constantFrom(...proposalStatuses),
  })
  .map(({ rule, proposedBy, status }) => ({
    ...{ kind: kindOfRule(rule), rule, proposedBy, status },
    representativeId: 'r1',
    groupId: 'g1',
    settleFrom: settleFrom(kindOfRule(rule), NOW),
  }));

const passes = (check: () => void): boolean => {
  try {
    check();
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    return false;
  }
};

it('lets nobody confirm their own, nor what they proposed, nor a deduction before its day is over', () => {
  fc.assert(
    fc.property(aProposal, aCaller, fc.integer({ min: -1, max: 48 }), (proposal, caller, hours) => {
      const now = later(hours);
      if (!mayConfirm(proposal, caller, now)) return;
      expect(caller.representativeId).not.toBe('r1');
      expect(caller.accountId).not.toBe(proposal.proposedBy);
      expect(['open', 'explained']).toContain(proposal.status);
      expect(now >= proposal.settleFrom).toBe(true);
      expect(caller.roles.some((role) => ['liaison', 'presidium', 'admin'].includes(role))).toBe(true);
      if (!caller.roles.includes('liaison')) return;
      expect(caller.groupId).toBe('g1');
      expect(proposal.rule === 'W1' || (proposal.rule === 'D5' && caller.position === 'leader')).toBe(true);
    }),
  );
});

it('refuses exactly what it does not allow', () => {
  fc.assert(
    fc.property(aProposal, aCaller, fc.integer({ min: 0, max: 48 }), (proposal, caller, hours) => {
      const now = later(hours);
      expect(passes(() => checkExplain(proposal, caller, now))).toBe(mayExplain(proposal, caller, now));
      expect(passes(() => checkConfirm(proposal, caller, now))).toBe(mayConfirm(proposal, caller, now));
      expect(passes(() => checkDrop(proposal, caller))).toBe(mayDrop(proposal, caller));
      const allowed = allowedOn(proposal, caller, now);
      if (['booked', 'dropped'].includes(proposal.status)) expect(allowed).toEqual([]);
    }),
  );
});

it('books by itself what a rule found out and nobody explained, from the end of its day on, and never D5', () => {
  fc.assert(
    fc.property(aProposal, fc.integer({ min: 0, max: 48 }), (proposal, hours) => {
      expect(isDueToBook(proposal, later(hours))).toBe(
        proposal.kind === 'deduction' &&
          proposal.rule !== 'D5' &&
          proposal.proposedBy === BY_SYSTEM &&
          proposal.status === 'open' &&
          hours >= 24,
      );
    }),
  );
});

it('has the person explain until the last millisecond of the 24 hours', () => {
  const proposal: Proposal = {
    ...{ kind: 'deduction', rule: 'D1', representativeId: 'r1', groupId: 'g1', proposedBy: BY_SYSTEM, status: 'open' },
    settleFrom: settleFrom('deduction', NOW),
  };
  const person = { accountId: 'x', name: '周建平', roles: ['representative'], representativeId: 'r1' } as const;
  expect(mayExplain(proposal, person, new Date(later(24).getTime() - 1))).toBe(true);
  expect(mayExplain(proposal, person, later(24))).toBe(false);
  expect(isDueToBook(proposal, new Date(later(24).getTime() - 1))).toBe(false);
});

it('leaves what the system finds out to the system, and nobody takes points off themselves', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ruleCodes), aCaller, (code, caller) => {
      const way = catalogue.find((rule) => rule.code === code)?.way;
      const isByHand = (way === 'form' || way === 'manual') && code !== 'S3';
      const person = { representativeId: 'r1', groupId: 'g1' };
      const isSelf = caller.representativeId === 'r1';
      const isOffice = caller.roles.includes('presidium');
      const isOfGroup = caller.roles.includes('liaison') && caller.groupId === 'g1';
      const may = isSelf ? kindOfRule(code) === 'award' : isOffice || isOfGroup;
      expect(mayPropose(code, person, caller)).toBe(isByHand && may);
    }),
  );
});

describe('what a claim costs', () => {
  const wish: Wish & { claimer: NonNullable<Wish['claimer']> } = {
    ...{ id: 'w1', status: 'claimed', statusSince: NOW, rev: 1, category: 'care', village: '刘胜村', groupId: 'g1' },
    holder: { role: 'representative', since: NOW },
    ...{ submitterId: 's', selfSubmitted: true, outcomes: [] },
    claimer: { representativeId: 'r1', name: '周建平', groupId: 'g1', at: NOW },
    dueAt: later(240),
  };
  const foundAt = (one: Wish, hours: number, from = timersOf(one, [])) =>
    deductionsOf(one, dueSteps(from, later(hours), undefined), later(hours));
  const rulesOf = (one: Wish, hours: number): string[] => [
    ...new Set(foundAt(one, hours).map(({ rule, refId }) => `${rule} ${refId}`)),
  ];

  it('is nothing before 48 hours, D1 from then on, D3 from the day that was promised', () => {
    expect(rulesOf(wish, 47.99)).toEqual([]);
    expect(rulesOf(wish, 48)).toEqual(['D1 w1']);
    expect(rulesOf(wish, 240)).toEqual(['D1 w1', 'D3 w1']);
  });

  it('is D2 for the week in which the note was owed, and only the last of those that a late run finds', () => {
    const contacted = { ...wish, dueAt: later(9000), claimer: { ...wish.claimer, contactedAt: NOW } };
    expect(rulesOf(contacted, 7 * 24 - 1)).toEqual([]);
    expect(rulesOf(contacted, 7 * 24)).toEqual(['D2 w1:2026-W47']);
    expect(rulesOf(contacted, 30 * 24)).toEqual(['D2 w1:2026-W50']);
  });

  it('is nothing while the clock stands, while an answer is waited for, or for what was late in an old ledger', () => {
    for (const status of ['paused', 'needInfo', 'coordinating', 'fulfilled', 'open'] as const) {
      expect(rulesOf({ ...wish, status, resumeOn: later(999) }, 800)).toEqual([]);
    }
    const asked = { who: '周建平', at: NOW, reason: '等材料', resumeOn: later(500) };
    const contacted = { ...wish, claimer: { ...wish.claimer, contactedAt: NOW } };
    expect(rulesOf({ ...contacted, pauseRequest: asked }, 300)).toEqual([]);
    const { submitterId: _nobody, ...ofLedger } = wish;
    expect(rulesOf(ofLedger, 300)).toEqual([]);
    expect(rulesOf(wish, 40 * 24)).toEqual(['D3 w1']);
    expect(rulesOf(wish, 60 * 24)).toEqual([]);
  });

  it('names weeks as the calendar does', () => {
    const weeks = [
      ['2026-11-28', '2026-W48'],
      ['2026-01-01', '2026-W01'],
      ['2027-01-03', '2026-W53'],
      ['2027-01-04', '2027-W01'],
    ] as const;
    for (const [day, week] of weeks) expect(weekOf(new Date(`${day}T12:00:00+08:00`))).toBe(week);
  });
});

describe('不在岗时段', () => {
  it('counts the days of a quarter that remain, spans that overlap once', () => {
    expect(presentInQuarter('2026-Q4', [])).toBe(92);
    const spans = [
      { from: '2026-10-20', until: '2026-11-10' },
      { from: '2026-11-01', until: '2026-11-30' },
    ];
    expect(presentInQuarter('2026-Q4', spans)).toBe(92 - 42);
    expect(presentInQuarter('2026-Q4', [{ from: '2026-09-01' }])).toBe(0);
    expect(isAbsentOn('2026-10-19', spans)).toBe(false);
    expect(isAbsentOn('2026-11-30', spans)).toBe(true);
  });

  it('is confirmed by 组长 or 人大办, never by the person or who proposed it', () => {
    fc.assert(
      fc.property(aCaller, fc.constantFrom(...callers.map(({ accountId }) => accountId)), (caller, proposedBy) => {
        const absence: Absence = {
          ...{ representativeId: 'r1', groupId: 'g1', proposedBy, status: 'proposed', from: '2026-11-01' },
        };
        const isOffice = caller.roles.some((role) => role === 'presidium' || role === 'admin');
        const isLeader = caller.position === 'leader' && caller.groupId === 'g1';
        expect(maySettleAbsence(absence, caller)).toBe(
          (isOffice || isLeader) && caller.representativeId !== 'r1' && caller.accountId !== proposedBy,
        );
      }),
    );
  });
});
