import fc from 'fast-check';
import type { Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import {
  dueReminder,
  hasOpened,
  isLate,
  modelId,
  modelStatuses,
  ofModelId,
  opensAt,
  publishBy,
  remindersOf,
} from '../../domain/model';
import { rankedByEvidence } from '../../domain/model-evidence';
import {
  allowedModelActions,
  checkModelMove,
  mayMoveModel,
  modelMoves,
  type Model,
  type ModelMove,
  type Signers,
} from '../../domain/model-moves';
import { DAY_MS } from '../../domain/time';

const people = {
  leader: { accountId: 'a-leader', representativeId: 'leader', position: 'leader', groupId: 'g1' },
  liaison: { accountId: 'a-liaison', representativeId: 'liaison', position: 'liaison', groupId: 'g1' },
  nominee: { accountId: 'a-nominee', representativeId: 'nominee', position: 'liaison', groupId: 'g1' },
  member: { accountId: 'a-member', representativeId: 'member', position: 'member', groupId: 'g1' },
  otherLeader: { accountId: 'b-leader', representativeId: 'b', position: 'leader', groupId: 'g2' },
  presidium: { accountId: 'p' },
  admin: { accountId: 'admin' },
  resident: { accountId: 'r' },
} as const;
type Who = keyof typeof people;

const rolesOf = (who: Who): Caller['roles'] => {
  const person = people[who];
  if ('position' in person) return ['representative', ...(person.position === 'member' ? [] : (['liaison'] as const))];
  return who === 'presidium' || who === 'admin' ? [who] : ['resident'];
};
const caller = (who: Who): Caller => ({ name: who, roles: rolesOf(who), ...people[who] });

const signers: Signers = {
  leaders: [{ accountId: 'a-leader', representativeId: 'leader' }],
  presidium: [{ accountId: 'p' }],
};
const aModel = (status: Model['status'], set: Partial<Model> = {}): Model => ({
  id: '2026-11:g1',
  groupId: 'g1',
  status,
  ...(status === null || status === 'none' ? {} : { representativeId: 'nominee', draftedBy: 'a-liaison' }),
  ...set,
});

const group = ['leader', 'liaison', 'presidium'] as const;
const who: Record<ModelMove, readonly Who[]> = {
  // With nobody named yet, the nominee of the table is one of the leaders.
  nominate: [...group, 'nominee'],
  skip: group,
  save: group,
  edit: ['presidium'],
  submit: group,
  sign: ['leader', 'presidium'],
  sendBack: group,
  sendBackSigned: ['presidium'],
  publish: ['presidium'],
  retract: ['presidium'],
};

it.each(Object.keys(modelMoves) as ModelMove[])(
  '%s is for those of the table, from the statuses of the table',
  (move) => {
    for (const status of [null, ...modelStatuses]) {
      const isFrom = (modelMoves[move].from as readonly Model['status'][]).includes(status);
      const able = (Object.keys(people) as Who[]).filter((one) =>
        mayMoveModel(move, aModel(status), caller(one), signers),
      );
      const isNamed = status !== null && status !== 'none';
      const expected = isFrom ? [...who[move], ...(move === 'skip' && !isNamed ? (['nominee'] as const) : [])] : [];
      expect([status, able.sort()]).toEqual([status, [...expected].sort()]);
    }
  },
);

describe('two persons stand behind an article', () => {
  const handedInBy = (draftedBy: string, one: Who, by: Signers = signers): boolean =>
    mayMoveModel('sign', aModel('signing', { draftedBy }), caller(one), by);

  it('has the leader sign what the liaison hands in, and the presidium what the only leader hands in', () => {
    expect(handedInBy('a-liaison', 'leader')).toBe(true);
    expect(handedInBy('a-leader', 'leader')).toBe(false);
    expect(handedInBy('a-leader', 'presidium')).toBe(true);
  });

  it('lets the presidium sign its own only where nobody else could', () => {
    expect(handedInBy('p', 'presidium')).toBe(false);
    const alone: Signers = {
      leaders: [{ accountId: 'a-nominee', representativeId: 'nominee' }],
      presidium: [{ accountId: 'p' }],
    };
    expect(handedInBy('p', 'presidium', alone)).toBe(true);
    expect(handedInBy('p', 'presidium', { ...alone, presidium: [{ accountId: 'p' }, { accountId: 'p2' }] })).toBe(
      false,
    );
  });

  it('never has the nominee sign, and says why', () => {
    const model = aModel('signing', { representativeId: 'leader' });
    expect(allowedModelActions(model, caller('leader'), signers)).toEqual(['paper']);
    expect(() => checkModelMove('sign', model, caller('leader'), signers)).toThrow('推荐的是您本人');
    expect(() => checkModelMove('sign', aModel('drafting'), caller('presidium'), signers)).toThrow(DomainError);
  });
});

describe('a month', () => {
  it('opens at midnight of the 25th and closes with the 5th of the next, in Shanghai', () => {
    expect(opensAt('2026-11').toISOString()).toBe('2026-11-24T16:00:00.000Z');
    expect(publishBy('2026-12').toISOString()).toBe('2027-01-05T15:59:59.999Z');
    expect(hasOpened('2026-11', new Date('2026-11-24T15:59:59.999Z'))).toBe(false);
    expect(hasOpened('2026-11', new Date('2026-11-24T16:00:00Z'))).toBe(true);
    expect(isLate('2026-11', 'signed', new Date('2026-12-05T15:59:59.999Z'))).toBe(false);
    expect(isLate('2026-11', 'signed', new Date('2026-12-05T16:00:00Z'))).toBe(true);
    expect(isLate('2026-11', 'none', new Date('2027-01-01T00:00:00Z'))).toBe(false);
  });

  it('says of February that its 28th is the last day, once', () => {
    expect(remindersOf('2026-02').map(({ step }) => step)).toEqual(['open', 'last', 'first', 'fourth']);
    expect(remindersOf('2028-02').map(({ step }) => step)).toEqual(['open', 'remind', 'last', 'first', 'fourth']);
  });

  it('has a name that is read back', () => {
    expect(ofModelId(modelId('2026-11', 'g:1'))).toEqual({ month: '2026-11', groupId: 'g:1' });
    expect(ofModelId('2026-13:g1')).toBeNull();
  });

  it('tells the same however often and late its clock runs', () => {
    const start = new Date('2026-10-20T00:00:00Z').getTime();
    const moments = fc.array(fc.integer({ min: 0, max: 50 * 24 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(moments, (hours) => {
        const said: string[] = [];
        for (const hour of [...hours].sort((a, b) => a - b)) {
          const now = new Date(start + (hour * DAY_MS) / 24);
          const due = dueReminder(now);
          const key = due && `${due.month} ${due.reminder.step}`;
          if (due && key !== null && !said.includes(key)) said.push(key);
          // What stands last is what this moment has to say, whatever ran before.
          if (key !== null) expect(said.at(-1)).toBe(key);
          if (due) expect(due.reminder.at.getTime()).toBeLessThanOrEqual(now.getTime());
        }
        expect(new Set(said).size).toBe(said.length);
      }),
    );
  });
});

describe('evidence', () => {
  const one = (name: string, tenths: number, fulfilled = 0, posts = 0, thanks = 0) => ({
    name,
    tenths,
    fulfilled,
    posts,
    thanks,
  });

  it('ranks by points, then deeds, posts and thanks, and says by what', () => {
    const ranked = rankedByEvidence([
      one('甲', 0),
      one('乙', 80, 1),
      one('丙', 80, 2),
      one('丁', 95),
      one('戊', 80, 1),
    ]);
    expect(ranked.map(({ rank, name, why }) => `${rank} ${name} ${why}`)).toEqual([
      '1 丁 本月积分 9.5 分',
      '2 丙 本月积分 8 分，积分与乙相同，办结 2 件，办结多于对方',
      '3 乙 本月积分 8 分，各项与戊相同，名次并列',
      '3 戊 本月积分 8 分，各项与乙相同，名次并列',
      '5 甲 本月还没有积分、办结和晒单',
    ]);
  });
});
