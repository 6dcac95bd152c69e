import fc from 'fast-check';
import type { Caller, Role } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { holderOf, wishStatuses, type Wish, type WishStatus } from '../../domain/wish';
import { allowedActions, checkMove, holderAfter, mayMove, moves, type Move } from '../../domain/wish-moves';

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
  rev: 1,
  village: '刘胜村',
  groupId: 'g1',
  submitterId: 'wisher',
  selfSubmitted: true,
  outcomes: [],
  ...set,
});
const claimedBy = (caller: Caller): Partial<Wish> => ({
  claimer: { representativeId: caller.representativeId ?? '', name: caller.name, groupId: caller.groupId ?? '', at },
});

const everyMove = Object.keys(moves) as Move[];
const ended = wishStatuses.filter((status) => holderOf(status) === 'none');

function refusalOf(move: Move, wish: Wish, caller: Caller): DomainError | null {
  try {
    checkMove(move, wish, caller);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

const aMove = fc.constantFrom(...everyMove);
const aCallerOf = fc.constantFrom(...callers);
const aStatus = fc.constantFrom(...wishStatuses);
const anyWish = fc
  .tuple(aStatus, fc.constantFrom(undefined, member, liaison, other), fc.constantFrom(...callers), fc.boolean())
  .map(([status, claimer, submitter, selfSubmitted]) =>
    aWish(status, { submitterId: submitter.accountId, selfSubmitted, ...(claimer ? claimedBy(claimer) : {}) }),
  );

it('refuses exactly the moves that it does not allow', () => {
  fc.assert(
    fc.property(aMove, anyWish, aCallerOf, (move, wish, caller) => {
      const refusal = refusalOf(move, wish, caller);
      expect(refusal === null).toBe(mayMove(move, wish, caller));
      if (refusal) expect(['FORBIDDEN', 'WRONG_STATE', 'ALREADY_CLAIMED']).toContain(refusal.code);
    }),
    { numRuns: 5000 },
  );
});

it('offers an action exactly when one of its moves is allowed, and nothing to a stranger at the door', () => {
  fc.assert(
    fc.property(anyWish, aCallerOf, (wish, caller) => {
      const allowed = allowedActions(wish, caller);
      for (const move of everyMove) if (mayMove(move, wish, caller)) expect(allowed).toContain(moves[move].action);
      for (const action of allowed) {
        expect(everyMove.some((move) => moves[move].action === action && mayMove(move, wish, caller))).toBe(true);
      }
      expect(new Set(allowed).size).toBe(allowed.length);
      expect(allowedActions(wish, null)).toEqual([]);
    }),
  );
});

/** One step of a walk, as the use cases would make it. */
function step(wish: Wish, move: Move, caller: Caller): Wish {
  const { to } = moves[move];
  const { claimer, ...rest } = wish;
  const keeps = move !== 'release' && claimer !== undefined;
  return {
    ...rest,
    status: to,
    rev: wish.rev + 1,
    ...(move === 'claim' ? claimedBy(caller) : keeps ? { claimer } : {}),
  };
}

it('keeps its promises on any walk of any people', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(aMove, aCallerOf), { maxLength: 60 }), (tries) => {
      let wish = aWish('submitted');
      for (const [move, caller] of tries) {
        if (refusalOf(move, wish, caller)) continue;
        const before = wish;
        wish = step(wish, move, caller);
        expect(ended).not.toContain(before.status);
        expect(wish.rev).toBe(before.rev + 1);
        if (moves[move].action === 'review') expect(caller.accountId).not.toBe(before.submitterId);
        if (moves[move].action === 'rate') {
          expect(caller.representativeId ?? 'none').not.toBe(before.claimer?.representativeId);
        }
        if (['claimed', 'fulfilled', 'closed'].includes(wish.status)) expect(wish.claimer).toBeDefined();
        if (['submitted', 'needInfo', 'open'].includes(wish.status)) expect(wish.claimer).toBeUndefined();
      }
    }),
    { numRuns: 300 },
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
    callers.filter((caller) => mayMove(move, wish, caller)).map(({ accountId }) => accountId);

  it.each(['publish', 'reject', 'merge', 'askInfo'] as const)('%s is for those who lead the group', (move) => {
    expect(who(move, aWish('submitted'))).toEqual(['liaison', 'presidium']);
    expect(who(move, aWish('submitted', { submitterId: 'liaison' }))).toEqual(['presidium']);
  });

  it('is told apart for every other move', () => {
    const claimed = aWish('claimed', claimedBy(member));
    const fulfilled = aWish('fulfilled', claimedBy(member));
    expect(who('supply', aWish('needInfo'))).toEqual(['wisher']);
    expect(who('withdraw', claimed)).toEqual(['wisher']);
    expect(who('claim', aWish('open'))).toEqual(['member', 'other', 'liaison', 'otherLiaison']);
    expect(who('release', claimed)).toEqual(['member', 'liaison', 'presidium']);
    expect(who('progress', claimed)).toEqual(['member']);
    expect(who('fulfil', claimed)).toEqual(['member']);
    for (const move of ['confirm', 'redo'] as const) {
      expect(who(move, fulfilled)).toEqual(['wisher', 'liaison', 'presidium']);
      expect(who(move, { ...fulfilled, selfSubmitted: false })).toEqual(['liaison', 'presidium']);
      expect(who(move, aWish('fulfilled', claimedBy(liaison)))).toEqual(['wisher', 'presidium']);
    }
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
