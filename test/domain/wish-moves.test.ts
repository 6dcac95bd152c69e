import fc from 'fast-check';
import type { Caller, Role } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { addDays, HOUR_MS } from '../../domain/time';
import { holderOf, wishStatuses, type Claimer, type Wish, type WishStatus } from '../../domain/wish';
import {
  allowedActions,
  checkMove,
  holderAfter,
  mayMove,
  moves,
  type Move,
  type MoveRule,
} from '../../domain/wish-moves';

const at = new Date('2021-07-01T02:00:00Z');
const aCaller = (accountId: string, roles: Role[], place: Partial<Caller> = {}): Caller => ({
  accountId,
  name: accountId,
  roles: ['resident', ...roles],
  ...place,
});
const wisher = aCaller('wisher', []);
const stranger = aCaller('stranger', []);
const member = aCaller('member', ['representative'], { representativeId: 'r1', groupId: 'g1' });
const other = aCaller('other', ['representative'], { representativeId: 'r2', groupId: 'g2' });
const liaison = aCaller('liaison', ['representative', 'liaison'], { representativeId: 'r3', groupId: 'g1' });
const otherLiaison = aCaller('otherLiaison', ['representative', 'liaison'], { representativeId: 'r4', groupId: 'g2' });
const presidium = aCaller('presidium', ['presidium']);
const department = aCaller('department', ['department'], { departmentId: 'd1' });
const admin = aCaller('admin', ['admin']);
const callers = [wisher, stranger, member, other, liaison, otherLiaison, presidium, department, admin];

const aWish = (status: WishStatus, set: Partial<Wish> = {}): Wish => ({
  id: 'w1',
  status,
  statusSince: at,
  rev: 1,
  category: 'facility',
  village: '刘胜村',
  groupId: 'g1',
  holder: { role: holderOf(status), since: at },
  submitterId: 'wisher',
  selfSubmitted: true,
  outcomes: [],
  ...set,
});
const claimedBy = (caller: Caller, set: Partial<Claimer> = {}): Partial<Wish> => ({
  claimer: {
    representativeId: caller.representativeId ?? '',
    name: caller.name,
    groupId: caller.groupId ?? '',
    at,
    ...set,
  },
});
const helpedBy = ({ representativeId = '', name }: Caller): Partial<Wish> => ({
  helpers: [{ representativeId, name, part: 'labour', note: '出工', at }],
});

const everyMove = Object.keys(moves) as Move[];
const ruleOf = (move: Move): MoveRule => moves[move];
const ended = wishStatuses.filter((status) => holderOf(status) === 'none');

