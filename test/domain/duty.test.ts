import fc from 'fast-check';
import { dutyKinds, dutyState, isAwayOn, mayBeSignedIn, readScene, sceneOf, settledStatus } from '../../domain/duty';
import { CODE_LASTS_MS, acceptedSteps, codeOf, codeStep } from '../../domain/duty-code';
import { pointsOfAttendance, refDuty, roundRef } from '../../domain/duty-points';
import { allowedDutyActions, mayAgreeLeave, mayMark, type DutyFacts } from '../../domain/duty-rights';
import type { Caller } from '../../domain/caller';

const at = (time: string): Date => new Date(`2026-11-20T${time}+08:00`);
const meeting: DutyFacts = { status: 'planned', from: at('09:00:00'), until: at('11:30:00') };

it.each([
  ['08:29:59.999', false, 'upcoming'],
  ['08:30:00', true, 'open'],
  ['11:30:00', true, 'open'],
  ['11:30:01', true, 'open'],
  ['13:30:00', true, 'open'],
  ['13:30:00.001', false, 'waiting'],
])('at %s sign-in is %s and the duty is %s', (time, isOpen, state) => {
  expect([mayBeSignedIn(meeting, at(time)), dutyState(meeting, at(time))]).toEqual([isOpen, state]);
});

it('takes the code that is shown, and for a minute the one before, and no other', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date('2100-01-01') }),
      fc.nat(10 * CODE_LASTS_MS),
      (shown, later) => {
        fc.pre(!Number.isNaN(shown.getTime()));
        const { step, endsAt } = codeStep(shown);
        const now = new Date(shown.getTime() + later);
        const isTaken = acceptedSteps(now).includes(step);
        expect(isTaken).toBe(now.getTime() < endsAt.getTime() + 60_000);
        expect(acceptedSteps(now)[0]).toBe(codeStep(now).step);
      },
    ),
  );
});

it('makes six digits of any hash, and reads them back out of what is scanned', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.stringMatching(/^[A-Za-z0-9_-]{12}$/),
      (mac, id) => {
        const code = codeOf(mac);
        expect(code).toMatch(/^\d{6}$/);
        expect(readScene(sceneOf(id, code))).toEqual({ id, code });
      },
    ),
  );
  // RFC 4226, appendix D: the first of its test values.
  expect(codeOf(Buffer.from('cc93cf18508d94934c64b65d8ba7667fb7cde4b0', 'hex'))).toBe('755224');
  expect(readScene('abcdefghijkl')).toEqual({ id: 'abcdefghijkl', code: '' });
});

it('earns and costs by kind: a meeting by the half day, everything else once', () => {
  const of = (status: 'present' | 'leave' | 'absent') =>
    dutyKinds.map((kind) => {
      const points = pointsOfAttendance(kind, { status, halfDays: 3 });
      return points ? `${points.rule} ${points.units} ${points.how}` : null;
    });
  expect(dutyKinds).toEqual(['meeting', 'inspection', 'training', 'groupActivity', 'visit', 'hearing']);
  expect(of('present')).toEqual(['M1 3 pay', 'M7 1 pay', 'M8 1 pay', 'M8 1 pay', 'W1 1 pay', null]);
  expect(of('leave')).toEqual(['M2 3 pay', null, null, null, null, null]);
  const m9 = 'M9 1 propose';
  expect(of('absent')).toEqual(['M3 3 propose', m9, m9, m9, m9, null]);
  for (const kind of dutyKinds) {
    expect(pointsOfAttendance(kind, { status: 'leave', halfDays: 3, away: true })).toBeNull();
    expect(pointsOfAttendance(kind, { status: 'expected', halfDays: 3 })).toBeNull();
  }
  expect([refDuty(roundRef('d1', 0)), roundRef('d1', 2), refDuty('d1~2')]).toEqual(['d1', 'd1~2', 'd1']);
});

it('puts down as absent only who said nothing and was not away', () => {
  expect(settledStatus('expected', false)).toBe('absent');
  expect(settledStatus('absent', true)).toBe('leave');
  expect(settledStatus('leave', false)).toBe('leave');
  expect(settledStatus('present', true)).toBe('present');
  const spans = [{ from: '2026-11-20', until: '2026-11-20' }, { from: '2026-12-01' }];
  const days = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-12-01', '2027-01-01'];
  expect(days.map((day) => isAwayOn(day, spans))).toEqual([false, true, false, true, true]);
});

it('nobody has a say in their own attendance', () => {
  const positions = ['leader', 'liaison', 'member'] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...positions),
      fc.boolean(),
      fc.constantFrom('g1', 'g2'),
      fc.constantFrom('r1', 'r2'),
      (position, isPresidium, groupId, representativeId) => {
        const office = position === 'member' ? [] : (['liaison'] as const);
        const caller: Caller = {
          ...{ accountId: 'a', name: '甲', position, groupId, representativeId },
          roles: ['representative', ...office, ...(isPresidium ? (['presidium'] as const) : [])],
        };
        const person = { representativeId: 'r1', groupId: 'g1' };
        const isOther = representativeId !== 'r1';
        const leads = isPresidium || (position !== 'member' && groupId === 'g1');
        expect(mayMark(meeting, person, caller)).toBe(isOther && leads);
        const isLeader = isPresidium || (position === 'leader' && groupId === 'g1');
        expect(mayAgreeLeave(person, caller)).toBe(isOther && isLeader);
        // What is settled is taken back by 主席团 alone, and nobody changes it before.
        const settled = allowedDutyActions({ ...meeting, status: 'settled' }, null, caller, at('14:00:00'));
        expect(settled.filter((one) => one !== 'sheet' && one !== 'addPhotos' && one !== 'summarise')).toEqual(
          isPresidium ? ['reopen'] : [],
        );
      },
    ),
  );
});