function refusalOf(move: Move, wish: Wish, caller: Caller, now = at): DomainError | null {
  try {
    checkMove(move, wish, caller, now);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

const aMove = fc.constantFrom(...everyMove);
const aCallerOf = fc.constantFrom(...callers);
const aStatus = fc.constantFrom(...wishStatuses);
const request = { who: '代表 member', at, reason: '等批复', resumeOn: at };
const claimers = fc.tuple(fc.constantFrom(member, liaison, other), fc.boolean(), fc.boolean());

/** What the guards look at. */
const anyState: fc.Arbitrary<Partial<Wish>> = fc
  .record({
    hidden: fc.boolean(),
    asks: fc.boolean(),
    helper: fc.boolean(),
    followUpDue: fc.boolean(),
    masterDone: fc.boolean(),
    reopenCount: fc.nat(3),
    declined: fc.boolean(),
  })
  .map(({ hidden, asks, helper, followUpDue, masterDone, reopenCount, declined }) => ({
    ...(hidden ? { hidden: { reason: '隐私' } } : {}),
    ...(asks ? { helpRequest: { at, reason: '要部门' }, pauseRequest: request } : {}),
    ...(helper ? helpedBy(other) : {}),
    ...(masterDone ? { master: { id: 'w2', code: 'CJ-2', status: 'closed' as const, at } } : {}),
    followUpDue,
    reopenCount,
    declinedBy: declined ? ['r1'] : [],
  }));
const anyWish = fc
  .tuple(aStatus, fc.option(claimers), fc.constantFrom(...callers), fc.boolean(), anyState)
  .map(([status, claimer, submitter, selfSubmitted, state]) => {
    const [who, isAssigned, hasContact] = claimer ?? [];
    const set = { ...(isAssigned ? { assignedBy: '主席团' } : {}), ...(hasContact ? { contactedAt: at } : {}) };
    return aWish(status, {
      submitterId: submitter.accountId,
      selfSubmitted,
      ...(who ? claimedBy(who, set) : {}),
      ...state,
    });
  });

it('refuses exactly the moves that it does not allow', () => {
  fc.assert(
    fc.property(aMove, anyWish, aCallerOf, fc.integer({ min: 0, max: 60 }), (move, wish, caller, days) => {
      const now = addDays(at, days);
      const refusal = refusalOf(move, wish, caller, now);
      expect(refusal === null).toBe(mayMove(move, wish, caller, now));
      if (refusal) expect(['FORBIDDEN', 'WRONG_STATE', 'ALREADY_CLAIMED']).toContain(refusal.code);
      if (refusal?.code === 'WRONG_STATE') {
        expect(refusal.refusal.details).toMatchObject({ status: wish.status, holder: wish.holder.role });
      }
    }),
    { numRuns: 5000 },
  );
});

it('offers an action exactly when one of its moves is not refused, and nothing to a stranger at the door', () => {
  fc.assert(
    fc.property(anyWish, aCallerOf, (wish, caller) => {
      const taken = everyMove.filter((move) => refusalOf(move, wish, caller) === null);
      const actions = new Set(taken.flatMap((move) => ruleOf(move).action ?? []));
      const allowed = allowedActions(wish, caller, at);
      expect(new Set(allowed)).toEqual(actions);
      expect(allowed).toHaveLength(actions.size);
      expect(allowedActions(wish, null, at)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

it('lets nobody review, judge, call back or rate their own, and nobody make the clock’s moves', () => {
  const reviewing = everyMove.filter((move) => ruleOf(move).action === 'review');
  const judging = ['pause', 'refusePause', 'callBack', 'confirm', 'redo', 'rateMerged', 'followUp', 'reopen'] as const;
  fc.assert(
    fc.property(anyWish, aCallerOf, (wish, caller) => {
      const own = reviewing.filter((move) => mayMove(move, wish, caller, at));
      if (wish.submitterId === caller.accountId) expect(own).toEqual([]);
      const judged = judging.filter((move) => mayMove(move, wish, caller, at));
      if (caller.representativeId !== undefined && wish.claimer?.representativeId === caller.representativeId) {
        expect(judged).toEqual([]);
      }
      const isWisher = wish.selfSubmitted && wish.submitterId === caller.accountId;
      if (isWisher) expect(mayMove('claim', wish, caller, at) || mayMove('join', wish, caller, at)).toBe(false);
      if (isWisher) expect(mayMove('callBack', wish, caller, at)).toBe(false);
      for (const move of everyMove.filter((one) => ruleOf(one).action === null)) {
        expect(mayMove(move, wish, caller, at)).toBe(false);
      }
    }),
    { numRuns: 2000 },
  );
});

it('leads from every status to an end, and from none to nowhere', () => {
  const reached = new Set<WishStatus>(['submitted']);
  for (const _round of wishStatuses) {
    for (const { from, to, orTo } of everyMove.map(ruleOf)) {
      if (from.some((status) => reached.has(status))) for (const next of [to, orTo]) if (next) reached.add(next);
    }
  }
  expect([...reached].sort()).toEqual([...wishStatuses].sort());
  for (const status of wishStatuses.filter((one) => !ended.includes(one))) {
    expect(everyMove.some((move) => ruleOf(move).from.includes(status) && ruleOf(move).to !== null)).toBe(true);
  }
});

/** One step of a walk, as the use cases would make it: what they clear and set besides the status. */
function step(wish: Wish, move: Move, caller: Caller, now: Date): Wish {
  const { to } = ruleOf(move);
  const { claimer, helpers, helpRequest: _help, pauseRequest: _pause, pausedFrom, ...rest } = wish;
  const back = move === 'resume' ? pausedFrom : (move === 'redo' || move === 'reopen') && !claimer ? 'open' : undefined;
  const status = back ?? to ?? wish.status;
  const next = { ...rest, status, rev: wish.rev + 1, holder: holderAfter(wish, status, now), statusSince: now };
  if (move === 'claim' || move === 'assign') return { ...next, ...claimedBy(move === 'claim' ? caller : member) };
  if (['submitted', 'needInfo', 'open', 'rejected', 'merged', 'withdrawn'].includes(status)) return next;
  const kept = {
    ...next,
    ...(claimer ? { claimer: move === 'contact' ? { ...claimer, contactedAt: now } : claimer } : {}),
    ...(helpers ? { helpers } : {}),
  };
  if (move === 'join') return { ...kept, ...helpedBy(caller) };
  if (move === 'pause') return { ...kept, pausedFrom: wish.status === 'claimed' ? 'claimed' : 'coordinating' };
  if (move === 'askHelp') return { ...kept, helpRequest: { at: now, reason: '要部门' } };
  if (move === 'askPause') return { ...kept, pauseRequest: request };
  return kept;
}

it('keeps its promises on any walk of any people', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(aMove, aCallerOf), { maxLength: 120 }), (tries) => {
      let wish = aWish('submitted');
      for (const [index, [move, caller]] of tries.entries()) {
        const now = new Date(at.getTime() + index * HOUR_MS);
        if (refusalOf(move, wish, caller, now)) continue;
        const before = wish;
        wish = step(wish, move, caller, now);
        expect(wish.rev).toBe(before.rev + 1);
        if (ended.includes(before.status) && wish.status !== before.status) expect(move).toBe('reopen');
        if (ruleOf(move).action === 'review') expect(caller.accountId).not.toBe(before.submitterId);
        if (ruleOf(move).action === 'rate') {
          expect(caller.representativeId ?? 'none').not.toBe(before.claimer?.representativeId);
        }
        if (wish.status === 'claimed') expect(wish.claimer).toBeDefined();
        if (['submitted', 'needInfo', 'open'].includes(wish.status)) expect(wish.claimer).toBeUndefined();
        // One holder at any time, since no later than now.
        expect(wish.holder.role).toBe(holderOf(wish.status));
        expect(wish.holder.since.getTime()).toBeLessThanOrEqual(now.getTime());
      }
    }),
    { numRuns: 500 },
  );
});

it('lets no second claim through while somebody has the wish', () => {
  for (const status of ['claimed', 'coordinating', 'paused', 'fulfilled', 'closed'] as const) {
    const refusal = refusalOf('claim', aWish(status, claimedBy(member)), other);
    expect(refusal?.code).toBe('ALREADY_CLAIMED');
    expect(refusal?.refusal).toMatchObject({
      message: '这个心愿刚刚被member代表认领了',
      details: { claimer: 'member' },
    });
  }
});

describe('whose a move is', () => {
  const who = (move: Move, wish: Wish): string[] =>
    callers.filter((caller) => mayMove(move, wish, caller, at)).map(({ accountId }) => accountId);
  const leaders = ['liaison', 'presidium'];
  const claimed = (set: Partial<Wish> = {}): Wish => aWish('claimed', { ...claimedBy(member), ...set });

  it.each(['publish', 'reject', 'merge', 'askInfo'] as const)('%s is for those who lead the group', (move) => {
    expect(who(move, aWish('submitted'))).toEqual(leaders);
    expect(who(move, aWish('submitted', { submitterId: 'liaison' }))).toEqual(['presidium']);
  });

  it.each([
    ['supply', aWish('needInfo'), ['wisher']],
    ['withdraw', claimed(), ['wisher', 'presidium']],
    ['claim', aWish('open'), ['member', 'other', 'liaison', 'otherLiaison']],
    ['assign', aWish('open'), leaders],
    ['decline', claimed(claimedBy(member, { assignedBy: '主席团' })), ['member']],
    ['contact', claimed(), ['member']],
    ['progress', claimed(), ['member']],
    ['release', claimed(), ['member', ...leaders]],
    ['join', claimed(), ['other', 'liaison', 'otherLiaison']],
    ['leave', claimed(helpedBy(other)), ['member', 'other', ...leaders]],
    ['askHelp', claimed(), ['member']],
    ['refuseHelp', claimed({ helpRequest: { at, reason: '要部门' } }), ['presidium']],
    ['coordinate', claimed(), ['presidium']],
    ['askPause', claimed(), ['member']],
    ['refusePause', claimed({ pauseRequest: request }), leaders],
    ['pause', claimed(), leaders],
    ['resume', aWish('paused', claimedBy(member)), ['member', ...leaders]],
    ['fulfil', claimed(), ['member']],
    ['fulfil', aWish('coordinating', claimedBy(member)), ['presidium']],
    ['callBack', aWish('fulfilled', claimedBy(member)), leaders],
    ['followUp', aWish('closed', { followUpDue: true }), leaders],
    ['reopen', aWish('closed', claimedBy(member)), ['wisher', ...leaders]],
    ['reopen', aWish('closed', { ...claimedBy(member), reopenCount: 2 }), ['presidium']],
    ['answer', claimed(), ['presidium']],
    ['urge', claimed(), leaders],
    ['hide', claimed(), leaders],
    ['unhide', claimed({ hidden: { reason: '隐私' } }), leaders],
  ] as const)('tells whose %s is', (move, wish, expected) => {
    expect(who(move, wish)).toEqual(
      callers.map(({ accountId }) => accountId).filter((id) => expected.some((one) => one === id)),
    );
  });

  it.each(['confirm', 'redo'] as const)('%s is the wisher’s, or a call-back by another than the claimer', (move) => {
    const fulfilled = aWish('fulfilled', claimedBy(member));
    expect(who(move, fulfilled)).toEqual(['wisher', ...leaders]);
    expect(who(move, { ...fulfilled, selfSubmitted: false })).toEqual(leaders);
    expect(who(move, aWish('fulfilled', claimedBy(liaison)))).toEqual(['wisher', 'presidium']);
  });
});

describe('a condition beside status and person', () => {
  const assigned = aWish('claimed', claimedBy(member, { assignedBy: '主席团' }));

  it('lets one decline for a day, and once', () => {
    expect(refusalOf('decline', assigned, member, addDays(at, 1))).toBeNull();
    expect(refusalOf('decline', assigned, member, new Date(addDays(at, 1).getTime() + 1))?.code).toBe('WRONG_STATE');
    expect(refusalOf('decline', { ...assigned, declinedBy: ['r1'] }, member)?.code).toBe('WRONG_STATE');
    expect(refusalOf('decline', aWish('claimed', claimedBy(member)), member)?.code).toBe('WRONG_STATE');
  });

  it('lets a wish be taken up again for thirty days from its end', () => {
    const closed = aWish('closed', { endedAt: at });
    expect(refusalOf('reopen', closed, wisher, addDays(at, 30))).toBeNull();
    expect(refusalOf('reopen', closed, presidium, new Date(addDays(at, 30).getTime() + 1))?.code).toBe('WRONG_STATE');
  });

  it('keeps a hidden wish from being claimed', () => {
    expect(refusalOf('claim', aWish('open', { hidden: { reason: '隐私' } }), other)?.code).toBe('WRONG_STATE');
  });
});

describe('a refusal', () => {
  it('says status, holder, who moved last and when', () => {
    const last = { who: '代表小组 陈志明', what: '收回认领', at };
    expect(refusalOf('fulfil', aWish('open', { last }), member)?.refusal).toMatchObject({
      message: '这个心愿目前是“待认领”（7月1日 10:00 代表小组 陈志明：收回认领），现在由代表小组处理，不能进行这项操作',
      details: { status: 'open', holder: 'liaison', who: '代表小组 陈志明', at: at.toISOString() },
    });
    expect(refusalOf('withdraw', aWish('closed'), wisher)?.refusal.message).toBe(
      '这个心愿目前是“已办结”，不能进行这项操作',
    );
  });

  it('tells a representative whose claim it is, and a stranger nothing', () => {
    const wish = aWish('claimed', claimedBy(member));
    const refusal = refusalOf('fulfil', wish, other);
    expect(refusal?.code).toBe('FORBIDDEN');
    expect(refusal?.refusal.details).toEqual({ who: 'member', at: at.toISOString() });
    expect(refusalOf('withdraw', wish, stranger)?.refusal.details).toBeUndefined();
  });

  it('tells the claimer who ends a wish that a department has, and who judges one of their own', () => {
    expect(refusalOf('fulfil', aWish('coordinating', claimedBy(member)), member)?.refusal.message).toBe(
      '部门正在协办，由主席团办结；交还给您以后再由您办结',
    );
    expect(refusalOf('confirm', aWish('fulfilled', claimedBy(member)), member)?.refusal.message).toBe(
      '自己认领的心愿，审批、回访和评价要由别人来做',
    );
  });
});

it('lets the holder’s time run on while the holder stays', () => {
  const holder = { role: 'representative', since: at } as const;
  const later = new Date('2021-07-05T02:00:00Z');
  expect(holderAfter({ holder }, 'claimed', later)).toEqual(holder);
  expect(holderAfter({ holder }, 'fulfilled', later)).toEqual({ role: 'resident', since: later });
  fc.assert(
    fc.property(aStatus, (status) => {
      expect(holderAfter({ holder }, status, later).role).toBe(holderOf(status));
    }),
  );
});
